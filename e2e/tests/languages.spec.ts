import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { arrive, arriveWithApp, ask } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { makeRequired } from '../acts/mandate'
import { bringIn, foundNetwork } from '../acts/networks'
import { codeField, typeCode } from '../acts/say-code'
import { test } from '../fixtures'
import { readArea } from '../languages/catalogs'
import type { Person } from '../people/person'

/** One language that reads left to right, and one that reads right to left. */
const LANGUAGES = [
  { locale: 'fr', direction: 'ltr' },
  { locale: 'ar', direction: 'rtl' },
] as const

for (const { locale, direction } of LANGUAGES) {
  test(`a user whose browser speaks ${locale} signs up, sets up an app and signs in with it, on a narrow phone`, async ({
    newPerson,
  }) => {
    const texts = catalogsOf(locale)
    const { entry, signIn, common, mail } = texts
    const ada = await newPerson('Ada Byron', { context: { locale, viewport: { width: 320, height: 700 } } })
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
      await setUpByKey(ada, texts, look)
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

test('a requirement with its set-up, and the way back in without the phone, read from right to left', async ({
  newPerson,
  clocked,
}) => {
  const texts = catalogsOf('ar')
  const { signIn, setUp, common, mail } = texts
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  const ada = await arrive(
    await newPerson('Ada Byron', { at: clocked, context: { viewport: { width: 320, height: 700 } } }),
  )
  await bringIn(maria, acme, ada, 'MEMBER')
  await ask(ada, 'mutation { setLocale(locale: AR) { __typename } }')
  const { page } = ada
  await page.addInitScript(() => localStorage.setItem('twinlock.language', 'ar'))
  const look = () => expectReadable(page, 'ar', 'rtl')
  const signInWithPassword = async () => {
    await ada.context.clearCookies()
    await page.goto('/sign-in')
    await page.getByLabel(signIn.email).fill(ada.email)
    await page.getByLabel(signIn.password, { exact: true }).fill(ada.password)
    await page.getByRole('button', { name: signIn.button, exact: true }).click()
  }

  await test.step('the deadline is mailed and shown', async () => {
    await makeRequired(maria, acme, 1)
    await page.goto(`/networks/${acme.slug}`)
    await expectPage(page, 'Acme')
    await look()
  })
  await test.step('the required set-up proves the email, then sets an app up, which signs in', async () => {
    await clocked.pass(61 * 60_000)
    await signInWithPassword()
    await expectPage(page, isolated(setUp.required.title, { network: 'Acme' }))
    await look()
    const { text } = await ada.mail(mail.mailboxCode.subject.replace('{product}', 'Twinlock'))
    await typeCode(page, /\d{6}/.exec(text)?.[0] ?? '')
    await setUpByKey(ada, texts, look)
    await page.getByRole('button', { name: setUp.done.button }).click()
    await expectPage(page, 'Acme')
  })
  await test.step('a backup code stands in for the phone', async () => {
    await signInWithPassword()
    await expectPage(page, signIn.verify.titles.AUTHENTICATOR_APP)
    await page.getByRole('button', { name: common.confirm.otherWays }).click()
    await expectPage(page, signIn.verify.otherTitle)
    await look()
    await page.getByRole('button', { name: common.ways.names.BACKUP_CODE }).click()
    await expectPage(page, signIn.verify.titles.BACKUP_CODE)
    const field = page.getByLabel(common.backup.label)
    expect(await field.evaluate((input) => getComputedStyle(input).direction)).toBe('ltr')
    await field.fill(ada.backupCodes[0] ?? '')
    await look()
    await page.getByRole('button', { name: common.verify }).click()
    await expectPage(page, 'Acme')
  })
})

test('charts read from right to left too', async ({ newPerson, clocked }) => {
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked, context: { locale: 'ar' } }))
  const acme = await foundNetwork(maria, 'Acme')
  await clocked.operate('set-plan', acme.slug, 'PRO')
  const { page } = maria
  await page.goto(`/networks/${acme.slug}/security`)
  const below = page.locator('svg text').last()
  await expect(below).toContainText('من')
  expect(await below.evaluate((text) => getComputedStyle(text).direction)).toBe('rtl')
  const bar = page.locator('ul svg', { has: page.locator('.fill-accent') }).first()
  const rightOf = (chosen: string) => bar.locator(chosen).evaluate((part) => part.getBoundingClientRect().right)
  expect(await rightOf('.fill-accent')).toBeCloseTo(await rightOf('.fill-hair'), 0)
})

