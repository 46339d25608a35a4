import { arrive, arriveWithApp } from '../acts/arrive'
import { expectPage, expectStep } from '../acts/headings'
import { tabAndPress, tabTo } from '../acts/keyboard'
import { shownBackupCodes, typeKeyIntoApp, WIZARD } from '../acts/set-up'
import { expectSignedIn, fillSignUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

test('the whole wizard with an app, and the next sign-in, by keyboard alone', async ({ newPerson }) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arrive(await newPerson())
  const { page } = ada
  const { keyboard } = page
  await page.goto('/account')
  await expectPage(page, 'Account')

  await tabAndPress(page, page.getByRole('link', { name: 'Set up two-factor authentication' }).first())
  await expectStep(page, '1 of 4', 'How should we check it’s you?')
  await tabTo(page, page.getByRole('radio', { checked: true }))
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'SMS text message' })).toBeChecked()
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Use an authentication app' })).toBeChecked()
  await tabAndPress(page, page.getByRole('button', { name: 'Continue' }))

  await expectStep(page, '2 of 4', 'Add Twinlock to your app')
  await typeKeyIntoApp(ada)
  await test.step('the digits find their field though the heading has the focus', async () => {
    await keyboard.type(await ada.authenticator.code())
  })
  await expectStep(page, '3 of 4', 'Save your backup codes')
  ada.backupCodes = await shownBackupCodes(ada)
  const download = page.waitForEvent('download')
  await tabAndPress(page, page.getByRole('button', { name: 'Download' }))
  expect((await download).suggestedFilename()).toBe('Twinlock-backup-codes.txt')
  await tabAndPress(page, page.getByRole('button', { name: 'Continue' }))
  await expectStep(page, '4 of 4', 'Two-factor authentication is on')
  await tabAndPress(page, page.getByRole('button', { name: 'Continue' }))
  await expectPage(page, 'Account')

  await test.step('signs out by the menu, and in again', async () => {
    await tabAndPress(page, page.getByRole('button', { name: `Your account: ${ada.name}` }))
    await expect(page.getByRole('menu')).toBeVisible()
    await keyboard.press('End')
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
    await keyboard.press('Enter')
    await expectPage(page, 'Sign in')
    await tabTo(page, page.getByLabel('Email'))
    await keyboard.type(ada.email)
    await tabTo(page, page.getByLabel('Password', { exact: true }))
    await keyboard.type(ada.password)
    await keyboard.press('Enter')
    await expectPage(page, 'Enter the code from your app')
    await keyboard.type(await ada.authenticator.code())
    await expectSignedIn(ada)
  })
})

test('text messages are set up by keyboard alone, with a country found by its name', async ({ newPerson }) => {
  const grace = await arrive(await newPerson('Grace Hopper'))
  const { page } = grace
  const { keyboard } = page
  await page.goto(`${WIZARD}/sms`)
  await expectStep(page, '2 of 4', 'What’s your mobile number?')
  await tabAndPress(page, page.getByRole('button', { name: /^Country:/ }))
  await expect(page.getByRole('combobox', { name: 'Search a country or code' })).toBeFocused()
  await keyboard.type('germany')
  await keyboard.press('Enter')
  const country = page.getByRole('button', { name: 'Country: Germany, +49' })
  await expect(country).toBeFocused()
  await tabTo(page, page.getByLabel('Mobile number'))
  await keyboard.type(grace.phone.replace('+49', '0'))
  await keyboard.press('Enter')
  await expectStep(page, '2 of 4', 'Check your text messages')
  await keyboard.type(await grace.textedCode())
  await expectStep(page, '3 of 4', 'Save your backup codes')
})

test('the confirmation holds the focus, and gives it back to the act', async ({ newPerson, clocked }) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
  const { page } = ada
  await clocked.pass(6 * 60_000)
  await page.goto('/account')
  await expectPage(page, 'Account')
  const show = page.getByRole('button', { name: 'Show codes' })
  await tabAndPress(page, show)
  const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' })
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused()
  for (let presses = 0; presses < 8; presses++) {
    await page.keyboard.press('Tab')
    const isInside = await dialog.evaluate((element) => element.contains(document.activeElement))
    const isBrowser = await page.evaluate(() => document.activeElement === document.body)
    expect(isInside || isBrowser).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(show).toBeFocused()
})

test('a code is pasted from anywhere on the page, with its spaces', async ({ newPerson }) => {
  const ada = await newPerson()
  const { page } = ada
  await page.goto('/sign-up')
  await fillSignUp(ada)
  await expectPage(page, 'Check your email')
  const code = await ada.mailedCode()
  await ada.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${code.slice(0, 3)} ${code.slice(3)}`)
  await page.keyboard.press('Control+V')
  await expectSignedIn(ada)
})
