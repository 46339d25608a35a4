import { expect } from '@playwright/test'
import { arrive } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { expectCodeProblem, typeCode, wrongCode } from '../acts/say-code'
import { chooseWay, giveNumber, saveBackupCodes, typeKeyIntoApp, WIZARD } from '../acts/set-up'
import type { Tour } from './tour'

export const appTour: Tour = {
  name: 'setting up an app',
  needsApp: true,
  async walk({ newPerson, look }) {
    const ada = await arrive(await newPerson())
    const { page } = ada
    await page.goto(WIZARD)
    await expectPage(page, 'How should we check it’s you?')
    await look(ada, 'choose')
    await page.getByText('I have no mobile phone').click()
    await look(ada, 'choose-no-phone')
    await chooseWay(ada, 'Use an authentication app')
    await typeKeyIntoApp(ada)
    await look(ada, 'app')
    const code = await ada.authenticator.code()
    await typeCode(page, wrongCode(code))
    await expectCodeProblem(page, 'That code didn’t match.')
    await page.getByText('I don’t have an app yet').click()
    await page.getByText('The QR code or key doesn’t work').click()
    await look(ada, 'app-problem')
    await typeCode(page, code)
    await expectPage(page, 'Save your backup codes')
    await look(ada, 'backup-codes')
    await page.reload()
    await expect(page.getByRole('button', { name: 'Show my backup codes' })).toBeVisible()
    await look(ada, 'backup-codes-after-reload')
    await page.getByRole('button', { name: 'I have saved them' }).click()
    await expectPage(page, 'Two-factor authentication is on')
    await look(ada, 'done')
    await page.goto(WIZARD)
    await expect(page.getByText('You already have this.')).toBeVisible()
    await look(ada, 'choose-again')
  },
}

export const textMessageTour: Tour = {
  name: 'setting up text messages',
  needsApp: false,
  async walk({ newPerson, look }) {
    const grace = await arrive(await newPerson('Grace Hopper'))
    const { page } = grace
    await page.goto(`${WIZARD}/sms`)
    await expectPage(page, 'What’s your mobile number?')
    await look(grace, 'number')
    await page.getByRole('button', { name: /^Country:/ }).click()
    await expect(page.getByRole('listbox')).toBeVisible()
    await look(grace, 'number-country')
    await page.getByRole('combobox', { name: 'Search a country or code' }).fill('xyz')
    await expect(page.getByText('No country found.')).toBeVisible()
    await look(grace, 'number-no-country')
    await page.keyboard.press('Escape')
    await giveNumber(grace, '12')
    await expect(page.getByLabel('Mobile number')).toHaveAttribute('aria-invalid', 'true')
    await look(grace, 'number-problem')
    await giveNumber(grace)
    await expectPage(page, 'Check your text messages')
    await look(grace, 'text-message')
    const code = await grace.textedCode()
    await typeCode(page, wrongCode(code))
    await expectCodeProblem(page, 'That code didn’t match.')
    await look(grace, 'text-message-problem')
    await typeCode(page, code)
    await saveBackupCodes(grace)
    await expectPage(page, 'Two-factor authentication is on')
    await look(grace, 'done-text-message')
  },
}
