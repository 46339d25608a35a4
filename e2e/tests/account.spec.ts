import { addTextMessages, arriveWithApp } from '../acts/arrive'
import { chooseAct } from '../acts/choose-act'
import { confirmItsYou } from '../acts/confirm'
import { expectPage } from '../acts/headings'
import { shownBackupCodes } from '../acts/set-up'
import { signInWithApp } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'
import type { Person } from '../people/person'
import type { ClockedTwinlock } from '../servers/start-clocked-server'

const MINUTE = 60_000

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

/** Signed in some time ago: whatever matters asks again who it is. */
async function settledIn(person: Person, clocked: ClockedTwinlock): Promise<Person> {
  await arriveWithApp(person)
  await addTextMessages(person)
  await clocked.pass(6 * MINUTE)
  await person.page.goto('/account')
  await expectSignedIn(person)
  return person
}

test('a user changes their name, and their teammates see the new one', async ({ newPerson, clocked }) => {
  const ada = await settledIn(await newPerson('Ada Byron', { at: clocked }), clocked)
  const { page } = ada
  await page.getByRole('button', { name: 'Change your name' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change your name' })
  await dialog.getByLabel('Name').fill('Ada Lovelace')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await confirmItsYou(ada)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Your account: Ada Lovelace' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change your name' })).toBeFocused()
  await ada.mail('Your name at Twinlock was changed')
})

test('a new password asks who it is first, returns to it, and ends the other session', async ({
  newPerson,
  elsewhere,
  clocked,
}) => {
  const ada = await settledIn(await newPerson('Ada Byron', { at: clocked }), clocked)
  const away = await elsewhere(ada)
  await signInWithApp(away)
  await clocked.pass(MINUTE)
  const { page } = ada
  await page.getByRole('button', { name: 'Change password' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change your password' })
  await dialog.getByLabel('New password').fill('a much better one, remembered')
  await dialog.getByRole('button', { name: 'Change password' }).click()
  await confirmItsYou(ada)
  await expect(dialog).toBeHidden()
  ada.password = 'a much better one, remembered'
  await ada.mail('Your Twinlock password was changed')
  await away.page.reload()
  await expectPage(away.page, 'Sign in')
  await ada.page.reload()
  await expectSignedIn(ada)
})

test('backup codes are shown again, the used one struck through, and regenerated', async ({ newPerson, clocked }) => {
  const ada = await settledIn(await newPerson('Ada Byron', { at: clocked }), clocked)
  const { page } = ada
  const [first = ''] = ada.backupCodes

  await test.step('shows them: password and a backup code, since the phone is away', async () => {
    await page.getByRole('button', { name: 'Show codes' }).click()
    await confirmItsYou(ada, { backupCode: first })
    const sheet = page.getByRole('dialog', { name: 'Your backup codes' })
    await expect(sheet.locator('s')).toHaveText(first)
    await expect(sheet.getByText(/^Used on /)).toBeVisible()
    expect((await shownBackupCodes(ada)).length).toBe(10)
    await sheet.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByText('9 of 10 left')).toBeVisible()
    await ada.mail('Your backup codes were shown')
  })
  await test.step('makes new ones, without being asked again within five minutes', async () => {
    await page.getByRole('button', { name: 'Create new codes' }).click()
    const dialog = page.getByRole('dialog', { name: 'Create new backup codes?' })
    await dialog.getByRole('button', { name: 'Create new codes' }).click()
    await expect(page.getByRole('dialog', { name: 'Your backup codes' })).toBeVisible()
    const codes = await shownBackupCodes(ada)
    expect(codes).not.toContain(first)
    expect(new Set([...codes, ...ada.backupCodes]).size).toBe(20)
    await page.keyboard.press('Escape')
    await expect(page.getByText('10 of 10 left')).toBeVisible()
    await ada.mail('You have new backup codes')
  })
})

test('canceling the confirmation cancels the act, and nothing else', async ({ newPerson, clocked }) => {
  const ada = await settledIn(await newPerson('Ada Byron', { at: clocked }), clocked)
  const { page } = ada
  const show = page.getByRole('button', { name: 'Show codes' })
  await show.click()
  await expect(page.getByRole('dialog', { name: 'Confirm it’s you' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(show).toBeFocused()
  await show.click()
  await confirmItsYou(ada)
  await expect(page.getByRole('dialog', { name: 'Your backup codes' })).toBeVisible()
})

test('ways are preferred, removed, and turned off, each asking who it is and each mailed', async ({
  newPerson,
  clocked,
}) => {
  const ada = await settledIn(await newPerson('Ada Byron', { at: clocked }), clocked)
  const { page } = ada

  await test.step('prefers text messages', async () => {
    await chooseAct(page, 'More actions: SMS text message', 'Make default')
    await confirmItsYou(ada)
    await expect(page.getByText(/^SMS text message\s*Default/).first()).toBeVisible()
    await ada.mail('The default sign-in method of your Twinlock account was changed')
  })
  await test.step('removes the app: what is lost is said before', async () => {
    await clocked.pass(6 * MINUTE)
    await chooseAct(page, 'More actions: Authentication app', 'Remove')
    const dialog = page.getByRole('dialog', { name: 'Remove Authentication app?' })
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await confirmItsYou(ada, 'text-message')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('link', { name: 'Add an authentication app' })).toBeVisible()
    await ada.mail('A sign-in method was removed from your Twinlock account')
  })
  await test.step('turns it off', async () => {
    await page.getByRole('button', { name: 'Turn off two-factor authentication' }).click()
    const dialog = page.getByRole('dialog', { name: 'Turn off two-factor authentication?' })
    await expect(dialog.getByText('You’ll sign in with just your password.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Turn off' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Not set up yet')).toBeVisible()
    await ada.mail('Two-factor authentication is off')
  })
})

test('a forgotten device is signed out from afar', async ({ newPerson, elsewhere, product }) => {
  const ada = await arriveWithApp(await newPerson('Ada Byron', { at: product }))
  const away = await elsewhere(ada)
  await signInWithApp(away)
  await ada.page.goto('/account')
  await ada.page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(ada.page.getByRole('button', { name: 'Sign out everywhere else' })).toBeHidden()
  await away.page.reload()
  await expect(away.page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
