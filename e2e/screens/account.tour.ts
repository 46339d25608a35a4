import { expect } from '@playwright/test'
import { addApp, addTextMessages, arrive, spendBackupCode } from '../acts/arrive'
import { chooseAct } from '../acts/choose-act'
import { expectPage } from '../acts/headings'
import { expectCodeProblem, typeCode, wrongCode } from '../acts/say-code'
import type { Tour } from './tour'

const MINUTE = 60_000

export const accountTour: Tour = {
  name: 'the account',
  needsApp: true,
  async walk({ newPerson, clocked, look }) {
    const ada = await arrive(await newPerson('Ada Byron', { at: clocked }))
    const { page } = ada
    await page.goto('/account')
    await expectPage(page, 'Account')
    await expect(page.getByText('Not set up yet')).toBeVisible()
    await look(ada, 'account-without-two-factor')

    await addApp(ada)
    await addTextMessages(ada)
    for (const code of ada.backupCodes.slice(0, 8)) await spendBackupCode(ada, code)
    await clocked.pass(6 * MINUTE)
    await page.reload()
    await expect(page.getByText('Only 2 left.')).toBeVisible()
    await look(ada, 'account')
    await page.getByRole('button', { name: `Your account: ${ada.name}` }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await look(ada, 'account-menu')
    await page.keyboard.press('Escape')

    const dialog = page.getByRole('dialog')
    const close = dialog.getByRole('button', { name: 'Close' })
    for (const [button, name] of [
      ['Change your name', 'dialog-name'],
      ['Change password', 'dialog-password'],
      ['Turn off two-factor authentication', 'dialog-turn-off'],
      ['Create new codes', 'dialog-new-codes'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await expect(dialog).toBeVisible()
      await look(ada, name)
      await close.click()
    }
    await chooseAct(page, 'More actions: SMS text message', 'Remove')
    await expect(dialog).toBeVisible()
    await look(ada, 'dialog-remove')
    await close.click()
    await page.getByRole('button', { name: 'Change password' }).click()
    await dialog.getByLabel('New password').fill('short')
    await dialog.getByRole('button', { name: 'Change password' }).click()
    await expect(dialog.getByText('Use at least 8 characters.')).toBeVisible()
    await look(ada, 'dialog-password-problem')
    await close.click()

    await page.getByRole('button', { name: 'Show codes' }).click()
    await expect(dialog.getByLabel('Password', { exact: true })).toBeVisible()
    await look(ada, 'confirm-password')
    await dialog.getByLabel('Password', { exact: true }).fill('not the right one')
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(dialog.getByText('That password is incorrect.')).toBeVisible()
    await look(ada, 'confirm-password-problem')
    await dialog.getByLabel('Password', { exact: true }).fill(ada.password)
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(dialog.getByText('Enter the code from your authentication app.')).toBeVisible()
    await look(ada, 'confirm-code')
    const code = await ada.authenticator.code()
    await typeCode(dialog, wrongCode(code))
    await expectCodeProblem(dialog, 'That code didn’t match.')
    await look(ada, 'confirm-code-problem')
    await typeCode(dialog, code)
    await expect(page.getByRole('dialog', { name: 'Your backup codes' })).toBeVisible()
    await look(ada, 'dialog-backup-codes')
  },
}
