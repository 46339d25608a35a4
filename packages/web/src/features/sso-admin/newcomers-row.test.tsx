import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { NewcomersRow } from './newcomers-row'
import { changed, showToAdmin } from './sso-admin.fixture'

test.each([
  [null, 'Only people who are in the network or invited can sign in.', 'Member', 'MEMBER'],
  ['MEMBER', 'Anyone with an email at a verified domain can join as a member.', 'Don’t let them join', null],
] as const)('newcomers join as %s, until an Admin decides otherwise', async (role, said, choice, sent) => {
  const { user, asked } = showToAdmin(<NewcomersRow role={role} />, {
    SetJustInTimeRole: changed('setJustInTimeRole'),
  })
  screen.getByText(said)
  await user.click(screen.getByRole('button', { name: 'Change: New people' }))
  const dialog = within(screen.getByRole('dialog', { name: 'New people' }))
  await user.selectOptions(dialog.getByLabelText('Let new people join as'), choice)
  await user.click(dialog.getByRole('button', { name: /^Save / }))
  await screen.findByText('Saved.')
  expect(asked[0]?.variables).toEqual({ networkId: 'acme', role: sent })
})
