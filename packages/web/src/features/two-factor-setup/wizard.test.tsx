import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, test } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { SetUpPage } from './set-up.page'

const LATER = '2099-01-01T14:32:00.000Z'
const BASE = '/account/two-factor/set-up'
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

const authenticator = {
  __typename: 'AuthenticatorSetup',
  setupId: 'a1',
  secret: SECRET,
  otpauthUri: `otpauth://totp/Twinlock:ada%40acme.com?secret=${SECRET}`,
  expiresAt: LATER,
}
const sms = {
  __typename: 'SmsSetup',
  setupId: 's1',
  maskedPhoneNumber: '•••• 42',
  expiresAt: LATER,
  resendAvailableAt: '2020-01-01T00:00:00.000Z',
}
const viewer = (isOn: boolean) => ({
  __typename: 'Viewer',
  id: 'v',
  email: 'ada@acme.com',
  twoFactor: {
    __typename: 'AccountTwoFactor',
    id: 't',
    isOn,
    preferredMethod: null,
    backupCodesLeft: isOn ? 10 : 0,
    maskedPhoneNumber: null,
    factors: [],
  },
})
const progress = (fields = {}, isOn = false) => ({
  data: {
    capabilities: { __typename: 'Capabilities', smsCountries: null },
    setUpProgress: {
      __typename: 'SetUpProgress',
      isSmsAvailable: true,
      allowedMethods: ['SMS', 'AUTHENTICATOR_APP'],
      mailboxProofRequired: false,
      barredBy: [],
      authenticator: null,
      sms: null,
      ...fields,
    },
    viewer: viewer(isOn),
  },
})
const sheet = {
  __typename: 'BackupCodeSheet',
  generatedAt: '2024-05-14T15:00:00.000Z',
  codes: [{ __typename: 'BackupCode', code: 'ABCDE12345678', usedAt: null }],
}
const setUp = (backupCodes: unknown = sheet) => ({
  __typename: 'TwoFactorSetUp',
  viewer: viewer(true),
  backupCodes,
})
const wrong = (fields = {}) => ({
  __typename: 'InvalidCode',
  attemptsLeft: 4,
  alreadyUsed: false,
  clockOffsetSeconds: null,
  ...fields,
})
const one = (field: string, value: unknown) => ({ data: { [field]: value } })

