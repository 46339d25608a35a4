import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Script } from '../../../testing/answering-link'
import { renderApp } from '../../../testing/render-app'
import { changeLanguage } from '../../../texts/text-store'
import { membership } from '../networks.fixture'
import { InvitationPage } from './invitation.page'

const TOKEN = 'A'.repeat(43)

const preview = (isForViewer: boolean | null, isTwoFactorRequired = false) => ({
  data: {
    invitationPreview: {
      __typename: 'InvitationPreview',
      networkName: 'Acme',
      inviterName: 'Maria',
      role: 'ADMIN',
      sentTo: 'a•••@acme.com',
      isTwoFactorRequired,
      isForViewer,
      expiresAt: '2026-05-19T10:00:00.000Z',
    },
  },
})
const over = { data: { invitationPreview: { __typename: 'InvitationInvalid', message: '' } } }
const who = { data: { viewer: { __typename: 'Viewer', id: 'v', email: 'bob@acme.com' } } }
const accepted = {
  data: { acceptInvitation: { __typename: 'InvitationAccepted', membership: membership({ role: 'ADMIN' }) } },
}

const show = (script: Script) => renderApp(<InvitationPage />, '/invitation', { WhoAmI: who, ...script })

afterEach(async () => {
  vi.restoreAllMocks()
  await changeLanguage('en')
})

beforeEach(() => {
  localStorage.clear()
  window.location.hash = `#token=${TOKEN}`
})

test('the token leaves the address at once, and waits in this tab for the first user to sign in', async () => {
  const first = show({ PreviewInvitation: preview(null) })
  const signIn = await screen.findByRole('link', { name: 'Sign in' })
  expect(window.location.hash).toBe('')
  expect(signIn.getAttribute('href')).toBe('/sign-in?next=%2Finvitation')
  expect(screen.getByRole('link', { name: 'Create an account' }).getAttribute('href')).toBe(
    '/sign-up?next=%2Finvitation',
  )
  screen.getByText(/This invitation is for a•••@acme.com/)
  first.unmount()

  const { user, asked, address } = show({ PreviewInvitation: preview(true), AcceptInvitation: accepted })
  await user.click(await screen.findByRole('button', { name: 'Join Acme' }))
  await waitFor(() => expect(address()).toBe('/networks/acme'))
  expect(asked.filter(({ variables }) => variables.token === TOKEN)).toHaveLength(2)
  expect(sessionStorage.length).toBe(0)
})

test.each([
  ['none of the app', ['cy'], 'Anmelden'],
  ['one of the app', ['cy', 'en'], 'Sign in'],
])('a browser that asks for %s reads it in the language of the network or in its own', async (_, languages, link) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
  const asked = preview(null)
  show({ PreviewInvitation: { data: { invitationPreview: { ...asked.data.invitationPreview, locale: 'DE' } } } })
  await screen.findByRole('link', { name: link })
  // It was not chosen, and the next visit asks the browser again.
  expect(localStorage.getItem('twinlock.language')).toBeNull()
})

test('says beforehand that set-up comes with joining', async () => {
  show({ PreviewInvitation: preview(true, true) })
  await screen.findByText(/Acme requires two-factor authentication/)
})

test('another account is signed in: the page says which, and leads to the right one', async () => {
  const { user, address } = show({ PreviewInvitation: preview(false), SwitchAccount: { data: { signOut: true } } })
  await screen.findByText('It’s for a•••@acme.com, and you’re signed in as bob@acme.com.')
  expect(screen.queryByRole('button', { name: 'Join Acme' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Sign in with the other account' }))
  await waitFor(() => expect(address()).toBe('/sign-in?next=%2Finvitation'))
})

test('a link that no longer works says what to do', async () => {
  show({ PreviewInvitation: over })
  await screen.findByRole('heading', { name: 'This link no longer works' })
})

test.each(['', `#token=${TOKEN.slice(1)}`, '#tok'])(
  'an address that a mail program cut off (%j) says so',
  async (hash) => {
    window.location.hash = hash
    const { asked } = show({})
    await screen.findByRole('heading', { name: 'The link is incomplete' })
    expect(asked).toEqual([])
  },
)

test('used up between looking and joining: the same message', async () => {
  const invalid = { data: { acceptInvitation: { __typename: 'InvitationInvalid', message: '' } } }
  const { user } = show({ PreviewInvitation: preview(true), AcceptInvitation: invalid })
  await user.click(await screen.findByRole('button', { name: 'Join Acme' }))
  await screen.findByRole('heading', { name: 'This link no longer works' })
})

const link = (isForViewer: boolean | null) => ({
  data: {
    invitationPreview: {
      __typename: 'JoinLinkPreview',
      networkName: 'Acme',
      role: 'MEMBER',
      domains: ['acme.com', 'acme.org'],
      isTwoFactorRequired: false,
      isForViewer,
    },
  },
})

test('the link of a network names the addresses it is for, and lets such an account in', async () => {
  const first = show({ PreviewInvitation: link(null) })
  await screen.findByText('Sign in with your address at acme.com and acme.org, or create an account with it.')
  first.unmount()
  const { user, address } = show({ PreviewInvitation: link(true), AcceptInvitation: accepted })
  await user.click(await screen.findByRole('button', { name: 'Join Acme' }))
  await waitFor(() => expect(address()).toBe('/networks/acme'))
})

test('with an address of another domain the link of a network leads to another account', async () => {
  show({ PreviewInvitation: link(false) })
  await screen.findByRole('heading', { name: 'This link is for other addresses' })
  await screen.findByText('It’s for addresses at acme.com and acme.org, and you’re signed in as bob@acme.com.')
})
