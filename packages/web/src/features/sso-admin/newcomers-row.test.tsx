import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { NewcomersRow } from './newcomers-row'
import { changed, showToAdmin } from './sso-admin.fixture'

test.each([
  [null, 'Only people who are in the network, or invited, come in.', 'Member', 'MEMBER'],
  ['MEMBER', 'Whoever has a verified email of a proved domain comes in as a member.', 'Nobody', null],
] as const)('newcomers come in as %s, until an Admin decides otherwise', async (role, said, choice, sent) => {
  const { user, asked } = showToAdmin(<NewcomersRow role={role} />, {
    SetJustInTimeRole: changed('setJustInTimeRole'),
  })
  screen.getByText(said)
  await user.click(screen.getByRole('button', { name: 'Change: Newcomers' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Newcomers' }))
  await user.selectOptions(dialog.getByLabelText('Let newcomers in as'), choice)
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await screen.findByText('Saved.')
  expect(asked[0]?.variables).toEqual({ networkId: 'acme', role: sent })
})
