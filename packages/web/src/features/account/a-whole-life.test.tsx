import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../../testing/render-app'
import { UndoEmailPage } from '../entry/mailed-acts.page'
import { DataSection } from './data-section'
import { EmailDialog } from './email-dialog'
import { ExportPage } from './export.page'

const one = (name: string, value: object) => ({ data: { [name]: value } })
const TOKEN = 'a'.repeat(43)

test('another address: its code, then the new address is said', async () => {
  const { user } = renderApp(<EmailDialog onClose={() => undefined} />, '/account', {
    ChangeEmail: one('changeEmail', { __typename: 'EmailChangeCodeSent', email: 'new@acme.com' }),
    ConfirmEmailChange: one('confirmEmailChange', {
      __typename: 'EmailChanged',
      viewer: { __typename: 'Viewer', id: 'ada', email: 'new@acme.com' },
    }),
  })
  await user.type(await screen.findByLabelText('New email address'), 'new@acme.com')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  expect(await screen.findByText(/Sent to new@acme.com/)).toBeTruthy()
  await user.type(screen.getByLabelText('Code from the email'), '123456')
  expect((await screen.findAllByText('You now sign in as new@acme.com.')).length).toBeGreaterThan(0)
})

test('a code that does not come is sent again, and a mistyped address is put right', async () => {
  const { user, asked } = renderApp(<EmailDialog onClose={() => undefined} />, '/account', {
    ChangeEmail: one('changeEmail', { __typename: 'EmailChangeCodeSent', email: 'nwe@acme.com' }),
  })
  await user.type(await screen.findByLabelText('New email address'), 'nwe@acme.com')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await screen.findByText(/Sent to nwe@acme.com. The code works for 10 minutes./)
  await user.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(asked.filter(({ name }) => name === 'ChangeEmail')).toHaveLength(2))
  await user.click(screen.getByRole('button', { name: 'Use another address' }))
  expect(await screen.findByLabelText('New email address')).toHaveProperty('value', 'nwe@acme.com')
})

const networks = (...memberships: [name: string, role: string, isOnlyOwner: boolean][]) =>
  one('viewer', {
    __typename: 'Viewer',
    id: 'ada',
    memberships: memberships.map(([name, role, isOnlyOwner]) => ({
      __typename: 'Membership',
      id: `${name}:ada`,
      role,
      isOnlyOwner,
      network: { __typename: 'NetworkSummary', id: name, name },
    })),
  })

test('before an account is deleted, each network says what that means there', async () => {
  const { user } = renderApp(<DataSection email="ada@acme.com" />, '/account', {
    NetworksToLeave: networks(['Acme', 'MEMBER', false], ['Globex', 'OWNER', false], ['Chess Club', 'OWNER', true]),
  })
  await user.click(await screen.findByRole('button', { name: 'Delete account' }))
  const meaningOf = async (name: string) => (await screen.findByText(name)).nextElementSibling?.textContent
  expect(await meaningOf('Acme')).toMatch(/^You can’t open it from now on\./)
  expect(await meaningOf('Globex')).toMatch(/^You stop being an owner/)
  expect(await meaningOf('Chess Club')).toMatch(/^You’re its only owner\./)
})

test('the only owner is shown which networks to hand over or delete first', async () => {
  const { user, asked } = renderApp(<DataSection email="ada@acme.com" />, '/account', {
    NetworksToLeave: networks(),
    DeleteAccount: one('deleteAccount', {
      __typename: 'LastOwner',
      networks: [{ __typename: 'NetworkSummary', id: 'acme', name: 'Acme', slug: 'acme' }],
    }),
  })
  await user.click(await screen.findByRole('button', { name: 'Delete account' }))
  await user.click(screen.getByRole('button', { name: 'Delete my account' }))
  const link = await screen.findByRole('link', { name: 'Acme' })
  expect(link.getAttribute('href')).toBe('/networks/acme/security/settings')
  await user.click(screen.getByRole('button', { name: 'Delete my account' }))
  expect(asked.filter(({ name }) => name === 'DeleteAccount')).toHaveLength(1)
})

test('the undo needs one press, and says what to do next', async () => {
  window.history.replaceState(null, '', `/email/undo#token=emu_${'b'.repeat(20)}.${TOKEN}`)
  const { user, asked } = renderApp(<UndoEmailPage />, '/email/undo', {
    UndoEmailChange: one('undoEmailChange', { __typename: 'EmailChangeUndone', email: 'ada@acme.com' }),
  })
  expect(asked).toEqual([])
  await user.click(await screen.findByRole('button', { name: 'Undo the change' }))
  expect(await screen.findByText(/belongs to ada@acme.com again/)).toBeTruthy()
  expect(asked.at(-1)?.variables.token).toBe(`emu_${'b'.repeat(20)}.${TOKEN}`)
})

test('a link to the data that is too old says so; the token does not stay in the address', async () => {
  window.history.replaceState(null, '', `/export#token=${TOKEN}`)
  const { user } = renderApp(<ExportPage />, '/export', {
    ExportData: one('exportData', { __typename: 'ResetLinkExpired' }),
  })
  await user.click(await screen.findByRole('button', { name: 'Download file' }))
  expect(await screen.findByText('This link doesn’t work')).toBeTruthy()
  await waitFor(() => expect(window.location.hash).toBe(''))
})
