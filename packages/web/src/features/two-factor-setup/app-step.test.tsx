import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { authenticator, BASE, LATER, one, open, progress, SECRET, setUp, wrong } from './wizard.fixture'

describe('the authentication app', () => {
  const begun = { BeginAuthenticatorSetup: one('beginAuthenticatorSetup', authenticator) }

  test('begins one set-up, shows the key grouped and names the picture', async () => {
    const { asked } = open('/app', begun)
    expect(await screen.findByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeTruthy()
    expect(screen.getByRole('img', { name: 'QR code that contains the key below' })).toBeTruthy()
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
    [wrong(), 'That code didn’t match. 4 attempts left.'],
    [wrong({ attemptsLeft: 1 }), 'That code didn’t match. 1 attempt left.'],
    [wrong({ alreadyUsed: true }), 'That code was already used. Wait for the next one.'],
    [
      wrong({ clockOffsetSeconds: 185 }),
      'Your phone’s clock is about 3 minutes fast. Turn on automatic date and time.',
    ],
    [wrong({ clockOffsetSeconds: -62 }), 'Your phone’s clock is about 1 minute slow. Turn on automatic date and time.'],
    [{ __typename: 'CodeExpired' }, 'This QR code has expired. Create a new one and scan that.'],
    [{ __typename: 'TooManyAttempts', retryAt: LATER, remedy: 'WAIT' }, /^Too many attempts. Try again at .*2:32/],
  ])('a code answered by %j shows its message', async (answer, message) => {
    const { user } = open('/app', { ...begun, ConfirmAuthenticatorSetup: one('confirmAuthenticatorSetup', answer) })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test.each([
    ['WAIT', /Too many attempts. Try again at/],
    ['RESET_PASSWORD', 'Choose a new password to continue'],
  ])('no set-up can be begun: says what helps (%s), and offers no code to type', async (remedy, message) => {
    const answer = { __typename: 'TooManyAttempts', retryAt: LATER, remedy }
    open('/app', { BeginAuthenticatorSetup: one('beginAuthenticatorSetup', answer) })
    expect(await screen.findByText(message)).toBeTruthy()
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
    await screen.findByRole('heading', { name: 'Your authentication app is ready' })
    expect(document.title).toMatch(/^Step 2 of 2/)
    expect(address()).toBe(`${BASE}/done`)
  })

  test('finished in another tab: says that it is done, and leads on', async () => {
    const done = progress({}, true)
    const factors = [{ __typename: 'Factor', id: 'f1', method: 'AUTHENTICATOR_APP' }]
    done.data.viewer.twoFactor = { ...done.data.viewer.twoFactor, factors } as never
    const { user, address } = open('/app', {
      SetUpProgress: [progress({ authenticator }), done],
      ConfirmAuthenticatorSetup: one('confirmAuthenticatorSetup', { __typename: 'CodeExpired' }),
    })
    await screen.findByLabelText('6-digit code')
    await user.keyboard('123456')
    await screen.findByText(/You finished this in another tab/)
    expect(address()).toBe(`${BASE}/done`)
  })
})
