import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import type { Script } from '../../../testing/answering-link'
import { renderApp } from '../../../testing/render-app'
import { NetworkLayout } from '../network-layout'
import { membership, mine, opened, pageInfo, teammate } from '../networks.fixture'
import { PeoplePage } from './people.page'

const people = (nodes: ReturnType<typeof teammate>[], endCursor: string | null = null) => ({
  data: {
    network: {
      __typename: 'Network',
      id: 'acme',
      people: { __typename: 'TeammateConnection', nodes, pageInfo: pageInfo(endCursor) },
    },
  },
})
const invitations = (...emails: string[]) => ({
  data: {
    network: {
      __typename: 'Network',
      id: 'acme',
      invitations: {
        __typename: 'InvitationConnection',
        nodes: emails.map((email) => ({
          __typename: 'Invitation',
          id: `acme:${email}`,
          email,
          role: email.startsWith('boss') ? 'OWNER' : 'MEMBER',
          inviterName: 'Ada',
          sentAt: '2026-05-12T10:00:00.000Z',
          expiresAt: '2020-05-19T10:00:00.000Z',
        })),
        pageInfo: pageInfo(),
      },
    },
  },
})
const joinLink = (domains: string[], createdAt: string | null = null) => ({
  data: {
    network: {
      __typename: 'Network',
      id: 'acme',
      joinLink: { __typename: 'JoinLink', domains, createdAt, creatorName: createdAt && 'Ada' },
    },
  },
})
const all = [teammate('Ada', 'OWNER', true), teammate('Ben', 'MEMBER'), teammate('Olga', 'OWNER')]

function show(role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST', script: Script = {}, at = '/networks/acme/people') {
  const page = (
    <Routes>
      <Route path="/networks/:slug" element={<NetworkLayout />}>
        <Route path="people" element={<PeoplePage />} />
      </Route>
    </Routes>
  )
  return renderApp(page, at, {
    MyNetworks: mine(membership({ role })),
    Network: opened({ role }),
    NetworkPeople: people(all),
    NetworkInvitations: invitations(),
    NetworkJoinLink: joinLink([]),
    ...script,
  })
}

const actsOn = async (name: string, user: ReturnType<typeof show>['user']) => {
  await user.click(await screen.findByRole('button', { name: `Manage ${name}` }))
  return (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)
}

test('an owner may change and remove every member', async () => {
  const { user } = show('OWNER')
  expect(await actsOn('Olga', user)).toEqual(['Change role', 'Sign out of this network', 'Remove from the network'])
})

test('an admin is offered nothing on an owner, and cannot give that role', async () => {
  const { user } = show('ADMIN')
  expect(await actsOn('Ben', user)).toEqual(['Change role', 'Sign out of this network', 'Remove from the network'])
  expect(screen.queryByRole('button', { name: 'Manage Olga' })).toBeNull()
  await user.click(screen.getByRole('menuitem', { name: 'Change role' }))
  expect(within(await screen.findByRole('dialog')).queryByRole('radio', { name: /^Owner/ })).toBeNull()
})

test.each(['MEMBER', 'GUEST'] as const)(
  'a %s may leave, and is asked nothing that only Admins may ask',
  async (role) => {
    const { user, asked } = show(role)
    expect(await actsOn('Ada', user)).toEqual(['Leave the network'])
    expect(screen.queryByRole('button', { name: 'Invite people' })).toBeNull()
    expect(asked.map(({ name }) => name)).not.toContain('NetworkInvitations')
  },
)

test.each([
  ['ADMIN', '/networks/acme/security/members/acme%3Aben'],
  ['MEMBER', null],
] as const)('to %s, names lead to: %s', async (role, href) => {
  show(role)
  await screen.findByText('Ben')
  expect(screen.queryByRole('link', { name: 'Ben' })?.getAttribute('href') ?? null).toBe(href)
})

