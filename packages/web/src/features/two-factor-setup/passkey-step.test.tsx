import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { browserHasPasskeys, prompt, promptError } from '../../testing/passkeys'
import { BASE, LATER, one, open, progress, setUp, wrong } from './wizard.fixture'

const begun = {
  BeginPasskeySetup: one('beginPasskeySetup', {
    __typename: 'PasskeySetup',
    setupId: 'p1',
    optionsJson: '{}',
    suggestedLabel: 'Firefox on Windows',
  }),
}
const confirmed = (answer: unknown) => ({ ...begun, ConfirmPasskeySetup: one('confirmPasskeySetup', answer) })

beforeEach(() => {
  browserHasPasskeys(true)
  prompt.create.mockReset().mockResolvedValue({ id: 'made' })
})

describe('choosing a passkey', () => {
  test('it says what it is, and has its address', async () => {
    const { user, address } = open('', begun)
    await user.click(await screen.findByRole('radio', { name: /^Use a passkey/ }))
    expect(screen.getByText(/it doesn’t work on fake pages/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(address()).toBe(`${BASE}/passkey`)
  })

  test('a network that bars it is named', async () => {
    const barredBy = [{ __typename: 'NetworkSummary', id: 'n', name: 'Acme' }]
    open('', { SetUpProgress: progress({ allowedMethods: ['AUTHENTICATOR_APP', 'SMS'], barredBy }) })
    expect(await screen.findByText('Not accepted by Acme.')).toBeTruthy()
    expect(screen.getByRole('radio', { name: /^Use a passkey/ })).toHaveProperty('disabled', true)
  })

  test.each([
    ['a browser that has none', {}, false],
    ['an installation without https', { isPasskeyAvailable: false }, true],
  ])('%s is not offered one', async (_name, fields, isCapable) => {
    browserHasPasskeys(isCapable)
    open('', { SetUpProgress: progress(fields) })
    await screen.findByRole('radio', { name: /SMS/ })
    expect(screen.queryByRole('radio', { name: /^Use a passkey/ })).toBeNull()
  })
})

describe('making it', () => {
  const make = async (script: Parameters<typeof open>[1]) => {
    const app = open('/passkey', script)
    await app.user.click(await screen.findByRole('button', { name: 'Create a passkey' }))
    return app
  }

  test('begins one set-up, suggests a name, and leads to the codes', async () => {
    const { asked, address } = await make(confirmed(setUp()))
    await screen.findByRole('heading', { name: 'Save your backup codes' })
    expect(address()).toBe(`${BASE}/codes`)
    expect(asked.filter(({ name }) => name === 'BeginPasskeySetup')).toHaveLength(1)
    expect(asked.find(({ name }) => name === 'ConfirmPasskeySetup')?.variables.input).toEqual({
      setupId: 'p1',
      responseJson: '{"id":"made"}',
      label: 'Firefox on Windows',
    })
  })

  test('a prompt that was closed is explained, keeps the name, and can be tried again', async () => {
    prompt.create.mockRejectedValueOnce(promptError('NotAllowedError'))
    const { user } = open('/passkey', confirmed(setUp()))
    const name = await screen.findByLabelText('Name of this passkey')
    await user.clear(name)
    await user.type(name, 'My laptop')
    await user.click(screen.getByRole('button', { name: 'Create a passkey' }))
    expect(await screen.findByText(/The prompt was closed or timed out/)).toBeTruthy()
    expect(name).toHaveProperty('value', 'My laptop')
    await user.click(screen.getByRole('button', { name: 'Create a passkey' }))
    expect(await screen.findByRole('heading', { name: 'Save your backup codes' })).toBeTruthy()
  })

  test.each([
    ['InvalidStateError', /There’s already a passkey for your account/],
    ['UnknownError', /Your browser couldn’t do that just now/],
  ] as const)('%s shows its message', async (name, message) => {
    prompt.create.mockRejectedValueOnce(promptError(name))
    await make(begun)
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test.each([
    [wrong(), 'That passkey wasn’t accepted. Try again, or choose another way.'],
    [{ __typename: 'CodeExpired' }, 'That took too long, so we started again. Create the passkey now.'],
  ])('one answered by %j shows its message, and begins again', async (answer, message) => {
    const { asked } = await make(confirmed(answer))
    expect(await screen.findByText(message)).toBeTruthy()
    expect(asked.filter(({ name }) => name === 'BeginPasskeySetup')).toHaveLength(2)
  })

  test.each([
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /^Too many attempts. Try again at .*2:32/],
    [{ __typename: 'PasskeyLimitReached' }, /You have five passkeys/],
  ])('where none can be begun it says why: %j', async (answer, message) => {
    open('/passkey', { BeginPasskeySetup: one('beginPasskeySetup', answer) })
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Create a passkey' })).toBeNull()
  })
})
