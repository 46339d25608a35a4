import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ProofDialog } from './proof-row'
import { changed, connection, counts, refused, showToAdmin } from './sso-admin.fixture'
import type { SsoConnectionFields } from './sso-documents'

const LONG_AGO = '2020-01-01T00:00:00.000Z'

function show(over: Partial<SsoConnectionFields>, answer = changed('setSsoProof')) {
  const onClose = vi.fn()
  const dialog = <ProofDialog connection={connection(over)} counts={counts} onClose={onClose} />
  return { ...showToAdmin(dialog, { SetSsoProof: answer }), onClose }
}
const values = () => screen.getByLabelText<HTMLTextAreaElement>('Accepted values').value.split('\n')

test('asking for proof begins from what the usual providers say, and shows whom it affects', async () => {
  const { user, asked, onClose } = show({})
  expect(screen.queryByText(/was not proved at their last/)).toBeNull()
  await user.click(screen.getByRole('radio', { name: /Ask for proof/ }))
  screen.getByText(/^3 people had no proof at their last company sign-in/)
  await user.selectOptions(screen.getByLabelText('Start from'), 'Microsoft Entra ID')
  expect(values()).toEqual(['mfa', 'ngcmfa'])
  await user.click(screen.getByRole('button', { name: /^Save / }))
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  const input = { networkId: 'acme', isRequired: true, values: ['mfa', 'ngcmfa'], graceHours: 168 }
  expect(asked[0]?.variables.input).toMatchObject(input)
})

test('a shorter list asks for more, and takes time; a longer one does not', async () => {
  const { user } = show({ proofRequiredFrom: LONG_AGO, proofValues: ['mfa', 'otp'] })
  const field = screen.getByLabelText('Accepted values')
  await user.type(field, '\nphr')
  expect(screen.queryByLabelText('Takes effect after')).toBeNull()
  await user.clear(field)
  await user.type(field, 'mfa')
  screen.getByLabelText('Takes effect after')
})

test('a list that is no list is said at its field', async () => {
  const answer = refused('setSsoProof', 'InvalidInput', 'values')
  const { user, onClose } = show({ proofRequiredFrom: LONG_AGO }, answer as never)
  await user.clear(screen.getByLabelText('Accepted values'))
  await user.click(screen.getByRole('button', { name: /^Save / }))
  await screen.findByText(/^Enter at least one value/)
  expect(onClose).not.toHaveBeenCalled()
})
