import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { expectPage } from '../acts/headings'
import { codeField, typeCode } from '../acts/say-code'
import { test } from '../fixtures'

/** One language that reads left to right, and one that reads right to left. */
const LANGUAGES = [
  { locale: 'fr', direction: 'ltr' },
  { locale: 'ar', direction: 'rtl' },
] as const

for (const { locale, direction } of LANGUAGES) {
  test(`somebody whose browser speaks ${locale} signs up, sets up an app and signs in with it, on a narrow phone`, async ({
    somebody,
  }) => {
    const texts = catalogsOf(locale)
    const { entry, signIn, setUp, common, mail } = texts
    const ada = await somebody('Ada Byron', { context: { locale, viewport: { width: 320, height: 700 } } })
    const { page } = ada
    const look = () => expectReadable(page, locale, direction)

    await test.step('signs up, with the code of an email in that language', async () => {
      await page.goto('/sign-up')
      await expectPage(page, entry.signUp.title)
      await look()
      await page.getByLabel(entry.signUp.name).fill(ada.name)
      await page.getByLabel(entry.signUp.email).fill(ada.email)
      await page.getByLabel(entry.signUp.password, { exact: true }).fill(ada.password)
      await page.getByRole('button', { name: entry.signUp.button }).click()
      await expectPage(page, entry.confirmEmail.title)
      const { text } = await ada.mail(mail.signUpCode.subject.replace('{product}', 'Twinlock'))
      await look()
      await typeCode(page, /\d{6}/.exec(text)?.[0] ?? '')
      await expect(
        page.getByRole('button', { name: common.menu.label.replace('{name}', ''), exact: false }),
      ).toBeVisible()
      await look()
    })
    await test.step('sets up an authentication app with its key', async () => {
      await page.goto('/account/two-factor/set-up')
      await expectPage(page, setUp.choose.title)
      await look()
      await page.getByRole('radio', { name: setUp.choose.names.AUTHENTICATOR_APP }).check()
      await page.getByRole('button', { name: common.continue }).click()
      await expectPage(page, setUp.app.title.replace('{product}', 'Twinlock'))
      await look()
      const key = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent()) ?? ''
      ada.addToAuthenticator(key)
      await typeCode(page, await ada.authenticator.code())
      await expectPage(page, setUp.codes.title)
      await look()
      await page.getByRole('button', { name: setUp.codes.done }).click()
      await expectPage(page, setUp.done.title)
      await ada.mail(mail.notice.twoFactorOn.subject)
    })
    await test.step('signs in with both steps; the code reads left to right', async () => {
      await page.context().clearCookies()
      await page.goto('/sign-in')
      await expectPage(page, signIn.title)
      await look()
      await page.getByLabel(signIn.email).fill(ada.email)
      await page.getByLabel(signIn.password, { exact: true }).fill(ada.password)
      await page.getByRole('button', { name: signIn.button, exact: true }).click()
      await expectPage(page, signIn.verify.titles.AUTHENTICATOR_APP)
      expect(await codeField(page).evaluate((field) => getComputedStyle(field).direction)).toBe('ltr')
      await look()
    })
  })
}

/** In the language, in its direction, nothing beyond the edge of the screen, and nothing that axe finds. */
async function expectReadable(page: Page, locale: string, direction: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', locale)
  await expect(page.locator('html')).toHaveAttribute('dir', direction)
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(overflow).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

function catalogsOf(locale: string) {
  const read = (area: string) =>
    JSON.parse(
      readFileSync(new URL(`../../packages/shared/src/locales/${locale}/${area}.json`, import.meta.url), 'utf8'),
    )
  return {
    entry: read('entry'),
    signIn: read('sign-in'),
    setUp: read('set-up'),
    common: read('common'),
    mail: read('mail'),
  }
}
