import { screen, waitFor } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { BASE, LATER, one, open, progress, sms, wrong } from './wizard.fixture'

// The plans of the world's telephone numbers may take longer to load than a test waits.
beforeAll(() => import('./number-step'))

describe('the text message', () => {
  async function enter(number: string, script: Script) {
    const app = open('/sms', script)
    await app.user.type(await screen.findByLabelText('Mobile number'), number)
    await app.user.click(screen.getByRole('button', { name: 'Text me a code' }))
    return app
  }

  test.each([
    [{ __typename: 'InvalidPhoneNumber', example: null }, /doesn’t look like a mobile number/],
    [{ __typename: 'InvalidPhoneNumber', example: '+54 9 11' }, /A mobile number there looks like \+54 9 11\./],
    [
      { __typename: 'UnsupportedDestination', reason: 'COUNTRY', country: 'PR', example: null },
      /can’t send text messages to Puerto Rico/,
    ],
    [
      { __typename: 'UnsupportedDestination', reason: 'NOT_MOBILE', country: 'DE', example: '+49 1512' },
      /can’t receive text messages. A mobile number there looks like \+49 1512\./,
    ],
    [
      { __typename: 'UnsupportedDestination', reason: 'NO_PROVIDER', country: null, example: null },
      /can’t send text messages here/,
    ],
    [{ __typename: 'SendCodeTooSoon', retryAt: LATER }, /You can request another one at/],
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /Too many attempts. Try again at/],
    [{ __typename: 'DeliveryFailed' }, /We couldn’t send it/],
  ])('a number answered by %j shows its message, and stays in the field', async (answer, message) => {
    await enter('+49 151 23456742', { BeginSmsSetup: one('beginSmsSetup', answer) })
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.getByLabelText('Mobile number')).toHaveProperty('value', '+49 151 23456742')
  })

  test('what cannot be a number is not sent at all', async () => {
    const { asked } = await enter('12', {})
    expect(await screen.findByText(/doesn’t look like a mobile number/)).toBeTruthy()
    expect(asked.map(({ name }) => name)).not.toContain('BeginSmsSetup')
  })

  test('a good number leads to the code; changing it finds the old one typed', async () => {
    const { user, address, asked } = await enter('+49 151 23456742', {
      SetUpProgress: [progress(), progress({ sms })],
      BeginSmsSetup: one('beginSmsSetup', sms),
    })
    expect(await screen.findByText(/Sent to \+49 1512 3456742/)).toBeTruthy()
    expect(address()).toBe(`${BASE}/sms/code`)
    expect(asked.find(({ name }) => name === 'BeginSmsSetup')?.variables.input).toMatchObject({
      phoneNumber: '+49 151 23456742',
      country: 'DE',
    })
    await user.click(screen.getByRole('link', { name: 'Change number' }))
    expect(await screen.findByLabelText('Mobile number')).toHaveProperty('value', '+49 151 23456742')
  })

  test('a number that is sent as soon as it is typed is kept by then, and nothing leads back from the code', async () => {
    const { kept } = await enter('+49 151 23456742', { BeginSmsSetup: { isOffline: true } })
    expect(kept()).toMatchObject({ phone: { number: '+49 151 23456742' } })
  })

  const atCode = (script: Script) => open('/sms/code', { SetUpProgress: progress({ sms }), ...script })

  test('the code’s address without a set-up asks for the number', async () => {
    const { address } = open('/sms/code', {})
    await screen.findByLabelText('Mobile number')
    expect(address()).toBe(`${BASE}/sms`)
  })

  test.each([
    [wrong(), 'That code didn’t match. 4 attempts left.'],
    [wrong({ attemptsLeft: 0 }), /you have no attempts left. Go back and start again/],
    [{ __typename: 'CodeExpired' }, /has expired. Go back and send a new one/],
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /Too many attempts. Try again at/],
  ])('a code answered by %j shows its message', async (answer, message) => {
    const { user } = atCode({ ConfirmSmsSetup: one('confirmSmsSetup', answer) })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test('sending again is said aloud, and then waits beside the button’s place', async () => {
    const { user } = atCode({
      ResendSmsSetupCode: one('resendSmsSetupCode', {
        __typename: 'CodeSent',
        sentTo: '•••• 42',
        expiresAt: LATER,
        resendAvailableAt: LATER,
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Send again' }))
    expect(await screen.findByText('Sent to •••• 42.', { selector: '[role="status"]' })).toBeTruthy()
    expect(screen.getByRole('timer')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Send again/ })).toBeNull()
  })

  test.each([
    [{ __typename: 'SendCodeTooSoon', retryAt: LATER }, /You can send again in/],
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /Too many attempts. Try again at/],
    [{ __typename: 'DeliveryFailed' }, /We couldn’t send it/],
  ])('sending again answered by %j shows its message', async (answer, message) => {
    const { user } = atCode({ ResendSmsSetupCode: one('resendSmsSetupCode', answer) })
    await user.click(await screen.findByRole('button', { name: 'Send again' }))
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test('sending again once the set-up has expired leads back to the number, as typed, and says why', async () => {
    const { user, address } = await enter('+49 151 23456742', {
      SetUpProgress: [progress(), progress({ sms })],
      BeginSmsSetup: one('beginSmsSetup', sms),
      ResendSmsSetupCode: one('resendSmsSetupCode', { __typename: 'SignInExpired' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Send again' }))
    expect(await screen.findByText(/Send a new one/)).toBeTruthy()
    expect(address()).toBe(`${BASE}/sms`)
    expect(screen.getByLabelText('Mobile number')).toHaveProperty('value', '+49 151 23456742')
  })

  test.each([
    ['QUEUED', /On its way to \+49 1512 3456742/],
    ['DELAYED', /The text message is delayed/],
    ['FAILED', /We couldn’t deliver the text message/],
  ])('a text that is %s shows its message, and is not called sent', async (codeDelivery, message) => {
    open('/sms/code', { SetUpProgress: progress({ sms: { ...sms, codeDelivery } }) })
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.queryByText(/Sent to/, { selector: 'div:not([role])' })).toBeNull()
  })

  test('a reload finds the number as it was typed', async () => {
    const { user, kept, unmount } = open('/sms', {})
    await user.type(await screen.findByLabelText('Mobile number'), '0151 2345')
    await waitFor(() => expect(kept()).toMatchObject({ phone: { number: '0151 2345' } }))
    unmount()
    open('/sms', {}, kept())
    expect(await screen.findByLabelText('Mobile number')).toHaveProperty('value', '0151 2345')
  })
})
