import { act, screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, test, vi } from 'vitest'
import { interruptionLink } from '../../app/interruption-link'
import { useOpenedNetwork } from '../../steps/opened-network'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { NetworkLayout } from './network-layout'
import { membership, mine, opened } from './networks.fixture'

function Inside() {
  return <p>Inside {useOpenedNetwork().name}</p>
}

function show(script: Script, at = '/networks/acme') {
  const handlers = {
    confirm: vi.fn(async () => false),
    goTo: vi.fn(),
    leaveFor: vi.fn(),
    askOwner: vi.fn(),
    showClosedNetwork: vi.fn(),
    accountChanged: vi.fn(),
    askForProof: vi.fn(),
  }
  const page = (
    <Routes>
      <Route path="/networks/:slug" element={<NetworkLayout />}>
        <Route index element={<Inside />} />
        <Route path="security/sso" element={<Inside />} />
      </Route>
    </Routes>
  )
  return { ...renderApp(page, at, script, interruptionLink(handlers)), ...handlers }
}

test('an open network shows its page, and the places that the role may see', async () => {
  show({ MyNetworks: mine(membership({ role: 'MEMBER' })), Network: opened({ role: 'MEMBER' }) })
  await screen.findByText('Inside Acme')
  expect(screen.queryByRole('link', { name: 'Security' })).toBeNull()
  expect(screen.getByRole('link', { name: 'People' }).getAttribute('href')).toBe('/networks/acme/people')
})

test('a network one is not in looks like one that does not exist', async () => {
  const { asked } = show({ MyNetworks: mine(membership({ slug: 'beta' })) })
  await screen.findByRole('heading', { name: 'Network not found' })
  expect(asked.map(({ name }) => name)).toEqual(['MyNetworks'])
})

describe('a closed network', () => {
  const deadline = '2020-05-12T10:00:00.000Z'
  const closed = membership({ standing: 'OVERDUE', deadline })

  test('leads to the set-up and back, says whom to ask, and requests nothing of the closed network', async () => {
    const { asked } = show({ MyNetworks: mine(closed) })
    await screen.findByRole('heading', { name: 'Acme needs one more step' })
    expect(screen.getByRole('link', { name: 'Set up two-factor authentication' }).getAttribute('href')).toBe(
      '/account/two-factor/set-up?next=%2Fnetworks%2Facme',
    )
    screen.getByText('Questions? Ask help@acme.com.')
    expect(asked.map(({ name }) => name)).toEqual(['MyNetworks'])
  })

  test('offers the other networks only where one is open', async () => {
    const other = (standing: 'OVERDUE' | 'SATISFIED') => membership({ slug: 'beta', name: 'Beta', standing, deadline })
    const first = show({ MyNetworks: mine(closed, other('OVERDUE')) })
    await screen.findByRole('heading', { name: 'Acme needs one more step' })
    expect(screen.queryByRole('link', { name: 'Go to my other networks' })).toBeNull()
    first.unmount()
    show({ MyNetworks: mine(closed, other('SATISFIED')) })
    await screen.findByRole('link', { name: 'Go to my other networks' })
  })
})

test('on the way to the company sign-in no other question flashes up', async () => {
  const startUrl = '/sso/start/acme'
  const { leaveFor } = show({
    MyNetworks: mine(membership({ standing: 'EXEMPT_SSO' })),
    Network: { code: 'SSO_REQUIRED', extensions: { startUrl, network: { slug: 'acme' } } },
  })
  await waitFor(() => expect(leaveFor).toHaveBeenCalledExactlyOnceWith(startUrl, 'acme'))
  await act(() => Promise.resolve())
  expect(screen.queryByRole('heading')).toBeNull()
})

test('the pages of a network say where one is, also below one of them', async () => {
  show({ MyNetworks: mine(membership({})), Network: opened() }, '/networks/acme/security/sso')
  await screen.findByText('Inside Acme')
  expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('Security')
})

test('a member who closes the second-step prompt stays outside, and may be asked again', async () => {
  const satisfied = membership({ standing: 'SATISFIED' })
  const { user, confirm } = show({ MyNetworks: mine(satisfied), Network: [{ code: 'TWO_FACTOR_REQUIRED' }, opened()] })
  await user.click(await screen.findByRole('button', { name: 'Confirm it’s you' }))
  await screen.findByText('Inside Acme')
  expect(confirm).toHaveBeenCalledOnce()
})

test('a server out of reach is said, and tried again', async () => {
  const { user } = show({ MyNetworks: [{ isOffline: true }, mine(membership({}))], Network: opened() })
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => screen.getByText('Inside Acme'))
})
