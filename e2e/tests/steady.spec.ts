import type { Page } from '@playwright/test'
import { arriveWithTextMessages } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { givePassword } from '../acts/sign-in'
import { expect, test } from '../fixtures'

/** The layout shifts that nobody's own act explains, summed up as browsers do. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) shifts.sum += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum)
}

for (const path of ['/', '/sign-up', '/sign-in', '/forgot-password', '/help']) {
  test(`nothing moves under the hand while ${path} arrives`, async ({ newPerson }) => {
    const { page } = await newPerson()
    const shifts = await watchShifts(page)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    expect(await shifts()).toBe(0)
  })
}

test('nothing moves at the second step, after a reload too', async ({ newPerson }) => {
  const grace = await arriveWithTextMessages(await newPerson('Grace Hopper'))
  await grace.context.clearCookies()
  const shifts = await watchShifts(grace.page)
  await givePassword(grace)
  await expectPage(grace.page, 'Enter the code from your text message')
  await grace.page.waitForLoadState('networkidle')
  expect(await shifts()).toBe(0)
  await grace.page.reload()
  await expectPage(grace.page, 'Enter the code from your text message')
  await grace.page.waitForLoadState('networkidle')
  expect(await shifts()).toBe(0)
})

test('a page asks this server alone, and its policy allows no inline script', async ({ newPerson, product }) => {
  const { page } = await newPerson()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== product.url) elsewhere.push(request.url())
  })
  const answer = await page.goto('/sign-in')
  await page.waitForLoadState('networkidle')
  expect(elsewhere).toEqual([])
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})