function open(step: string, script: Script) {
  const page = (
    <Routes>
      <Route path={`${BASE}/*`} element={<SetUpPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>
  )
  return renderApp(page, BASE + step, { SetUpProgress: progress(), ...script })
}

describe('choosing a way', () => {
  test('the step names the document, and its heading takes the focus', async () => {
    open('', {})
    const heading = await screen.findByRole('heading', { name: 'How should we check it’s you?' })
    expect(document.title).toBe('Step 1 of 4: How should we check it’s you? · Twinlock')
    expect(document.activeElement).toBe(heading)
  })

  test('a barred way stays and says who bars it', async () => {
    open('', {
      SetUpProgress: progress({
        allowedMethods: ['AUTHENTICATOR_APP'],
        barredBy: [{ __typename: 'NetworkSummary', id: 'n', name: 'Acme' }],
      }),
    })
    expect(await screen.findByText('Not accepted by Acme.')).toBeTruthy()
    expect(screen.getByRole('radio', { name: /SMS text message/ })).toHaveProperty('disabled', true)
  })

  test('without a provider text messages say so', async () => {
    open('', { SetUpProgress: progress({ isSmsAvailable: false }) })
    expect(await screen.findByText(/aren’t available on this installation/)).toBeTruthy()
  })

  test('whoever has codes already has a step less', async () => {
    open('', { SetUpProgress: progress({}, true) })
    expect(await screen.findByText('Step 1 of 3')).toBeTruthy()
  })

  test('each way has its address, so Back works', async () => {
    const { user, address } = open('', {})
    await user.click(await screen.findByRole('radio', { name: /SMS text message/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(address()).toBe(`${BASE}/sms`)
  })

  test('while the email is unproved, its code comes first', async () => {
    const { user, asked } = open('', {
      SetUpProgress: [progress({ mailboxProofRequired: true }), progress()],
      SendMailboxCode: one('sendMailboxCode', {
        __typename: 'CodeSent',
        sentTo: 'a•••@acme.com',
        expiresAt: LATER,
        resendAvailableAt: LATER,
      }),
      ProveMailbox: [
        one('proveMailbox', wrong()),
        one('proveMailbox', {
          __typename: 'SignedIn',
          viewer: {
            __typename: 'Viewer',
            id: 'v',
            twoFactor: { __typename: 'AccountTwoFactor', id: 't', backupCodesLeft: 0 },
          },
        }),
      ],
    })
    await screen.findByText(/We emailed it to a•••@acme.com/)
    expect(asked.filter(({ name }) => name === 'SendMailboxCode')).toHaveLength(1)
    await user.keyboard('111111')
    await screen.findByText('That code didn’t match. 4 tries left.')
    await user.keyboard('222222')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(await screen.findByRole('heading', { name: 'How should we check it’s you?' })).toBeTruthy()
  })
})

describe('the authentication app', () => {
  const begun = { BeginAuthenticatorSetup: one('beginAuthenticatorSetup', authenticator) }

  test('begins one set-up, shows the key grouped and names the picture', async () => {
    const { asked } = open('/app', begun)
    expect(await screen.findByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy()
    expect(screen.getByRole('img', { name: 'Same as the key below' })).toBeTruthy()
    expect(asked.filter(({ name }) => name === 'BeginAuthenticatorSetup')).toHaveLength(1)
  })

  test('the key is copied ungrouped, and that is said', async () => {
    const { user } = open('/app', begun)
    await user.click(await screen.findByRole('button', { name: 'Copy key' }))
    expect(await navigator.clipboard.readText()).toBe(SECRET)
    expect(screen.getByText('Copied', { selector: '[role="status"]' })).toBeTruthy()
  })

  test('a reload goes on with the set-up that was begun', async () => {
    const { asked } = open('/app', { SetUpProgress: progress({ authenticator }) })
    await screen.findByText(/JBSW Y3DP/)
    expect(asked.map(({ name }) => name)).toEqual(['SetUpProgress'])
  })

  test.each([
    [wrong(), 'That code didn’t match. 4 tries left.'],
    [wrong({ attemptsLeft: 1 }), 'That code didn’t match. 1 try left.'],
    [wrong({ alreadyUsed: true }), 'Used already. Wait for the next one.'],
    [
      wrong({ clockOffsetSeconds: 185 }),
      'Your phone’s clock is about 3 minutes fast. Turn on automatic date and time.',
    ],
    [wrong({ clockOffsetSeconds: -62 }), 'Your phone’s clock is about 1 minute slow. Turn on automatic date and time.'],
    [{ __typename: 'CodeExpired' }, 'This picture is no longer good. Make a new one, and scan that.'],
    [{ __typename: 'TooManyAttempts', retryAt: LATER }, /^Too many tries. Try again at .*2:32/],
  ])('a code answered by %j is told in words', async (answer, words) => {
    const { user } = open('/app', { ...begun, ConfirmAuthenticatorSetup: one('confirmAuthenticatorSetup', answer) })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    expect(await screen.findByText(words)).toBeTruthy()
  })

  test('too many set-ups begun: says when to try again, and offers no code to type', async () => {
    open('/app', {
      BeginAuthenticatorSetup: one('beginAuthenticatorSetup', { __typename: 'TooManyAttempts', retryAt: LATER }),
    })
    expect(await screen.findByText(/Too many tries. Try again at/)).toBeTruthy()
    expect(screen.queryByLabelText('6-digit code')).toBeNull()
  })

  test('offline: says so, and tries again on request', async () => {
    const { user } = open('/app', {
      BeginAuthenticatorSetup: [{ isOffline: true }, one('beginAuthenticatorSetup', authenticator)],
    })
    expect(await screen.findByText(/We can’t reach Twinlock/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/JBSW Y3DP/)).toBeTruthy()
  })

  test('the right code leads to the backup codes, and those to the end', async () => {
    const { user, address } = open('/app?next=%2Fnetworks%2Facme', {
      ...begun,
      ConfirmAuthenticatorSetup: one('confirmAuthenticatorSetup', setUp()),
    })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    expect(await screen.findByText('ABCD-E123-45678')).toBeTruthy()
    expect(document.title).toBe('Step 3 of 4: Save your backup codes · Twinlock')
    await user.click(screen.getByRole('button', { name: 'I have saved them' }))
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    await waitFor(() => expect(address()).toBe('/networks/acme'))
  })

  test('a second way brings no codes and goes straight to the end', async () => {
    const { user, address } = open('/app', {
      SetUpProgress: progress({}, true),
      ...begun,
      ConfirmAuthenticatorSetup: one('confirmAuthenticatorSetup', setUp(null)),
    })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    await screen.findByRole('heading', { name: 'Two-factor authentication is on' })
    expect(address()).toBe(`${BASE}/done`)
  })
})

describe('the text message', () => {
  async function enter(number: string, script: Script) {
    const app = open('/sms', script)
    await app.user.type(await screen.findByLabelText('Mobile number'), number)
    await app.user.click(screen.getByRole('button', { name: 'Text me a code' }))
    return app
  }

  test.each([
    [{ __typename: 'InvalidPhoneNumber' }, /can’t read this as a mobile number/],
    [{ __typename: 'UnsupportedDestination' }, /can’t send text messages to this country/],
    [{ __typename: 'SendCodeTooSoon', retryAt: LATER }, /You can ask for another one at/],
    [{ __typename: 'TooManyAttempts', retryAt: LATER }, /Too many tries. Try again at/],
    [{ __typename: 'DeliveryFailed' }, /We couldn’t send it/],
  ])('a number answered by %j is told in words, and stays typed', async (answer, words) => {
    await enter('+49 151 23456742', { BeginSmsSetup: one('beginSmsSetup', answer) })
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.getByLabelText('Mobile number')).toHaveProperty('value', '+49 151 23456742')
  })

  test('what cannot be a number is not sent at all', async () => {
    const { asked } = await enter('12', {})
    expect(await screen.findByText(/can’t read this as a mobile number/)).toBeTruthy()
    expect(asked.map(({ name }) => name)).not.toContain('BeginSmsSetup')
  })

  test('a good number leads to the code; changing it finds the old one typed', async () => {
    const { user, address, asked } = await enter('+49 151 23456742', {
      SetUpProgress: [progress(), progress({ sms })],
      BeginSmsSetup: one('beginSmsSetup', sms),
    })
    expect(await screen.findByText(/Sent to •••• 42/)).toBeTruthy()
    expect(address()).toBe(`${BASE}/sms/code`)
    expect(asked.find(({ name }) => name === 'BeginSmsSetup')?.variables.input).toMatchObject({
      phoneNumber: '+49 151 23456742',
      country: 'DE',
    })
    await user.click(screen.getByRole('link', { name: 'Change number' }))
    expect(await screen.findByLabelText('Mobile number')).toHaveProperty('value', '+49 151 23456742')
  })

  const atCode = (script: Script) => open('/sms/code', { SetUpProgress: progress({ sms }), ...script })

  test('the code’s address without a set-up asks for the number', async () => {
    const { address } = open('/sms/code', {})
    await screen.findByLabelText('Mobile number')
    expect(address()).toBe(`${BASE}/sms`)
  })

  test.each([
    [wrong(), 'That code didn’t match. 4 tries left.'],
    [wrong({ attemptsLeft: 0 }), /no tries are left. Go back and start again/],
    [{ __typename: 'CodeExpired' }, /no longer good. Go back and have a new one sent/],
    [{ __typename: 'TooManyAttempts', retryAt: LATER }, /Too many tries. Try again at/],
  ])('a code answered by %j is told in words', async (answer, words) => {
    const { user } = atCode({ ConfirmSmsSetup: one('confirmSmsSetup', answer) })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    expect(await screen.findByText(words)).toBeTruthy()
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
    [{ __typename: 'TooManyAttempts', retryAt: LATER }, /Too many tries. Try again at/],
    [{ __typename: 'DeliveryFailed' }, /We couldn’t send it/],
  ])('sending again answered by %j is told in words', async (answer, words) => {
    const { user } = atCode({ ResendSmsSetupCode: one('resendSmsSetupCode', answer) })
    await user.click(await screen.findByRole('button', { name: 'Send again' }))
    expect(await screen.findByText(words)).toBeTruthy()
  })
})

describe('the backup codes after a reload', () => {
  test('are hidden, and shown again on request', async () => {
    const { user } = open('/codes', { RevealBackupCodes: one('revealBackupCodes', sheet) })
    expect(screen.queryByText('ABCD-E123-45678')).toBeNull()
    await user.click(await screen.findByRole('button', { name: 'Show my backup codes' }))
    expect(await screen.findByText('ABCD-E123-45678')).toBeTruthy()
  })

  test('with nothing set up there are none: the wizard begins anew', async () => {
    const { user, address } = open('/codes', {
      RevealBackupCodes: one('revealBackupCodes', { __typename: 'TwoFactorIsOff' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Show my backup codes' }))
    await screen.findByRole('heading', { name: 'How should we check it’s you?' })
    expect(address()).toBe(BASE)
  })
})
