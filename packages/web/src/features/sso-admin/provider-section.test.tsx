import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ProviderSection } from './provider-section'
import { changed, connection, refused, showToAdmin } from './sso-admin.fixture'
import type { SsoConnectionFields } from './sso-documents'

const section = (over: Partial<SsoConnectionFields> = {}, isTwoFactorMandatory = false) => (
  <ProviderSection
    connection={connection(over)}
    isTwoFactorMandatory={isTwoFactorMandatory}
    onChange={() => undefined}
  />
)

test.each([
  [false, undefined],
  [true, '3 days'],
])('removing it, where two-factor authentication is required: %s', async (isMandatory, time) => {
  const { user, asked } = showToAdmin(section({}, isMandatory), { EndSsoConnection: changed('endSsoConnection') })
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Remove company sign-in?' }))
  if (time) await user.selectOptions(dialog.getByLabelText('Takes effect after'), time)
  else expect(dialog.queryByLabelText('Takes effect after')).toBeNull()
  expect(asked).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Remove company sign-in' }))
  await screen.findByText('Removed.')
  expect(asked[0]?.variables.input).toMatchObject({ networkId: 'acme', graceHours: time ? 72 : 168 })
})

test('a refusal is said in the dialog', async () => {
  const { user } = showToAdmin(section(), {
    EndSsoConnection: refused('endSsoConnection', 'SsoChangeRefused'),
  })
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove company sign-in' }))
  await within(screen.getByRole('dialog')).findByText(/^Someone else just changed this/)
})

test('until it ends it can be kept, and is not removed twice', async () => {
  const { user, asked } = showToAdmin(section({ endsAt: '2030-05-12T08:00:00.000Z' }), {
    KeepSsoConnection: changed('keepSsoConnection'),
  })
  screen.getByText(/^It ends on /)
  expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Keep it' }))
  await screen.findByText('Company sign-in won’t be removed.')
  expect(asked[0]?.variables).toEqual({ networkId: 'acme' })
})
