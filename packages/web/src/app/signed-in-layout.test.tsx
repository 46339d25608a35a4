import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NetworkLayout } from '../features/networks/network-layout'
import { membership, mine, opened } from '../features/networks/networks.fixture'
import { NetworksPage } from '../features/networks/networks.page'
import { type Rendered, renderApp } from '../testing/render-app'
import { Dialog } from '../ui/dialog'
import { SignedInLayout } from './signed-in-layout'

type Standing = 'GRACE' | 'OVERDUE' | 'SATISFIED'

const soon = () => new Date(Date.now() + 60_000).toISOString()

function shell(standing: Standing, deadline: string, isOn = false) {
  const viewer = {
    ...mine(membership({ standing, deadline: standing === 'SATISFIED' ? null : deadline })).data.viewer,
    name: 'Ada',
    email: 'ada@acme.com',
    sessionExpiresAt: '2099-01-01T00:00:00.000Z',
    deletionAt: null,
    locale: null,
    twoFactor: { __typename: 'AccountTwoFactor', id: 't', isOn },
  }
  return { data: { viewer } }
}

function Inside() {
  return (
    <>
      <label>
        Note <input />
      </label>
      <Dialog title="Invite a person" onClose={() => undefined}>
        <label>
          Address <input />
        </label>
      </Dialog>
    </>
  )
}

function show(at: string, deadline: string, ...answers: ReturnType<typeof shell>[]): Rendered {
  const page = (
    <Routes>
      <Route element={<SignedInLayout />}>
        <Route path="/networks" element={<NetworksPage />} />
        <Route path="/networks/:slug" element={<NetworkLayout />}>
          <Route index element={<Inside />} />
        </Route>
      </Route>
    </Routes>
  )
  const grace = membership({ standing: 'GRACE', deadline })
  return renderApp(page, at, {
    Shell: answers,
    MyNetworks: [mine(grace), mine(membership({ standing: 'SATISFIED' }))],
    Network: opened({ standing: 'GRACE', deadline }),
  })
}

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

test('a tab left open at the deadline shows the closed network by itself, and what was typed is still there', async () => {
  const deadline = soon()
  // The server's clock is a little behind this one: at the second request it has passed there too.
  const answers = [shell('GRACE', deadline), shell('GRACE', deadline), shell('OVERDUE', deadline)]
  show('/networks/acme', deadline, ...answers)
  const note = await screen.findByLabelText('Note')
  const address = screen.getByLabelText('Address')
  fireEvent.change(note, { target: { value: 'half a sentence' } })
  fireEvent.change(address, { target: { value: 'ben@ac' } })
  await act(() => vi.advanceTimersByTimeAsync(59_000))
  expect(screen.queryByRole('heading', { name: 'Acme needs one more step' })).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(6_000))
  await screen.findByRole('heading', { name: 'Acme needs one more step' })
  expect(document.title).toBe('Acme needs one more step · Twinlock')
  expect(note.closest('[inert]')).not.toBeNull()
  expect(screen.getByText('Invite a person').closest('dialog')?.open).toBe(false)
  expect(screen.getByRole('link', { name: 'Set up two-factor authentication' }).getAttribute('target')).toBe('_blank')

  act(() => void window.dispatchEvent(new Event('focus')))
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Acme needs one more step' })).toBeNull())
  expect(note).toHaveProperty('value', 'half a sentence')
  expect(note.isConnected && note.closest('[inert]')).toBeNull()
  expect(address).toHaveProperty('value', 'ben@ac')
  expect(screen.getByText('Invite a person').closest('dialog')?.open).toBe(true)
})

test('elsewhere the banner goes at the deadline, and the list says that the network is closed', async () => {
  const deadline = soon()
  show('/networks', deadline, shell('GRACE', deadline), shell('OVERDUE', deadline))
  await screen.findByText(/You have until/)
  await screen.findByText(/^Set up by/)
  await act(() => vi.advanceTimersByTimeAsync(61_000))
  await waitFor(() => expect(screen.queryByRole('timer')).toBeNull())
  expect(screen.queryByText(/^Set up by/)).toBeNull()
})

test('a member whose method does not count sees which ones do', async () => {
  const deadline = soon()
  show('/networks', deadline, shell('GRACE', deadline, true))
  await screen.findByText(/Acme doesn’t accept the method you have\. .*\(Authentication app, SMS text message\)/)
})