test('an Admin requires it, and helps a member back in who lost the phone, all from right to left', async ({
  newPerson,
  clocked,
}) => {
  test.slow()
  const texts = catalogsOf('ar')
  const { common, security, signIn, setUp, mail } = texts
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
  const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  await bringIn(maria, acme, ada, 'MEMBER')
  for (const person of [maria, ada]) {
    await ask(person, 'mutation { setLocale(locale: AR) { __typename } }')
    await person.page.addInitScript(() => localStorage.setItem('twinlock.language', 'ar'))
  }
  await clocked.operate('set-plan', acme.slug, 'PRO')
  const dialog = maria.page.getByRole('dialog')
  const look = () => expectReadable(maria.page, 'ar', 'rtl')

  await test.step('looks at what it would do, and requires it', async () => {
    await maria.page.goto(`/networks/${acme.slug}/security`)
    await maria.page.getByRole('button', { name: security.planner.activate }).click()
    await expect(dialog.getByText(security.activate.timeline)).toBeVisible()
    await look()
    await dialog.getByRole('button', { name: security.activate.button }).click()
    await expect(dialog).toBeHidden()
    await expect(maria.page.getByRole('heading', { name: beginningOf(security.state.running) })).toBeVisible()
    await look()
  })
  await test.step('lets her set up again, with a reason', async () => {
    await maria.page.getByRole('button', { name: isolated(security.members.acts, { name: ada.name }) }).click()
    await maria.page.getByRole('menuitem', { name: security.helpBackIn.act }).click()
    await dialog.getByLabel(security.helpBackIn.reason).fill('الهاتف في قاع البحيرة')
    await look()
    await dialog.getByRole('button', { name: security.helpBackIn.button }).click()
    const done = isolated(security.helpBackIn.doneTitle, { name: ada.name })
    await expect(maria.page.getByRole('dialog', { name: done })).toBeVisible()
    await look()
    await clocked.settle()
  })
  await test.step('she proves her mailbox and sets up a new app', async () => {
    const { page } = ada
    // A code of the app counts once per account, the new app's too: the moment of the last one has to be over.
    await clocked.pass(60_000)
    await ada.context.clearCookies()
    await page.goto('/sign-in')
    await page.getByLabel(signIn.email).fill(ada.email)
    await page.getByLabel(signIn.password, { exact: true }).fill(ada.password)
    await page.getByRole('button', { name: signIn.button, exact: true }).click()
    await page.getByRole('button', { name: common.confirm.otherWays }).click()
    await page.getByRole('button', { name: signIn.verify.setUpAgain.button }).click()
    await expectPage(page, setUp.setUpAgain.title)
    await expectReadable(page, 'ar', 'rtl')
    const { text } = await ada.mail(mail.mailboxCode.subject.replace('{product}', 'Twinlock'))
    await typeCode(page, /\d{6}/.exec(text)?.[0] ?? '')
    await setUpByKey(ada, texts, () => expectReadable(page, 'ar', 'rtl'))
  })
})

/** Arguments keep their own direction: each stands between marks that isolate it. */
function isolated(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\u2068${values[name]}\u2069`)
}

/** What comes before the first argument. */
const beginningOf = (text: string) => text.split('{')[0]?.trim() ?? ''

type Texts = ReturnType<typeof catalogsOf>

/** From the choice of a method to its end. */
async function setUpByKey(person: Person, { setUp, common }: Texts, look: () => Promise<void>): Promise<void> {
  const { page } = person
  await expectPage(page, setUp.choose.title)
  await look()
  await page.getByRole('radio', { name: setUp.choose.names.AUTHENTICATOR_APP }).check()
  await page.getByRole('button', { name: common.continue }).click()
  await expectPage(page, setUp.app.title.replace('{product}', 'Twinlock'))
  await look()
  const key = (await page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).textContent()) ?? ''
  person.addToAuthenticator(key)
  await typeCode(page, await person.authenticator.code())
  await expectPage(page, setUp.codes.title)
  await look()
  person.backupCodes = await page
    .getByRole('listitem')
    .filter({ hasText: /^[a-z0-9]+-[a-z0-9]+/i })
    .allTextContents()
  await page.getByRole('button', { name: setUp.codes.done }).click()
  await expectPage(page, setUp.done.title)
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
  const read = (area: string) => readArea(locale, area)
  return {
    entry: read('entry'),
    signIn: read('sign-in'),
    setUp: read('set-up'),
    common: read('common'),
    mail: read('mail'),
    security: read('security'),
  }
}
