import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { ARRIVING } from '../../steps/return-path'
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
const mandate = { __typename: 'TwoFactorMandate', deadline: '2036-05-12T10:00:00.000Z' }
const unprotected = (without: number, mandatory: object | null = mandate) => ({
  data: {
    network: {
      __typename: 'Network',
      id: 'acme',
      security: {
        __typename: 'NetworkSecurity',
        id: 'acme',
        mandatory,
        coverage: { __typename: 'TwoFactorCoverage', without },
      },
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
        mandatory: isRequired ? mandate : null,
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
    UnprotectedMembers: unprotected(0, null),
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
  const FirstSteps = steps({ isOn: true, people: 3, isRequired: true })
  show('OWNER', { NetworkHome: home(true), FirstSteps, UnprotectedMembers: unprotected(0) })
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

test('Admins read on Home how many still have to act, until when, and go on to them', async () => {
  show('ADMIN', { UnprotectedMembers: unprotected(5) })
  const card = within(await screen.findByRole('region', { name: '5 people aren’t protected yet' }))
  card.getByText(/^They have until Mon/)
  expect(card.getByRole('link', { name: 'See who' }).getAttribute('href')).toBe(
    '/networks/acme/security?shown=NOT_YET#members-title',
  )
})

test('after the deadline it says since when', async () => {
  show('ADMIN', { UnprotectedMembers: unprotected(1, { ...mandate, deadline: '2020-05-12T10:00:00.000Z' }) })
  await screen.findByRole('region', { name: '1 person isn’t protected yet' })
  screen.getByText(/^The deadline was Tue/)
})

test.each([
  ['everyone is protected', 'ADMIN', unprotected(0)],
  ['nothing is required', 'OWNER', unprotected(5, null)],
] as const)('where %s, Home says nothing of it', async (_, role, answer) => {
  const { asked } = show(role, { UnprotectedMembers: answer, FirstSteps: steps({}) })
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('UnprotectedMembers'))
  await screen.findByText('It’s only you so far')
  expect(screen.queryByRole('link', { name: 'See who' })).toBeNull()
})

test('a member is asked nothing that only Admins may ask', async () => {
  const { asked } = show('MEMBER', {})
  await screen.findByText('Ada')
  expect(asked.map(({ name }) => name)).not.toContain('UnprotectedMembers')
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
