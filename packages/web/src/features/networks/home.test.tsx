import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { ARRIVING } from '../../steps/next-place'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { NetworkHomePage } from './home.page'
import { NetworkLayout } from './network-layout'
import { membership, mine, opened, pageInfo, teammate } from './networks.fixture'
import { NetworksPage } from './networks.page'

const viewer = (isOn: boolean) => ({
  __typename: 'Viewer',
  id: 'ada',
  isCompanySignIn: false,
  twoFactor: { __typename: 'TwoFactor', id: 'ada', isOn },
})
const home = (isOn: boolean, people = [teammate('Ada', 'OWNER', true)]) => ({
  data: {
    viewer: viewer(isOn),
    network: {
      __typename: 'Network',
      id: 'acme',
      peopleCount: people.length,
      people: { __typename: 'TeammateConnection', nodes: people, pageInfo: pageInfo() },
    },
  },
})
const steps = ({ isOn = false, people = 1, invited = 0, isRequired = false }) => ({
  data: {
    viewer: viewer(isOn),
    network: {
      __typename: 'Network',
      id: 'acme',
      peopleCount: people,
      invitations: {
        __typename: 'InvitationConnection',
        nodes: Array.from({ length: invited }, (_, place) => ({ __typename: 'Invitation', id: `i${place}` })),
      },
      security: {
        __typename: 'NetworkSecurity',
        id: 'acme',
        mandatory: isRequired ? { __typename: 'Mandate', activatedAt: '2026-05-12T10:00:00.000Z' } : null,
      },
    },
  },
})

function show(role: 'OWNER' | 'ADMIN' | 'MEMBER', script: Script) {
  const page = (
    <Routes>
      <Route path="/networks/:slug" element={<NetworkLayout />}>
        <Route index element={<NetworkHomePage />} />
      </Route>
    </Routes>
  )
  return renderApp(page, '/networks/acme', {
    MyNetworks: mine(membership({ role })),
    Network: opened({ role }),
    NetworkHome: home(false),
    YourApps: { data: { viewer: { __typename: 'Viewer', id: 'ada', apps: [] } } },
    ...script,
  })
}

beforeEach(() => localStorage.clear())

const list = () => screen.findByRole('region', { name: 'Getting started' })
const isDone = async (step: string) =>
  within(await list())
    .getByRole('heading', { name: new RegExp(`^${step}`) })
    .textContent?.endsWith('(done)')

test('a new owner is led from their own protection to inviting to requiring', async () => {
  show('OWNER', { FirstSteps: steps({}) })
  const links = within(await list()).getAllByRole('link')
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Set up now', '/account/two-factor/set-up?next=%2Fnetworks%2Facme'],
    ['Invite people', '/networks/acme/people#invite'],
    ['See what Pro brings', '/networks/acme/security'],
  ])
  within(await list()).getByText(/^This needs the Pro plan\./)
})

test('what is done is ticked, a sent invitation counts, and the next one stands out', async () => {
  show('OWNER', { NetworkHome: home(true), FirstSteps: steps({ isOn: true, invited: 1 }) })
  expect(await isDone('Protect your own account')).toBe(true)
  expect(await isDone('Invite your team')).toBe(true)
  expect(await isDone('Require two-factor authentication')).toBe(false)
  expect(within(await list()).getAllByRole('link')).toHaveLength(1)
})

test('with everything done the list is gone', async () => {
  show('OWNER', { NetworkHome: home(true), FirstSteps: steps({ isOn: true, people: 3, isRequired: true }) })
  await screen.findByRole('heading', { name: 'Two-factor authentication' })
  expect(screen.queryByRole('region', { name: 'Getting started' })).toBeNull()
})

test('hidden once, it stays hidden in this browser', async () => {
  const { user, unmount } = show('OWNER', { FirstSteps: steps({}) })
  await user.click(within(await list()).getByRole('button', { name: 'Hide' }))
  await screen.findByRole('heading', { name: 'Two-factor authentication' })
  unmount()
  const { asked } = show('OWNER', { FirstSteps: steps({}) })
  await screen.findByRole('heading', { name: 'Two-factor authentication' })
  expect(asked.map(({ name }) => name)).not.toContain('FirstSteps')
})

test.each(['ADMIN', 'MEMBER'] as const)('for a %s there is no such list', async (role) => {
  const { asked } = show(role, {})
  await screen.findByRole('heading', { name: 'Two-factor authentication' })
  expect(asked.map(({ name }) => name)).not.toContain('FirstSteps')
})

const picker = (count: number, state: unknown) =>
  renderApp(
    <NetworksPage />,
    { pathname: '/networks', state },
    {
      MyNetworks: mine(...['acme', 'chess'].slice(0, count).map((slug) => membership({ slug }))),
    },
  )

test('who has one network is in it right after signing in, and may still look at the list', async () => {
  const { address, unmount } = picker(1, ARRIVING)
  await waitFor(() => expect(address()).toBe('/networks/acme'))
  unmount()
  const { address: later } = picker(1, null)
  await screen.findByRole('heading', { name: 'Your networks' })
  expect(later()).toBe('/networks')
})

test.each([0, 2])('with %i networks the list is shown', async (count) => {
  const { address } = picker(count, ARRIVING)
  await screen.findByRole('heading', { name: 'Your networks' })
  expect(address()).toBe('/networks')
})
