import { expect } from '@playwright/test'
import { arrive } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { finish, makePasskey, saveBackupCodes, WIZARD } from '../acts/set-up'
import { givePassword } from '../acts/sign-in'
import { Passkeys } from '../people/passkeys'
import type { Tour } from './tour'

const MINUTE = 60_000

export const passkeyTour: Tour = {
  name: 'a passkey',
  needsApp: false,
  async walk({ newPerson, clocked, look }) {
    const ada = await arrive(await newPerson('Ada Byron', { at: clocked }))
    const { page } = ada
    const passkeys = await Passkeys.giveTo(page)
    await page.goto(`${WIZARD}/passkey`)
    await expect(page.getByLabel('Name of this passkey')).toBeVisible()
    await look(ada, 'passkey')
    await makePasskey(ada)
    await saveBackupCodes(ada)
    await expectPage(page, 'Two-factor authentication is on')
    await look(ada, 'done-passkey')
    await finish(ada)
    await expect(page.getByRole('button', { name: /^More actions: Passkey/ })).toBeVisible()
    await look(ada, 'account-passkey')
    await page.getByRole('link', { name: 'Add a passkey' }).click()
    await makePasskey(ada)
    await expect(page.getByText('There’s already a passkey for your account')).toBeVisible()
    await look(ada, 'passkey-problem')

    await passkeys.lose()
    await clocked.pass(6 * MINUTE)
    await page.goto('/account')
    await page.getByRole('button', { name: 'Show codes' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Password', { exact: true }).fill(ada.password)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await look(ada, 'confirm-passkey-problem')
    await ada.context.clearCookies()
    await page.goto('/sign-in')
    await givePassword(ada)
    await expect(page.getByRole('alert')).toBeVisible()
    await look(ada, 'verify-passkey-problem')
  },
}
