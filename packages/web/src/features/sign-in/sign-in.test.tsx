import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, test } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { SignInPage } from './sign-in.page'
import { VerifyPage } from './verify.page'

const LATER = '2099-01-01T14:32:00.000Z'
const signedIn = (backupCodesLeft = 10) => ({
  __typename: 'SignedIn',
  viewer: { __typename: 'Viewer', id: 'v', twoFactor: { __typename: 'AccountTwoFactor', id: 't', backupCodesLeft } },
})
const secondStep = (fields = {}) => ({
  __typename: 'SecondStepRequired',
  signInId: 'sgn_1',
  email: 'ada@acme.com',
  methods: ['AUTHENTICATOR_APP', 'SMS', 'BACKUP_CODE'],
  preferred: 'AUTHENTICATOR_APP',
  maskedPhoneNumber: '•••• 42',
  codeDelivery: null,
  resendAvailableAt: null,
  sendRetryAt: null,
  trustDeviceAllowed: false,
  reEnrolmentOffered: false,
  reEnrolmentFrom: null,
  reEnrolmentAwaits: [],
  expiresAt: LATER,
  ...fields,
})
const wrong = (fields = {}) => ({
  __typename: 'InvalidCode',
  attemptsLeft: 4,
  alreadyUsed: false,
  clockOffsetSeconds: null,
  ...fields,
})
const one = (field: string, value: unknown) => ({ data: { [field]: value } })

function open(at: string, script: Script) {
  const pages = (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/sign-in/verify" element={<VerifyPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>
  )
  return renderApp(pages, at, script)
}

async function signIn(answer: Script[string], at = '/sign-in') {
  const app = open(at, { SignIn: answer })
  await app.user.type(screen.getByLabelText('Email'), 'ada@acme.com')
  await app.user.type(screen.getByLabelText('Password'), 'correct horse{Enter}')
  return app
}

describe('email and password', () => {
  test('without a second step lead to where the person was going', async () => {
    const { address } = await signIn(one('signIn', signedIn()), '/sign-in?next=%2Faccount')
    await waitFor(() => expect(address()).toBe('/account'))
  })

  test('with one lead to it, without asking the server again, keeping the way on', async () => {
    const { address, asked } = await signIn(one('signIn', secondStep()), '/sign-in?next=%2Faccount')
    expect(await screen.findByRole('heading', { name: 'Enter the code from your app' })).toBeTruthy()
    expect(address()).toBe('/sign-in/verify?next=%2Faccount')
    expect(asked.map(({ name }) => name)).toEqual(['SignIn'])
  })

  test('that don’t match are said at the password, which takes the focus', async () => {
    await signIn(one('signIn', { __typename: 'InvalidCredentials' }))
    expect(await screen.findByText(/That email and password don’t match/)).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Password')))
  })

  test.each([
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /Too many attempts. Try again at/],
    [
      {
        __typename: 'SsoRequired',
        startUrl: '/sso/acme',
        network: { __typename: 'NetworkSummary', id: 'n', name: 'Acme' },
      },
      /Acme uses company sign-in/,
    ],
  ])('answered by %j show their message', async (answer, message) => {
    await signIn(one('signIn', answer))
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test.each([
    [{ isOffline: true } as const, /We can’t reach Twinlock/],
    [{ code: 'RATE_LIMITED' }, /We’re getting a lot of requests right now/],
    [{ code: 'INTERNAL_SERVER_ERROR' }, /Something went wrong on our side/],
  ])('met by %j keep what was typed', async (answer, message) => {
    await signIn(answer)
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.getByLabelText('Password')).toHaveProperty('value', 'correct horse')
  })
})

