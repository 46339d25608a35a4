import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answerOf, security } from './security.fixture'
import { showSecurity as show } from './security-pages.fixture'

test('a sign-in may count for a day and an hour without a visit, and the page says for how long it does', async () => {
  const of = (hours: number | null, idleHours: number | null) =>
    security({ sessionHours: hours, sessionIdleHours: idleHours }).data.network.security
  const look = (isNoticeNeeded: boolean) =>
    answerOf({
      preview: {
        __typename: 'SettingPreview',
        isNoticeNeeded,
        mailed: 12,
        deadline: '2026-05-19T10:00:00.000Z',
      },
    })
  const { user, asked } = show(
    {
      NetworkSecurity: security(),
      SessionLimitPreview: [look(false), look(true)],
      SetSessionLimit: { data: { setSessionLimit: { __typename: 'SecuritySettingChanged', security: of(24, 1) } } },
    },
    'PRO',
    '/settings',
  )
  await user.click(await screen.findByRole('button', { name: 'Change: How long a sign-in lasts' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: 'Up to 24 hours, or 1 hour without activity' }))
  await dialog.findByText(/^12 people are notified by email. Nothing changes until Tue, /)
  await user.click(dialog.getByRole('button', { name: /^Save / }))
  await screen.findByText('Up to 24 hours, or 1 hour without activity')
  expect(asked.find(({ name }) => name === 'SetSessionLimit')?.variables).toEqual({
    networkId: 'acme',
    hours: 24,
    idleHours: 1,
    graceHours: 168,
    timeZone: expect.any(String),
  })
})

test.each([
  ['Change: How long a sign-in lasts', 'SessionLimitPreview', 'preview'],
  ['Change: Trusted devices', 'TrustedDevicesPreview', 'preview'],
  ['Change: Signing in with a passkey', 'PasskeySignInPreview', 'preview'],
  ['Change: Accepted methods', 'AllowedMethodsPreview', 'previewAllowedMethods'],
])('%s cannot be confirmed before what follows from it is shown', async (name, operation, field) => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const preview = {
    __typename: 'SettingPreview',
    isNoticeNeeded: true,
    mailed: 12,
    affected: 12,
    isOwnMethodMissing: false,
    deadline: '2026-05-19T10:00:00.000Z',
  }
  const { user, asked } = show(
    { NetworkSecurity: security(), [operation]: { ...answerOf({ [field]: preview }), after: arrival } },
    'PRO',
    '/settings',
  )
  await user.click(await screen.findByRole('button', { name }))
  const dialog = within(await screen.findByRole('dialog'))
  const confirm = dialog.getByRole('button', { name: /^(Save|Require)/ })
  await user.click(confirm)
  expect(confirm.getAttribute('aria-disabled')).toBe('true')
  expect(asked.filter(({ name }) => /^(Set|Change)/.test(name))).toEqual([])
  arrive()
  await waitFor(() => expect(confirm.getAttribute('aria-disabled')).toBeNull())
})

test('to require the password beside a passkey shows its deadline and how many are notified, before it is chosen', async () => {
  const until = '2026-05-19T10:00:00.000Z'
  const refused = security({
    allowsPasskeySignIn: false,
    earlierPasskeySignIn: { __typename: 'EarlierPasskeySignIn', until },
  }).data.network.security
  const { user, asked } = show(
    {
      NetworkSecurity: security(),
      PasskeySignInPreview: answerOf({
        preview: { __typename: 'SettingPreview', isNoticeNeeded: true, mailed: 12, deadline: until },
      }),
      SetPasskeySignIn: { data: { setPasskeySignIn: { __typename: 'SecuritySettingChanged', security: refused } } },
    },
    'PRO',
    '/settings',
  )
  await user.click(await screen.findByRole('button', { name: 'Change: Signing in with a passkey' }))
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByText(/^12 people are notified by email. Nothing changes until Tue, /)
  expect(asked.some(({ name }) => name === 'SetPasskeySignIn')).toBe(false)
  await user.click(dialog.getByRole('button', { name: 'Require the password' }))
  await screen.findByText(/^Until Tue, .*, a passkey alone is still enough\.$/)
  expect(asked.find(({ name }) => name === 'SetPasskeySignIn')?.variables).toEqual({
    networkId: 'acme',
    isAllowed: false,
    graceHours: 168,
    timeZone: expect.any(String),
  })
})
