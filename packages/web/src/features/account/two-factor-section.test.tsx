import { screen, within } from '@testing-library/react'
import { test } from 'vitest'
import type { FactorMethod } from '../../generated/graphql'
import { renderApp } from '../../testing/render-app'
import { TwoFactorSection } from './two-factor-section'

const factor = (method: FactorMethod) => ({
  __typename: 'Factor' as const,
  id: method,
  method,
  label: 'Firefox on Linux',
  createdAt: '2026-05-12T10:00:00.000Z',
  lastUsedAt: null,
})

function show(...methods: FactorMethod[]) {
  const twoFactor = {
    __typename: 'AccountTwoFactor' as const,
    id: 'ada',
    isOn: true,
    preferredMethod: methods[0] ?? null,
    maskedPhoneNumber: null,
    backupCodesLeft: 10,
    backupCodesTotal: 10,
    backupCodesGeneratedAt: null,
    factors: methods.map(factor),
    mandatoryIn: [],
  }
  return renderApp(<TwoFactorSection twoFactor={twoFactor} />, '/account', {})
}

test('people with a passkey do not read that their password comes first', async () => {
  const { unmount } = show('PASSKEY')
  await screen.findByText(/With a passkey, you sign in without your password\./)
  unmount()
  show('AUTHENTICATOR_APP')
  await screen.findByText(/After your password, we ask for a second step\./)
})

test('the button that removes a method names it', async () => {
  const { user } = show('SMS', 'AUTHENTICATOR_APP')
  await user.click(await screen.findByRole('button', { name: 'More actions: SMS text message' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
  within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove phone number' })
})
