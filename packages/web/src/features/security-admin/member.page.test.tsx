import { screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { answerOf, member } from './security.fixture'
import { showSecurity as show } from './security-pages.fixture'

describe('the page for one person', () => {
  const cleo = { ...member('Cleo', { lastSignInAt: '2026-05-12T08:00:00.000Z' }), joinedAt: '2026-01-01T00:00:00.000Z' }
  const mails = (...rows: [string, string][]) =>
    rows.map(([kind, delivery], place) => ({
      __typename: 'MemberMail',
      id: `m${place}`,
      kind,
      delivery,
      at: '2026-05-12T08:00:00.000Z',
    }))
  const signIn = (id: string, ...methods: string[]) => ({
    __typename: 'MemberSignIn',
    id,
    at: '2026-05-12T08:00:00.000Z',
    methods,
  })
  const pageOf = (over: object, memberMails: object[] = [], memberSignIns: object[] = []) =>
    answerOf({ member: { ...cleo, ssoAt: null, ...over }, memberMails, memberSignIns })
  const noLog = answerOf({
    auditLog: {
      __typename: 'AuditLog',
      edges: [],
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  })
  const open = (script: Script) =>
    show({ AuditLog: noLog, ...script }, 'PRO', `/members/${encodeURIComponent(cleo.id)}`)

  test('shows where they stand, how they signed in, what they were mailed and whether it arrived', async () => {
    const { asked } = open({
      NetworkMember: pageOf({ methods: ['SMS'] }, mails(['REMINDER', 'FAILED'], ['REQUIRED', 'SENT']), [
        signIn('s1', 'PASSWORD', 'SMS'),
        signIn('s2', 'COMPANY_SIGN_IN'),
      ]),
    })
    await screen.findByRole('heading', { name: 'Cleo' })
    const listed = (name: string) =>
      within(screen.getByRole('region', { name }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
    expect(listed('Emails')).toEqual([
      expect.stringMatching(/^ReminderNot delivered/),
      expect.stringMatching(/^Two-factor authentication requiredSent/),
    ])
    expect(listed('Sign-ins')).toEqual([
      expect.stringMatching(/^Password \+ SMS text message/),
      expect.stringMatching(/^Company sign-in/),
    ])
    await screen.findByText(/^No changes to this person’s role/)
    expect(asked.find(({ name }) => name === 'AuditLog')?.variables).toMatchObject({ memberId: cleo.id })
  })

  test('after a reminder its mail stands in the list, and the button rests', async () => {
    vi.useFakeTimers({ now: new Date(2026, 4, 13, 12, 20), shouldAdvanceTime: true })
    const { user } = open({
      NetworkMember: [
        pageOf({}),
        pageOf({ remindableFrom: new Date(2026, 4, 13, 13).toISOString() }, mails(['REMINDER', 'QUEUED'])),
      ],
      RemindMembers: { data: { remindMembers: { __typename: 'MembersReminded', reminded: 1 } } },
    })
    await screen.findByText('No emails in the last 30 days.')
    await user.click(screen.getByRole('button', { name: 'Send a reminder' }))
    await screen.findByText('Being sent')
    screen.getByText(/^Reminded within the last hour\. You can remind them again at (13:00|01:00 PM)\.$/)
    expect(screen.getByRole('button', { name: 'Send a reminder' }).getAttribute('aria-disabled')).toBe('true')
    vi.useRealTimers()
  })

  test('shows the five latest mails, and the others on request', async () => {
    const { user } = open({ NetworkMember: pageOf({}, mails(...Array(7).fill(['REMINDER', 'SENT']))) })
    const list = within(await screen.findByRole('region', { name: 'Emails' }))
    expect(list.getAllByRole('listitem')).toHaveLength(5)
    await user.click(list.getByRole('button', { name: 'Show more' }))
    expect(list.getAllByRole('listitem')).toHaveLength(7)
  })

  test('has everything that an Admin does with a member; a changed role shows at once, and so does its undoing', async () => {
    const changedTo = (role: string) => {
      const { joinedAt, id, name, email } = cleo
      const changed = { __typename: 'Teammate', id, name, email, joinedAt, role, isViewer: false }
      return { data: { changeRole: { __typename: 'RoleChanged', member: changed } } }
    }
    const { user } = open({
      NetworkMember: [pageOf({}), pageOf({ role: 'GUEST' })],
      ChangeRole: [changedTo('GUEST'), changedTo('MEMBER')],
    })
    await user.click(await screen.findByRole('button', { name: 'Manage Cleo' }))
    const items = await screen.findAllByRole('menuitem')
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Change role',
      'Sign out of this network',
      'Remove from the network',
    ])
    await user.click(screen.getByRole('menuitem', { name: 'Change role' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Role of Cleo' }))
    await user.click(dialog.getByRole('radio', { name: /^Guest/ }))
    await user.click(dialog.getByRole('button', { name: 'Save role' }))
    await screen.findByText('Guest', { selector: 'dd' })
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Member', { selector: 'dd' })
  })
})
