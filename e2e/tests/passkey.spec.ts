import { chooseAct } from '../acts/choose-act'
import { confirmItsYou } from '../acts/confirm'
import { expectPage, expectStep } from '../acts/headings'
import { chooseWay, finish, makePasskey, saveBackupCodes } from '../acts/set-up'
import { giveBackupCode, givePassword, signOut, tryAnotherWay } from '../acts/sign-in'
import { expectSignedIn, signUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { Passkeys } from '../people/passkeys'

const MINUTE = 60_000

test('a user creates a passkey in the wizard, signs in with it, confirms with it, and removes it', async ({
  newPerson,
  clocked,
}) => {
  const ada = await newPerson('Ada Byron', { at: clocked })
  const { page } = ada
  const passkeys = await Passkeys.giveTo(page)
  await signUp(ada)

  await test.step('makes it, names it, and saves the backup codes', async () => {
    await page.goto('/account/two-factor/set-up')
    await chooseWay(ada, 'Use a passkey')
    await expectStep(page, '2 of 4', 'Create a passkey')
    await makePasskey(ada, 'My <b>laptop</b>')
    await saveBackupCodes(ada)
    expect(await passkeys.count()).toBe(1)
    await finish(ada)
    await expect(page.getByText('My <b>laptop</b>')).toBeVisible()
    await ada.mail('Two-factor authentication is on')
  })
  await test.step('signs in with it alone, from the email field', async () => {
    await passkeys.setPresent(false)
    await signOut(ada)
    await passkeys.setPresent(true)
    await page.reload()
    await expectSignedIn(ada)
  })
  await test.step('and with it after the password: the browser asks by itself', async () => {
    await passkeys.setPresent(false)
    await signOut(ada)
    // A browser that offers none in the field: it would ask for the finger there first.
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = async () => false
    })
    await page.goto('/sign-in')
    await passkeys.setPresent(true)
    await givePassword(ada)
    await expectSignedIn(ada)
  })
  await test.step('confirms with it that it is her', async () => {
    await clocked.pass(6 * MINUTE)
    await page.goto('/account')
    await page.getByRole('button', { name: 'Show codes' }).click()
    await confirmItsYou(ada, 'passkey')
    await expect(page.getByRole('dialog', { name: 'Your backup codes' })).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('cannot make a second one where there is one already', async () => {
    await page.getByRole('link', { name: 'Add a passkey' }).click()
    await expectStep(page, '1 of 2', 'Create a passkey')
    await page.getByRole('button', { name: 'Create a passkey' }).click()
    await expect(page.getByText('There’s already a passkey for your account there.')).toBeVisible()
  })
  await test.step('removes it', async () => {
    await page.goto('/account')
    await chooseAct(page, 'More actions: Passkey “My <b>laptop</b>”', 'Remove')
    const dialog = page.getByRole('dialog', { name: 'Remove Passkey “My <b>laptop</b>”?' })
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Not set up yet')).toBeVisible()
    await ada.mail('Two-factor authentication is off')
  })
})

test('a passkey that is not there is explained, and another way gets in', async ({ newPerson }) => {
  const ada = await newPerson()
  const { page } = ada
  const passkeys = await Passkeys.giveTo(page)
  await signUp(ada)
  await page.goto('/account/two-factor/set-up/passkey')
  await makePasskey(ada)
  await saveBackupCodes(ada)
  await finish(ada)
  await passkeys.lose()

  await test.step('the sign-in page says so, and tries again on request', async () => {
    await signOut(ada)
    await givePassword(ada)
    await expectPage(page, 'Use your passkey')
    await expect(page.getByRole('alert')).toContainText('The prompt was closed or timed out.')
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await expect(page.getByRole('alert')).toContainText('The prompt was closed or timed out.')
  })
  await test.step('a backup code gets in', async () => {
    await tryAnotherWay(ada, 'Use a backup code')
    await giveBackupCode(ada, ada.backupCodes[0] ?? '')
    await expectSignedIn(ada)
  })
})
