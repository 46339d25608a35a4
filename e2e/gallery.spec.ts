import { mkdir } from 'node:fs/promises'
import { test } from './fixtures'
import { tours } from './screens/tours'

/**
 * Not a test: photographs every screen, to be looked at. `E2E_GALLERY=<folder> npm test -- e2e` runs this and nothing else.
 */
const folder = process.env.E2E_GALLERY ?? ''

const EYES = {
  'wide-light': { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true, isMobile: true },
  'wide-dark': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  'phone-light': { viewport: { width: 390, height: 844 }, colorScheme: 'light', hasTouch: true, isMobile: true },
} as const

test.beforeAll(() => mkdir(folder, { recursive: true }))

for (const [eyes, context] of Object.entries(EYES)) {
  for (const tour of tours) {
    test(`${tour.name}, ${eyes}`, async ({ newPerson, clocked }) => {
      test.slow()
      await tour.walk({
        clocked,
        look: async ({ page }, name) => {
          const isOver = (await page.locator('dialog[open], [role="menu"], [role="listbox"]').count()) > 0
          await page.screenshot({ path: `${folder}/${name}-${eyes}.png`, fullPage: !isOver, animations: 'disabled' })
        },
        newPerson: (name, options) => newPerson(name, { ...options, context: { ...context, deviceScaleFactor: 1 } }),
      })
    })
  }
}
