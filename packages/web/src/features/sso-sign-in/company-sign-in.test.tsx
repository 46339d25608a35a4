import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { renderApp } from '../../testing/render-app'
import { CompanySignInPage } from './company-sign-in.page'
import { JoinPage } from './join.page'

const network = (slug: string, name: string) => ({
  __typename: 'CompanySignInNetwork',
  slug,
  name,
  startUrl: `/sso/start/${slug}`,
  helpContact: null,
})
const found = (...networks: ReturnType<typeof network>[]) => ({
  data: { companySignIn: { __typename: 'CompanySignIns', networks } },
})

const find = async (answer: object, typed: string) => {
  const shown = renderApp(<CompanySignInPage />, '/sign-in/sso?next=%2Fnetworks%2Facme', { CompanySignIn: answer })
  const field = await screen.findByLabelText('Network address or work email')
  if (typed) await shown.user.type(field, typed)
  await shown.user.click(screen.getByRole('button', { name: 'Continue' }))
  return shown
}

test('an unknown name is reported at the field, whether or not a user with that email exists', async () => {
  const { asked } = await find(found(), 'ada@nowhere.com')
  await screen.findByText(/We couldn’t find a company sign-in with that name/)
  expect(asked).toEqual([{ name: 'CompanySignIn', variables: { of: 'ada@nowhere.com' } }])
})

test('an empty field asks the server nothing', async () => {
  const { asked } = await find(found(), '')
  await screen.findByText('Enter your network’s address or your work email.')
  expect(asked).toEqual([])
})

test('of several networks the person chooses', async () => {
  await find(found(network('acme', 'Acme'), network('lab', 'Acme Lab')), 'ada@acme.com')
  await screen.findByRole('button', { name: 'Continue to Acme' })
  screen.getByRole('button', { name: 'Continue to Acme Lab' })
})

test('a guest is sent to their password, and back to where they were going', async () => {
  const at = '/sign-in/sso?problem=GUEST&network=acme&next=%2Fnetworks%2Facme'
  renderApp(<CompanySignInPage />, at, { CompanySignIn: found(network('acme', 'Acme')) })
  await screen.findByRole('heading', { name: 'You’re a guest here' })
  const link = screen.getByRole('link', { name: 'Sign in with email and password' })
  expect(link.getAttribute('href')).toBe('/sign-in?next=%2Fnetworks%2Facme')
})

test.each([
  ['sign-in', '', '/sso/start/acme?next=%2Fnetworks%2Facme'],
  ['confirmation', '&confirm=yes', '/sso/start/acme?next=%2Fnetworks%2Facme&confirm=yes'],
])('another try of a %s leads to where the first one did', async (_, query, place) => {
  const went = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
  const at = `/sign-in/sso?problem=DENIED&network=acme&next=%2Fnetworks%2Facme${query}`
  const { user } = renderApp(<CompanySignInPage />, at, { CompanySignIn: found(network('acme', 'Acme')) })
  await user.click(await screen.findByRole('button', { name: 'Try company sign-in again' }))
  expect(went).toHaveBeenLastCalledWith(place)
  // A user who only confirms is signed in already.
  expect(screen.queryByRole('link', { name: 'I’m a guest' }) === null).toBe(query !== '')
})

test('a problem nobody knows shows the form, never what the address says', async () => {
  renderApp(<CompanySignInPage />, '/sign-in/sso?problem=%3Cb%3Ehello', {})
  await screen.findByRole('heading', { name: 'Company sign-in' })
  expect(screen.queryByText(/hello/)).toBeNull()
})

const waiting = (accountEmail: string | null) => ({
  data: {
    companySignInToJoin: {
      __typename: 'CompanySignInToJoin',
      providerEmail: 'ada@work.example',
      accountEmail,
      network: { __typename: 'NetworkSummary', slug: 'acme', name: 'Acme', startUrl: '/sso/start/acme' },
    },
  },
})

