import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { browserHasPasskeys, prompt, promptError } from '../../testing/passkeys'
import { renderApp } from '../../testing/render-app'
import { VerifyPage } from './verify.page'

const LATER = '2099-01-01T14:32:00.000Z'
const one = (field: string, value: unknown) => ({ data: { [field]: value } })
const step = {
  __typename: 'SecondStepRequired',
  email: 'ada@acme.com',
  methods: ['PASSKEY', 'BACKUP_CODE'],
  preferred: 'PASSKEY',
  maskedPhoneNumber: null,
  codeDelivery: null,
  codeExpiresAt: null,
  sendRetryAt: null,
  reEnrolmentOffered: false,
  reEnrolmentFrom: null,
  reEnrolmentAwaits: [],
  trustDeviceAllowed: false,
  expiresAt: LATER,
}
const signedIn = {
  __typename: 'SignedIn',
  viewer: {
    __typename: 'Viewer',
    id: 'v',
    twoFactor: { __typename: 'AccountTwoFactor', id: 't', backupCodesLeft: 10 },
  },
}

function open(script: Script = {}) {
  const pages = (
    <Routes>
      <Route path="/sign-in" element={<p>from the beginning</p>} />
      <Route path="/sign-in/verify" element={<VerifyPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>
  )
  return renderApp(pages, '/sign-in/verify', {
    SignInProgress: one('signInProgress', step),
    BeginPasskeySecondStep: one('beginPasskeySecondStep', { __typename: 'PasskeyChallenge', optionsJson: '{}' }),
    VerifySecondStep: one('verifySecondStep', signedIn),
    ...script,
  })
}

beforeEach(() => {
  browserHasPasskeys(true)
  prompt.get.mockReset().mockResolvedValue({ id: 'signed' })
})

describe('a preferred passkey', () => {
  test('is requested automatically, once, and signs in', async () => {
    const { asked } = open()
    expect(await screen.findByText('elsewhere')).toBeTruthy()
    expect(prompt.get).toHaveBeenCalledTimes(1)
    expect(asked.find(({ name }) => name === 'VerifySecondStep')?.variables.input).toEqual({
      method: 'PASSKEY',
      code: '{"id":"signed"}',
      trustDevice: false,
    })
  })

  test('waits for the button where the device may be trusted, so that it can be ticked before', async () => {
    const { user, asked } = open({ SignInProgress: one('signInProgress', { ...step, trustDeviceAllowed: true }) })
    await user.click(await screen.findByRole('checkbox', { name: /Don’t ask again/ }))
    expect(prompt.get).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Use your passkey' }))
    expect(await screen.findByText('elsewhere')).toBeTruthy()
    expect(asked.find(({ name }) => name === 'VerifySecondStep')?.variables.input).toMatchObject({ trustDevice: true })
  })

  test('a prompt that was closed is explained; the button asks again, another way stays', async () => {
    prompt.get.mockRejectedValueOnce(promptError('NotAllowedError'))
    const { user } = open()
    expect((await screen.findByRole('alert')).textContent).toMatch(/The prompt was closed or timed out/)
    expect(screen.getByRole('button', { name: 'Try another way' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Use your passkey' }))
    expect(await screen.findByText('elsewhere')).toBeTruthy()
  })

  test('one that is not accepted says how many tries are left', async () => {
    const wrong = { __typename: 'InvalidCode', attemptsLeft: 4, alreadyUsed: false, clockOffsetSeconds: null }
    open({ VerifySecondStep: one('verifySecondStep', wrong) })
    expect(await screen.findByText('That passkey wasn’t accepted. 4 attempts left.')).toBeTruthy()
  })

  test('too many tries: says when, and opens no prompt', async () => {
    open({
      BeginPasskeySecondStep: one('beginPasskeySecondStep', {
        __typename: 'TooManyAttempts',
        remedy: 'WAIT',
        retryAt: LATER,
      }),
    })
    expect(await screen.findByText(/^Too many attempts. Try again at .*2:32/)).toBeTruthy()
    expect(prompt.get).not.toHaveBeenCalled()
  })

  test('an expired sign-in begins again', async () => {
    open({ BeginPasskeySecondStep: one('beginPasskeySecondStep', { __typename: 'SignInExpired' }) })
    expect(await screen.findByText('from the beginning')).toBeTruthy()
  })

  test('a browser without passkeys says so, and leads to another way', async () => {
    browserHasPasskeys(false)
    const { user } = open()
    expect(await screen.findByText(/This browser can’t use passkeys/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try another way' }))
    expect(screen.getByRole('button', { name: 'Use a backup code' })).toBeTruthy()
  })
})
