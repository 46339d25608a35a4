import { screen, within } from '@testing-library/react'
import { DAY } from '@twinlock/shared/durations'
import { expect, test } from 'vitest'
import { RequiredRow } from './required-row'
import { changed, connection, counts, refused, showToAdmin } from './sso-admin.fixture'

const DAY_AGO = new Date(Date.now() - DAY).toISOString()

test('requiring it says first whom it affects, and from when', async () => {
  const { user, asked } = showToAdmin(<RequiredRow connection={connection()} counts={counts} />, {
    RequireSso: changed('requireSso'),
  })
  await user.click(screen.getByRole('button', { name: 'Require it' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Require company sign-in for 20 people?' }))
  dialog.getByText(/^8 people haven’t used it yet/)
  dialog.getByText('1 guest keeps signing in with a password.')
  expect(asked).toEqual([])
  await user.selectOptions(dialog.getByLabelText('Takes effect after'), '2 days')
  await user.click(dialog.getByRole('button', { name: 'Require it' }))
  await screen.findByText('Company sign-in will be required from then on. Everyone has been notified by email.')
  expect(asked[0]?.variables.input).toMatchObject({ networkId: 'acme', graceHours: 48 })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a refusal is said in the dialog, which stays', async () => {
  const { user } = showToAdmin(<RequiredRow connection={connection()} counts={counts} />, {
    RequireSso: refused('requireSso', 'SsoTestRequired'),
  })
  await user.click(screen.getByRole('button', { name: 'Require it' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Require it' }))
  expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('Test the sign-in first')
})

test('nobody can be locked out by a sign-in that has never worked', async () => {
  const { user } = showToAdmin(<RequiredRow connection={connection({ workedAt: null })} counts={counts} />, {})
  screen.getByText('Test the sign-in first: nobody has used it yet.')
  await user.click(screen.getByRole('button', { name: 'Require it' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('once it is required, it can be made optional', async () => {
  const required = connection({ requiredFrom: DAY_AGO })
  const { user, asked } = showToAdmin(<RequiredRow connection={required} counts={counts} />, {
    MakeSsoOptional: changed('makeSsoOptional'),
  })
  screen.getByText('Members must use it. Guests sign in with their password.')
  await user.click(screen.getByRole('button', { name: 'Stop requiring it' }))
  await screen.findByText('No longer required.')
  expect(asked[0]?.variables).toEqual({ networkId: 'acme' })
})