test('a changed role is shown in its row, and said', async () => {
  const member = teammate('Ben', 'ADMIN')
  const { user, asked } = show('OWNER', { ChangeRole: { data: { changeRole: { __typename: 'RoleChanged', member } } } })
  await actsOn('Ben', user)
  await user.click(screen.getByRole('menuitem', { name: 'Change role' }))
  await user.click(await screen.findByRole('radio', { name: /^Admin/ }))
  await user.click(screen.getByRole('button', { name: 'Save role' }))
  await screen.findByText('Ben is now an admin.')
  expect(asked.at(-1)?.variables).toEqual({ input: { networkId: 'acme', memberId: 'acme:ben', role: 'ADMIN' } })
  expect(within(screen.getByRole('row', { name: /Ben/ })).getByText('Admin')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('Undone.')
  expect(asked.at(-1)?.variables).toEqual({ input: { networkId: 'acme', memberId: 'acme:ben', role: 'MEMBER' } })
})

test('a revoked invitation is sent again by Undo, with a link of its own', async () => {
  const { user, asked } = show('OWNER', {
    NetworkInvitations: [invitations('ben@acme.com'), invitations(), invitations('ben@acme.com')],
    RevokeInvitation: { data: { revokeInvitation: { __typename: 'InvitationRevoked', invitationId: 'i' } } },
    InviteAgain: { data: { inviteMember: { __typename: 'InvitationSent', email: 'ben@acme.com' } } },
  })
  await user.click(await screen.findByRole('button', { name: 'Manage the invitation to ben@acme.com' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Revoke' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke invitation' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await screen.findByText(/^A new link is on its way to ben@acme.com/)
  expect(asked.find(({ name }) => name === 'InviteAgain')?.variables).toEqual({
    input: { networkId: 'acme', email: 'ben@acme.com', role: 'MEMBER' },
  })
})

test('the last owner reads why, in the dialog, and nothing is lost', async () => {
  const { user } = show('OWNER', { LeaveNetwork: { data: { leaveNetwork: { __typename: 'LastOwner', message: '' } } } })
  await actsOn('Ada', user)
  await user.click(screen.getByRole('menuitem', { name: 'Leave the network' }))
  await user.click(await screen.findByRole('button', { name: 'Leave Acme' }))
  expect((await screen.findByRole('alert')).textContent).toContain('only owner')
})

test('a removed member disappears from the list without another question', async () => {
  const removed = { data: { removeMember: { __typename: 'MemberRemoved', memberId: 'acme:ben' } } }
  const { user, asked } = show('OWNER', { RemoveMember: removed })
  await actsOn('Ben', user)
  await user.click(screen.getByRole('menuitem', { name: 'Remove from the network' }))
  await user.click(await screen.findByRole('button', { name: 'Remove Ben' }))
  await waitFor(() => expect(screen.queryByRole('row', { name: /Ben/ })).toBeNull())
  screen.getByRole('row', { name: /Olga/ })
  expect(asked.filter(({ name }) => name === 'NetworkPeople')).toHaveLength(1)
})

test('where an invitation link is on, the dialog says that it is turned off too, and then it is', async () => {
  const isOn = joinLink(['acme.com'], '2026-05-12T10:00:00.000Z')
  const { user, asked } = show('OWNER', {
    RemoveMember: { data: { removeMember: { __typename: 'MemberRemoved', memberId: 'acme:ben' } } },
    NetworkJoinLink: [isOn, isOn, joinLink(['acme.com'])],
  })
  await screen.findByRole('button', { name: 'Turn off' })
  await actsOn('Ben', user)
  await user.click(screen.getByRole('menuitem', { name: 'Remove from the network' }))
  await screen.findByText(/The invitation link is turned off too/)
  await user.click(await screen.findByRole('button', { name: 'Remove Ben' }))
  await screen.findByRole('button', { name: 'Create link' })
  expect(asked.filter(({ name }) => name === 'NetworkJoinLink')).toHaveLength(3)
})

const invited = (...outcomes: [email: string, outcome: string, retryAt?: string][]) => ({
  data: {
    inviteMembers: {
      __typename: 'MembersInvited',
      outcomes: outcomes.map(([email, outcome, retryAt = null]) => ({
        __typename: 'InvitedAddress',
        email,
        outcome,
        retryAt,
      })),
    },
  },
})

test('one after another is invited: the dialog stays, keeps the role, and the list follows', async () => {
  const { user, asked } = show('OWNER', {
    NetworkInvitations: [invitations(), invitations('new@acme.com')],
    InviteMembers: [invited(['new@acme.com', 'INVITED']), invited(['ben@acme.com', 'ALREADY_MEMBER'])],
  })
  await user.click(await screen.findByRole('button', { name: 'Invite people' }))
  const dialog = within(await screen.findByRole('dialog'))
  const field = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Email addresses' })
  await user.type(field, 'new')
  await user.click(dialog.getByRole('button', { name: 'Send invitation' }))
  dialog.getByText('Enter the address, like ada@acme.com.')
  expect(asked.map(({ name }) => name)).not.toContain('InviteMembers')

  await user.click(dialog.getByRole('radio', { name: /^Guest/ }))
  await user.type(field, '@acme.com{Enter}')
  await dialog.findByText('1 invitation was sent.')
  expect(field.value).toBe('')
  expect(dialog.getByRole<HTMLInputElement>('radio', { name: /^Guest/ }).checked).toBe(true)
  await screen.findByRole('row', { name: /new@acme.com/, hidden: true })

  await user.type(field, 'ben@acme.com')
  await user.click(dialog.getByRole('button', { name: 'Send invitation' }))
  await dialog.findByText('already in the network')
})

test('a pasted list says how many it has, and what became of each; what was not sent stays to be put right', async () => {
  const { user, asked } = show('OWNER', {
    InviteMembers: invited(
      ['cleo@acme.com', 'INVITED'],
      ['dan@acme', 'INVALID'],
      ['ben@acme.com', 'ALREADY_MEMBER'],
      ['eva@acme.com', 'TOO_MANY', '2099-01-01T14:32:00.000Z'],
    ),
  })
  await user.click(await screen.findByRole('button', { name: 'Invite people' }))
  const dialog = within(await screen.findByRole('dialog'))
  const field = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Email addresses' })
  await user.click(field)
  await user.paste('Cleo <cleo@acme.com>; dan@acme\nnot-an-address\nben@acme.com\teva@acme.com, CLEO@acme.com')
  await user.click(dialog.getByRole('button', { name: 'Send 4 invitations' }))
  await dialog.findByText('1 invitation was sent.')
  expect(asked.find(({ name }) => name === 'InviteMembers')?.variables).toEqual({
    input: {
      networkId: 'acme',
      emails: ['cleo@acme.com', 'dan@acme', 'ben@acme.com', 'eva@acme.com'],
      role: 'MEMBER',
    },
  })
  const became = dialog.getAllByRole('listitem').map(({ children }) => [...children].map((cell) => cell.textContent))
  expect(became).toEqual([
    ['dan@acme', 'not an email address'],
    ['ben@acme.com', 'already in the network'],
    ['eva@acme.com', 'too many invitations for now'],
    ['not-an-address', 'not an email address'],
    ['cleo@acme.com', 'invited'],
  ])
  expect(dialog.getAllByRole('radio').map((radio) => radio.getAttribute('value'))).toEqual([
    'GUEST',
    'MEMBER',
    'ADMIN',
    'OWNER',
  ])
  dialog.getByText(/Try the rest again at/)
  expect(field.value).toBe('dan@acme\neva@acme.com\nnot-an-address')
})

test('the addresses of a CSV file join those in the field, to be looked at before anything is sent', async () => {
  const { user, asked } = show('OWNER')
  await user.click(await screen.findByRole('button', { name: 'Invite people' }))
  const dialog = within(await screen.findByRole('dialog'))
  const choose = dialog.getByLabelText<HTMLInputElement>('Choose a CSV file')
  await user.upload(choose, new File(['name\nAda\n'], 'names.csv', { type: 'text/csv' }))
  await dialog.findByText('There is no email address in names.csv.')
  await user.upload(choose, new File(['name,email\nAda,ada@acme.com\nBob,bob@acme.com\n'], 'people.csv'))
  await dialog.findByText('2 addresses')
  const field = dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Email addresses' })
  expect(field.value).toBe('ada@acme.com\nbob@acme.com')
  expect(asked.map(({ name }) => name)).not.toContain('InviteMembers')
})

test('who has not answered yet stands above the people, a few at first', async () => {
  const emails = Array.from({ length: 8 }, (_, place) => `p${place}@acme.com`)
  const { user } = show('OWNER', { NetworkInvitations: invitations(...emails) })
  const heading = await screen.findByRole('heading', { name: 'Pending invitations' })
  const person = await screen.findByRole('row', { name: /Olga/ })
  expect(heading.compareDocumentPosition(person) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(screen.queryByRole('row', { name: /p7@acme.com/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show 3 more' }))
  screen.getByRole('row', { name: /p7@acme.com/ })
})

test('a link elsewhere opens the dialog at once', async () => {
  show('OWNER', {}, '/networks/acme/people#invite')
  await screen.findByRole('dialog', { name: 'Invite people to Acme' })
})

test('an invitation that has run out says so and can be sent again; an owner’s is not for admins', async () => {
  const { user } = show('ADMIN', {
    NetworkInvitations: invitations('late@acme.com', 'boss@acme.com'),
    ResendInvitation: { data: { resendInvitation: { __typename: 'InvitationSent', email: 'late@acme.com' } } },
  })
  const row = within(await screen.findByRole('row', { name: /late@acme.com/ }))
  row.getByText('Expired. Send it again')
  expect(within(screen.getByRole('row', { name: /boss@acme.com/ })).queryByRole('button')).toBeNull()
  await user.click(row.getByRole('button', { name: 'Manage the invitation to late@acme.com' }))
  await user.click(screen.getByRole('menuitem', { name: 'Send again' }))
  await screen.findAllByText(/A new link is on its way to late@acme.com/)
})

test('an invitation answered meanwhile is reported, and the list is reloaded', async () => {
  const { user } = show('OWNER', {
    NetworkInvitations: [invitations('quick@acme.com'), invitations()],
    RevokeInvitation: { data: { revokeInvitation: { __typename: 'InvitationInvalid', message: '' } } },
  })
  await user.click(await screen.findByRole('button', { name: 'Manage the invitation to quick@acme.com' }))
  await user.click(screen.getByRole('menuitem', { name: 'Revoke' }))
  await user.click(await screen.findByRole('button', { name: 'Revoke invitation' }))
  await waitFor(() => expect(screen.queryByRole('row', { name: /quick@acme.com/ })).toBeNull())
})

test('the next page comes below the first', async () => {
  const { user, asked } = show('OWNER', {
    NetworkPeople: [people(all.slice(0, 2), 'c1'), people(all.slice(2))],
  })
  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  await screen.findByRole('row', { name: /Olga/ })
  screen.getByRole('row', { name: /Ada/ })
  expect(asked.at(-1)?.variables).toMatchObject({ after: 'c1' })
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('a next page that could not be loaded says so, and comes with the next try', async () => {
  const { user, asked } = show('OWNER', {
    NetworkPeople: [people(all.slice(0, 2), 'c1'), { isOffline: true }, people(all.slice(2))],
  })
  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await screen.findByRole('row', { name: /Olga/ })
  screen.getByRole('row', { name: /Ada/ })
  expect(asked.at(-1)?.variables).toMatchObject({ after: 'c1' })
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

test('a search that finds nobody says so', async () => {
  const { user } = show('OWNER', { NetworkPeople: [people(all), people([])] })
  await user.type(await screen.findByRole('searchbox'), 'zz')
  await screen.findByText('No name or email starts with “zz”.')
})

test('a link for the addresses of verified domains is created, shown once, and turned off', async () => {
  const url = 'https://twinlock.example/invitation#token=abc'
  const { user } = show('ADMIN', {
    NetworkJoinLink: [
      joinLink(['acme.com']),
      joinLink(['acme.com'], '2026-05-12T10:00:00.000Z'),
      joinLink(['acme.com']),
    ],
    CreateJoinLink: { data: { createJoinLink: { __typename: 'JoinLinkCreated', url } } },
    DeleteJoinLink: { data: { deleteJoinLink: true } },
  })
  await screen.findByText('Anyone with a confirmed address at acme.com can join as a member.')
  await user.click(screen.getByRole('button', { name: 'Create link' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Create link' }))
  await screen.findByText(url)
  await screen.findByText(/created by Ada/)
  await user.click(screen.getByRole('button', { name: 'Turn off' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Turn off' }))
  await screen.findByText('The invitation link is off.')
  expect(screen.queryByText(url)).toBeNull()
})

test('without a verified domain there is no link to create, but the way to one', async () => {
  show('ADMIN')
  const section = within(await screen.findByRole('region', { name: 'Invitation link' }))
  section.getByText(/^Verify your email domain to create one link/)
  expect(section.queryByRole('button')).toBeNull()
  expect(section.getByRole('link', { name: 'Verify a domain' }).getAttribute('href')).toBe(
    '/networks/acme/security/sso#domains',
  )
})