test('nothing is linked before the person has signed in by themselves', async () => {
  renderApp(<JoinPage />, '/sign-in/sso/join', { CompanySignInToJoin: waiting(null) })
  const link = await screen.findByRole('link', { name: 'Sign in with my password' })
  expect(link.getAttribute('href')).toBe('/sign-in?next=%2Fsign-in%2Fsso%2Fjoin')
  expect(screen.queryByRole('button', { name: 'Yes, link them' })).toBeNull()
})

test('a user who says that both are theirs is linked and signed in', async () => {
  const { user, address } = renderApp(<JoinPage />, '/sign-in/sso/join', {
    CompanySignInToJoin: waiting('ada@home.com'),
    JoinCompanySignIn: {
      data: { joinCompanySignIn: { __typename: 'SignedIn', viewer: { __typename: 'Viewer', id: 'v' } } },
    },
  })
  await screen.findByText('ada@work.example')
  await user.click(screen.getByRole('button', { name: 'Yes, link them' }))
  await screen.findByText('Linked.')
  await waitFor(() => expect(address()).toBe('/networks/acme'))
})

test('an account that belongs to another person there says whom to ask', async () => {
  const { user } = renderApp(<JoinPage />, '/sign-in/sso/join', {
    CompanySignInToJoin: waiting('ada@home.com'),
    JoinCompanySignIn: {
      data: { joinCompanySignIn: { __typename: 'CompanySignInRefused', reason: 'OTHER_IDENTITY' } },
    },
    CompanySignIn: found(network('acme', 'Acme')),
  })
  await user.click(await screen.findByRole('button', { name: 'Yes, link them' }))
  await screen.findByText(/An admin of your network can release the old link/)
})

describe('an owner', () => {
  const at = '/sign-in/sso?problem=OWNER_CHOICE&network=acme&next=%2Fnetworks%2Facme%2Fpeople'
  const roles = (role: string) => ({
    data: {
      viewer: {
        __typename: 'Viewer',
        id: 'v',
        memberships: [
          { __typename: 'Membership', id: 'm', role, network: { __typename: 'NetworkSummary', id: 'n', slug: 'acme' } },
        ],
      },
    },
  })
  const entered = (answer: object) => ({ data: { enterWithoutSso: answer } })
  const show = (role: string, answer: object) =>
    renderApp(<CompanySignInPage />, at, {
      CompanySignIn: found(network('acme', 'Acme')),
      MyRoles: roles(role),
      EnterWithoutSso: entered(answer),
    })

  test('has both ways before them, and goes in by the second to where they were going', async () => {
    const answer = { __typename: 'OwnerEntered', network: { __typename: 'NetworkSummary', id: 'n', slug: 'acme' } }
    const { user, asked, address } = show('OWNER', answer)
    await screen.findByRole('heading', { name: 'This network requires company sign-in' })
    await screen.findByRole('button', { name: 'Continue with company sign-in' })
    await user.click(await screen.findByRole('button', { name: 'Continue without company sign-in' }))
    await waitFor(() => expect(address()).toBe('/networks/acme/people'))
    expect(asked.find(({ name }) => name === 'EnterWithoutSso')?.variables).toEqual({ networkId: 'n' })
  })

  test('without their own second step is asked to set one up first', async () => {
    const { user, address } = show('OWNER', { __typename: 'OwnTwoFactorRequired', message: '' })
    await user.click(await screen.findByRole('button', { name: 'Continue without company sign-in' }))
    await screen.findByText(/Set up two-factor authentication for your account first/)
    expect(address()).toBe(at)
  })

  test('is who owns the network: an admin has one way', async () => {
    const { asked } = show('ADMIN', {})
    await screen.findByRole('button', { name: 'Continue with company sign-in' })
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('MyRoles'))
    expect(screen.queryByRole('button', { name: 'Continue without company sign-in' })).toBeNull()
  })
})