describe('the second step', () => {
  const verify = (step: object, script: Script = {}) =>
    open('/sign-in/verify', { SignInProgress: one('signInProgress', step), ...script })

  test('survives a reload', async () => {
    verify(secondStep())
    expect(await screen.findByText('Signing in as ada@acme.com.')).toBeTruthy()
  })

  test('with nothing in progress begins again, and says why', async () => {
    const { address } = open('/sign-in/verify', { SignInProgress: one('signInProgress', null) })
    expect(await screen.findByText(/That sign-in took too long/)).toBeTruthy()
    expect(address()).toBe('/sign-in')
  })

  test('that expired while typing begins again', async () => {
    const { user, address } = verify(secondStep(), {
      VerifySecondStep: one('verifySecondStep', { __typename: 'SignInExpired' }),
    })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    await waitFor(() => expect(address()).toBe('/sign-in'))
  })

  test.each([
    [wrong(), 'That code didn’t match. 4 attempts left.'],
    [wrong({ alreadyUsed: true }), 'That code was already used. Wait for the next one.'],
    [{ __typename: 'CodeExpired' }, 'This code has expired. Send a new one.'],
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /Too many attempts. Try again at/],
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'BEGIN_AGAIN' }, /Go back and start again/],
  ])('answered by %j shows its message', async (answer, message) => {
    const { user } = verify(secondStep(), { VerifySecondStep: one('verifySecondStep', answer) })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test('that is closed until a new password leads to choosing one', async () => {
    const answer = { __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'RESET_PASSWORD' }
    const { user } = verify(secondStep(), { VerifySecondStep: one('verifySecondStep', answer) })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    const link = await screen.findByRole('link', { name: 'Choose a new password to continue' })
    expect(link.getAttribute('href')).toBe('/forgot-password')
  })

  test('offers to trust the device only where that is allowed, and says so to the server', async () => {
    const { user, asked } = verify(secondStep({ trustDeviceAllowed: true }), {
      VerifySecondStep: one('verifySecondStep', signedIn()),
    })
    await user.click(await screen.findByRole('checkbox', { name: /Don’t ask again on this device/ }))
    await user.keyboard('123456')
    await waitFor(() => expect(asked.at(-1)?.variables.input).toMatchObject({ trustDevice: true, code: '123456' }))
  })

  test('a text message that was sent already is not sent twice, and may be sent again after a minute', async () => {
    const resendAvailableAt = new Date(Date.now() + 60_000).toISOString()
    const { asked } = verify(secondStep({ preferred: 'SMS', codeDelivery: 'SENT', resendAvailableAt }))
    expect(await screen.findByText(/Sent to •••• 42/)).toBeTruthy()
    expect(screen.getByRole('timer').textContent).toMatch(/^(1:00|0:5\d)$/)
    expect(asked.map(({ name }) => name)).not.toContain('SendSignInCode')
  })

  test('a text message that could not be delivered is said, with the other ways at hand', async () => {
    verify(secondStep({ preferred: 'SMS', codeDelivery: 'FAILED', resendAvailableAt: LATER }))
    expect(await screen.findByText(/We couldn’t deliver the text message/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try another way' })).toBeTruthy()
  })

  test.each(['QUEUED', 'DELAYED'])('a text message that is %s is not called sent', async (codeDelivery) => {
    verify(secondStep({ preferred: 'SMS', codeDelivery, resendAvailableAt: LATER }))
    expect(await screen.findByText(/On its way to •••• 42/)).toBeTruthy()
    expect(screen.queryByText(/Sent to/)).toBeNull()
  })

  test('a text message that is late is said, with the other ways at hand', async () => {
    verify(secondStep({ preferred: 'SMS', codeDelivery: 'DELAYED', resendAvailableAt: LATER }))
    expect(await screen.findByText(/Your text message is delayed/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try another way' })).toBeTruthy()
  })

  test('a text message that is held back says until when', async () => {
    verify(secondStep({ preferred: 'SMS', sendRetryAt: LATER }))
    expect(await screen.findByText(/You can request the next one at/)).toBeTruthy()
    expect(screen.getByText(/No text message has been sent yet/)).toBeTruthy()
  })

  test('choosing the text message sends it', async () => {
    const { user, asked } = verify(secondStep(), {
      SendSignInCode: one('sendSignInCode', {
        __typename: 'CodeSent',
        sentTo: '•••• 42',
        expiresAt: LATER,
        resendAvailableAt: LATER,
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Try another way' }))
    await user.click(screen.getByRole('button', { name: 'Send me a text message' }))
    await screen.findByRole('heading', { name: 'Enter the code from your text message' })
    await waitFor(() => expect(asked.filter(({ name }) => name === 'SendSignInCode')).toHaveLength(1))
  })
})

describe('a member whom an Admin helps back in', () => {
  async function tryAnotherWay(step: object, script: Script = {}) {
    const app = open('/sign-in/verify', { SignInProgress: one('signInProgress', step), ...script })
    await app.user.click(await screen.findByRole('button', { name: 'Try another way' }))
    return app
  }
  const setUpAgain = { name: 'Set up again (approved by your admin)' }

  test('goes on to the set-up', async () => {
    const { user, address } = await tryAnotherWay(secondStep({ reEnrolmentOffered: true }), {
      UseReEnrolment: one('useReEnrolment', {
        __typename: 'SetUpRequired',
        signInId: 'sgn_1',
        maskedEmail: 'a•••@acme.com',
        mailboxProofRequired: true,
        isReEnrolment: true,
        expiresAt: LATER,
        networks: [],
        otherNetworks: [],
      }),
    })
    expect(screen.queryByText(/Ask an admin of your network/)).toBeNull()
    await user.click(screen.getByRole('button', setUpAgain))
    await waitFor(() => expect(address()).toBe('/sign-in/set-up'))
  })

  test('sees which networks have to agree first', async () => {
    const networks = ['Beta', 'Gamma'].map((name) => ({ __typename: 'NetworkSummary', id: name, name }))
    await tryAnotherWay(secondStep({ reEnrolmentAwaits: networks }))
    expect(screen.getByText(/once an admin of Beta and Gamma agrees as well/)).toBeTruthy()
    expect(screen.queryByRole('button', setUpAgain)).toBeNull()
  })

  test('sees from when it counts, where the grant rests for a day first', async () => {
    await tryAnotherWay(secondStep({ reEnrolmentFrom: LATER }))
    expect(screen.getByText(/You can set up again from .+ This wait protects you/)).toBeTruthy()
    expect(screen.queryByRole('button', setUpAgain)).toBeNull()
  })

  test.each([
    [secondStep(), 'You can no longer set up again. Ask your admin once more.'],
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /Too many attempts. Try again at/],
  ])('but not when it is answered by %j, which is said', async (answer, message) => {
    const { user } = await tryAnotherWay(secondStep({ reEnrolmentOffered: true }), {
      UseReEnrolment: one('useReEnrolment', answer),
    })
    await user.click(screen.getByRole('button', setUpAgain))
    expect(await screen.findByText(message)).toBeTruthy()
  })
})

describe('a backup code', () => {
  async function use(code: string, answer: object) {
    const app = open('/sign-in/verify', {
      SignInProgress: one('signInProgress', secondStep()),
      VerifySecondStep: one('verifySecondStep', answer),
    })
    await app.user.click(await screen.findByRole('button', { name: 'Try another way' }))
    await app.user.click(screen.getByRole('button', { name: 'Use a backup code' }))
    await app.user.type(screen.getByLabelText('Backup code'), `${code}{Enter}`)
    return app
  }

  test('pasted with spaces and in any case signs in', async () => {
    const { address } = await use('abcd e123 45678', signedIn(9))
    await waitFor(() => expect(address()).toBe('/networks'))
  })

  test('that is too short costs no try', async () => {
    const { asked } = await use('abcd', signedIn(9))
    expect(await screen.findByText(/A backup code has 13 letters and digits/)).toBeTruthy()
    expect(asked.map(({ name }) => name)).not.toContain('VerifySecondStep')
  })

  test('that leaves few is followed by the offer to make new ones', async () => {
    const { user, address } = await use('ABCD-E123-45678', signedIn(3))
    expect(await screen.findByRole('heading', { name: 'You have 3 backup codes left' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Create new codes' }))
    await waitFor(() => expect(address()).toBe('/account#backup-codes'))
  })
})
