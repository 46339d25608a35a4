import { expect } from '@playwright/test'
import { addTextMessages, arriveWithApp, spendBackupCode } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { expectCodeProblem, typeCode, wrongCode } from '../acts/say-code'
import { giveBackupCode, givePassword, tryAnotherWay } from '../acts/sign-in'
import type { Tour } from './tour'

const MINUTE = 60_000

export const signInTour: Tour = {
  name: 'signing in',
  needsApp: true,
  async walk({ newPerson, clocked, look }) {
    const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
    await addTextMessages(ada)
    const { page } = ada
    await ada.context.clearCookies()
    await page.goto('/sign-in')
    await expectPage(page, 'Sign in')
    await look(ada, 'sign-in')
    await givePassword(ada, 'not the right one')
    await expect(page.getByText('That email and password don’t match.')).toBeVisible()
    await look(ada, 'sign-in-problem')

    await givePassword(ada)
    await expectPage(page, 'Enter the code from your app')
    await look(ada, 'verify-app')
    await typeCode(page, wrongCode(await ada.authenticator.code()))
    await expectCodeProblem(page, 'That code didn’t match.')
    await look(ada, 'verify-app-problem')
    await page.getByRole('button', { name: 'Try another way' }).click()
    await expectPage(page, 'How else can we check it’s you?')
    await look(ada, 'verify-other-ways')
    await page.getByRole('button', { name: 'Send me a text message' }).click()
    await ada.textedCode()
    await expect(page.getByText('You can send again in')).toBeVisible()
    await look(ada, 'verify-text-message')
    await tryAnotherWay(ada, 'Use a backup code')
    await expectPage(page, 'Enter a backup code')
    await look(ada, 'verify-backup-code')
    await giveBackupCode(ada, 'abc')
    await expect(page.getByLabel('Backup code')).toHaveAttribute('aria-invalid', 'true')
    await look(ada, 'verify-backup-code-problem')

    await clocked.pass(8.5 * MINUTE)
    await expect(page.getByRole('dialog', { name: 'Do you need more time?' })).toBeVisible()
    await look(ada, 'verify-more-time')
    await clocked.pass(2 * MINUTE)
    await expect(page.getByText('That sign-in took too long')).toBeVisible()
    await look(ada, 'sign-in-took-too-long')

    for (const code of ada.backupCodes.slice(0, 6)) await spendBackupCode(ada, code)
    await ada.context.clearCookies()
    await page.goto('/sign-in')
    await givePassword(ada)
    await tryAnotherWay(ada, 'Use a backup code')
    await giveBackupCode(ada, ada.backupCodes[6] ?? '')
    await expectPage(page, 'You have 3 backup codes left')
    await look(ada, 'few-backup-codes')
  },
}
