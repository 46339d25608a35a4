import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { arriveWithTextMessages } from '../acts/arrive'
import { codeField } from '../acts/say-code'
import { givePassword } from '../acts/sign-in'
import { expect, type NewPerson, test } from '../fixtures'
import { lookAtTexts } from '../languages/look-at-texts'
import { misfits } from '../languages/page-texts'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'
import { networkTour } from '../screens/network.tour'
import { textMessageTour } from '../screens/set-up.tour'
import type { Look } from '../screens/tour'
import { tours } from '../screens/tours'

const NARROW = { width: 320, height: 640 }
const WIDE = { width: 1280, height: 800 }

/** Looks at a screen as people with a small phone, in wordy languages, in the dark, and with other senses than sight do. */
const lookClosely: Look = async (person, name) => {
  const { page } = person
  await test.step(name, async () => {
    await lookAtTexts(person, name)
    expect.soft(await findings(page), `${name}, narrow and light`).toEqual([])
    await page.setViewportSize(WIDE)
    expect.soft(await page.evaluate(misfits), `${name}, wide`).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await findings(page), `${name}, wide and dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(NARROW)
  })
}

for (const tour of tours) {
  const title = `every screen of ${tour.name} works at 320 pixels in every language, and axe finds nothing on it`
  // Two looks of axe at each of some hundred screens take as long as half of the other stories.
  test(title, { tag: '@deep' }, async ({ newPerson, clocked }) => {
    test.skip(tour.needsApp && !hasOathtool, WITHOUT_OATHTOOL)
    // Each screen is read in five languages as well.
    test.setTimeout(5 * 60_000)
    await tour.walk({ clocked, look: lookClosely, newPerson: narrow(newPerson) })
  })
}

for (const tour of [textMessageTour, networkTour]) {
  test(`every text of ${tour.name} comes from the catalogs, and fits at 320 pixels in wordy languages`, async ({
    newPerson,
    clocked,
  }) => {
    test.slow()
    await tour.walk({ clocked, look: lookAtTexts, newPerson: narrow(newPerson) })
  })
}

const narrow =
  (newPerson: NewPerson): NewPerson =>
  (name, options) =>
    newPerson(name, { ...options, context: { viewport: NARROW, colorScheme: 'light', reducedMotion: 'reduce' } })

test('forced colours keep the digits of a code', async ({ newPerson }) => {
  const grace = await arriveWithTextMessages(await newPerson('Grace Hopper'))
  const { page } = grace
  await grace.context.clearCookies()
  await page.emulateMedia({ forcedColors: 'active' })
  await givePassword(grace)
  const field = codeField(page)
  const firstCell = async () => {
    await page.getByRole('heading', { level: 1 }).focus()
    const box = await field.boundingBox()
    if (!box) throw new Error('The field is not there.')
    return await page.screenshot({ clip: { x: box.x + 6, y: box.y + 6, width: 30, height: box.height - 12 } })
  }
  await expect(field).toBeVisible()
  const empty = await firstCell()
  await field.fill('88')
  expect((await firstCell()).equals(empty)).toBe(false)
  await field.fill('')
  expect((await firstCell()).equals(empty)).toBe(true)
})

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds, in one line each. An open menu floats above the page and belongs to no landmark of it. */
async function findings(page: Page): Promise<string[]> {
  // The mode of one document: there are no frames of others here, and the other mode opens a page for each look.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze()
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
    .filter((finding) => !finding.startsWith('region: <div data-radix-popper'))
}
