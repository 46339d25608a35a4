import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Outlet, Route, Routes } from 'react-router'
import { describe, expect, test, vi } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { MemberPage } from './member.page'
import { answerOf, mandate, member, members, preview, security } from './security.fixture'
import { SecurityPage } from './security.page'
import { SecuritySettingsPage } from './security-settings.page'

const button = 'Activate mandatory two-factor authentication for your teammates'

function show(script: Script, plan: 'FREE' | 'PRO' = 'PRO', place = '') {
  const network = { id: 'acme', slug: 'acme', name: 'Acme', plan, membership: { id: 'acme:Maria', role: 'ADMIN' } }
  const page = (
    <Routes>
      <Route element={<Outlet context={network} />}>
        <Route path="/networks/:slug/security" element={<SecurityPage />} />
        <Route path="/networks/:slug/security/members/:memberId" element={<MemberPage />} />
        <Route path="/networks/:slug/security/settings" element={<SecuritySettingsPage />} />
      </Route>
    </Routes>
  )
  return renderApp(page, `/networks/acme/security${place}`, { NetworkMembers: members(member('Ben')), ...script })
}

async function giveEveryoneMoreTime(user: ReturnType<typeof show>['user']) {
  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Give everyone more time' }))
}

describe('helping a member back in', () => {
  const list = members(
    member('Ben'),
    member('Cleo', { standing: 'SATISFIED', deadline: null, methods: ['SMS'] }),
    member('Maria', { standing: 'SATISFIED', deadline: null, methods: ['SMS'] }),
    member('Olga', { standing: 'SATISFIED', deadline: null, methods: ['SMS'], role: 'OWNER' }),
  )
  const open = async (script: Script) => {
    const app = show({ NetworkSecurity: security(), MandatePreview: preview(), NetworkMembers: list, ...script })
    await app.user.click(await screen.findByRole('button', { name: 'Actions for Cleo' }))
    await app.user.click(await screen.findByRole('menuitem', { name: 'Help them back in' }))
    return { ...app, dialog: within(await screen.findByRole('dialog')) }
  }
  const answer = (value: object) => ({ GrantReEnrolment: { data: { grantReEnrolment: value } } })

  test('is offered for those with something to lose, not for oneself, and not to an ADMIN for an OWNER', async () => {
    const { user } = show({ NetworkSecurity: security(), MandatePreview: preview(), NetworkMembers: list })
    await screen.findByRole('button', { name: 'Actions for Cleo' })
    for (const name of ['Maria', 'Olga'])
      expect(screen.queryByRole('button', { name: `Actions for ${name}` }), name).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Actions for Ben' }))
    await screen.findByRole('menuitem', { name: 'Send a reminder' })
    expect(screen.queryByRole('menuitem', { name: 'Help them back in' })).toBeNull()
  })

  test('says what it means, asks why, and what comes next', async () => {
    const { user, dialog, asked } = await open(
      answer({
        __typename: 'ReEnrolmentGranted',
        usableFrom: new Date().toISOString(),
        memberId: 'acme:Cleo',
        expiresAt: '2036-05-13T10:00:00.000Z',
        othersHaveToAgree: true,
      }),
    )
    dialog.getByText(/Nothing changes now/)
    await user.click(dialog.getByRole('button', { name: 'Let them set up again' }))
    await dialog.findByText('Enter a reason.')
    expect(asked.some(({ name }) => name === 'GrantReEnrolment')).toBe(false)
    await user.type(dialog.getByLabelText('Reason'), 'Phone lost')
    await user.click(dialog.getByRole('button', { name: 'Let them set up again' }))
    await screen.findByText('Another network has to agree too. Cleo knows which one.')
    expect(asked.find(({ name }) => name === 'GrantReEnrolment')?.variables).toEqual({
      input: { networkId: 'acme', memberId: 'acme:Cleo', reason: 'Phone lost' },
    })
  })

  test.each([
    [{ __typename: 'MemberHasNoTwoFactor' }, /Cleo has no two-factor authentication/],
    [{ __typename: 'MemberUsesCompanySignIn' }, /Cleo uses company sign-in/],
    [{ __typename: 'TooManyAttempts', retryAt: '2036-05-13T10:00:00.000Z' }, /three times within a day/],
  ])('refused by %j shows its message', async (refusal, message) => {
    const { user, dialog } = await open(answer(refusal))
    await user.type(dialog.getByLabelText('Reason'), 'Phone lost{Enter}')
    await dialog.findByText(message)
  })
})

describe('before it is required', () => {
  test('on the Free plan, one card says what Pro brings and what changes the plan, and nothing can be activated', async () => {
    show({ NetworkSecurity: security(), MandatePreview: preview() }, 'FREE')
    await screen.findByText('Requiring two-factor authentication needs the Pro plan')
    screen.getByText('npm run twinlock -- set-plan acme PRO')
    expect(screen.queryByRole('button', { name: button })).toBeNull()
  })

  test('a moment that the Admin chooses is previewed, warned of, and activated', async () => {
    vi.setSystemTime(new Date(2026, 4, 12, 9))
    const { user, asked } = show({
      NetworkSecurity: security(),
      MandatePreview: preview({ deadline: new Date(2026, 4, 16, 12).toISOString() }),
      ActivateMandatoryTwoFactor: { data: { activateMandatoryTwoFactor: null } },
    })
    const choice = await screen.findByRole('combobox', { name: 'Time to set up' })
    within(choice).getByText(/^End of the working day: Tue.* (17|05):00/)
    await user.selectOptions(choice, 'By a date you choose')
    fireEvent.change(screen.getByLabelText('Date and time'), { target: { value: '2026-05-16T12:00' } })
    await screen.findByText(/weekend/)
    const deadline = new Date(2026, 4, 16, 12).toISOString()
    await vi.waitFor(() =>
      expect(asked.filter(({ name }) => name === 'MandatePreview').at(-1)?.variables).toMatchObject({ deadline }),
    )
    await user.click(screen.getByRole('button', { name: button }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Require for everyone' }))
    expect(asked.find(({ name }) => name === 'ActivateMandatoryTwoFactor')?.variables).toMatchObject({
      input: { deadline },
    })
    vi.useRealTimers()
  })

  test('an Admin without it is led through their own set-up and back', async () => {
    show({ NetworkSecurity: security(), MandatePreview: preview({ isOwnTwoFactorMissing: true }) })
    const link = await screen.findByRole('link', { name: 'Set up two-factor authentication' })
    expect(link.getAttribute('href')).toBe('/account/two-factor/set-up?next=%2Fnetworks%2Facme%2Fsecurity')
  })

  test('the review says who must act, and only then every member is mailed', async () => {
    const activated = {
      data: {
        activateMandatoryTwoFactor: {
          __typename: 'MandateActivated',
          notified: 20,
          security: security({ mandatory: mandate('2036-05-13T10:00:00.000Z') }).data.network.security,
        },
      },
    }
    const { user, asked } = show({
      NetworkSecurity: security(),
      MandatePreview: preview(),
      ActivateMandatoryTwoFactor: activated,
    })
    await user.click(await screen.findByRole('button', { name: button }))
    const dialog = within(await screen.findByRole('dialog'))
    dialog.getByText('Require two-factor authentication for 20 people?')
    dialog.getByText('2 guests must set it up too')
    expect(asked.some(({ name }) => name === 'ActivateMandatoryTwoFactor')).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Require for everyone' }))
    await screen.findByRole('heading', { name: /^Required for everyone by/ })
    expect(asked.find(({ name }) => name === 'ActivateMandatoryTwoFactor')?.variables).toMatchObject({
      input: { networkId: 'acme', graceHours: 24 },
    })
  })

  test('the review says nothing of guests where none has to act', async () => {
    const { user } = show({ NetworkSecurity: security(), MandatePreview: preview({ guestsWithout: 0 }) })
    await user.click(await screen.findByRole('button', { name: button }))
    expect(within(await screen.findByRole('dialog')).queryByText(/guest/)).toBeNull()
  })

  test('a refusal is shown in the review, where the Admin is looking', async () => {
    const refused = {
      data: {
        activateMandatoryTwoFactor: { __typename: 'OwnTwoFactorRequired' },
      },
    }
    const { user } = show({
      NetworkSecurity: security(),
      MandatePreview: preview(),
      ActivateMandatoryTwoFactor: refused,
    })
    await user.click(await screen.findByRole('button', { name: button }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Require for everyone' }))
    await dialog.findByText(/^Set up two-factor authentication for yourself first/)
  })

  test.each([
    ['at night', new Date(2026, 4, 13, 3), /That’s at night/],
    ['on a weekend', new Date(2026, 4, 16, 12), /That’s on a weekend/],
  ])('a deadline %s is warned of', async (_when, deadline, warning) => {
    show({ NetworkSecurity: security(), MandatePreview: preview({ deadline: deadline.toISOString() }) })
    await screen.findByText(warning)
  })
})

describe('while it is required', () => {
  const required = security({ mandatory: mandate('2036-05-13T10:00:00.000Z') })

  test('the legend says in numbers what the ring shows, and filters the members', async () => {
    const { user, asked } = show({ NetworkSecurity: required })
    await user.click(await screen.findByRole('button', { name: 'Show: Not yet, 5 of 20' }))
    await screen.findByText('Ben')
    expect(asked.filter(({ name }) => name === 'NetworkMembers').at(-1)?.variables).toMatchObject({ part: 'NOT_YET' })
    expect(screen.getByRole('link', { name: 'Export' }).getAttribute('href')).toBe(
      '/networks/acme/members.csv?order=STATUS&part=NOT_YET',
    )
  })

  test('selected members can be reminded; members who have it cannot be selected', async () => {
    const reminded = { data: { remindMembers: { __typename: 'MembersReminded', reminded: 1 } } }
    const list = members(member('Ben'), member('Cleo', { standing: 'SATISFIED', deadline: null, methods: ['SMS'] }))
    const { user, asked } = show({ NetworkSecurity: required, NetworkMembers: list, RemindMembers: reminded })
    await user.click(await screen.findByRole('checkbox', { name: 'Select Ben' }))
    expect(screen.queryByRole('checkbox', { name: 'Select Cleo' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Export 1' }).getAttribute('href')).toBe(
      '/networks/acme/members.csv?members=Ben',
    )
    await user.click(screen.getByRole('button', { name: 'Remind 1' }))
    await screen.findByText('1 person reminded by email.')
    expect(asked.find(({ name }) => name === 'RemindMembers')?.variables).toEqual({
      networkId: 'acme',
      memberIds: ['acme:Ben'],
    })
  })

  test('a member reminded within the hour is not reminded again from the list, which says when it works again', async () => {
    vi.setSystemTime(new Date(2026, 4, 13, 12, 20))
    const remindableFrom = new Date(2026, 4, 13, 13).toISOString()
    const { user, asked } = show({
      NetworkSecurity: required,
      NetworkMembers: members(member('Ben', { remindableFrom })),
    })
    await user.click(await screen.findByRole('button', { name: 'Actions for Ben' }))
    const item = await screen.findByRole('menuitem', { name: /^Send a reminder ?Again at (13:00|01:00 PM)$/ })
    expect(item.getAttribute('aria-disabled')).toBe('true')
    await user.click(item)
    expect(asked.some(({ name }) => name === 'RemindMembers')).toBe(false)
    vi.useRealTimers()
  })

  test('everyone on the page is selected at once, above the cards of a phone too', async () => {
    const list = members(member('Ben'), member('Cleo', { standing: 'SATISFIED' }), member('Eva'))
    const { user } = show({ NetworkSecurity: required, NetworkMembers: list })
    const all = await screen.findAllByRole('checkbox', { name: /^Select everyone on this page/ })
    expect(all).toHaveLength(2)
    for (const tick of all) {
      await user.click(tick)
      await screen.findByText('2 selected')
      await user.click(screen.getByRole('button', { name: 'Clear selection' }))
    }
  })

  test('after everyone was reminded, the button rests until the server sends again, after a reload too', async () => {
    vi.useFakeTimers({ now: new Date(2026, 4, 13, 12, 20), shouldAdvanceTime: true })
    const resting = security({
      mandatory: mandate('2036-05-13T10:00:00.000Z', new Date(2026, 4, 13, 13).toISOString()),
    })
    const reminded = { data: { remindMembers: { __typename: 'MembersReminded', reminded: 5 } } }
    const first = show({ NetworkSecurity: [required, resting], RemindMembers: reminded })
    await first.user.click(await screen.findByRole('button', { name: 'Remind 5 people' }))
    await screen.findByText(/^Everyone has been reminded\. You can remind them again at (13:00|01:00 PM)\.$/)
    first.unmount()

    const { user, asked } = show({ NetworkSecurity: resting, RemindMembers: reminded })
    await screen.findByText(/^Everyone has been reminded\./)
    const reminders = () => asked.filter(({ name }) => name === 'RemindMembers')
    await user.click(screen.getByRole('button', { name: 'Remind 5 people' }))
    expect(reminders()).toEqual([])
    vi.setSystemTime(new Date(2026, 4, 13, 13))
    await waitFor(() => expect(screen.queryByText(/^Everyone has been reminded/)).toBeNull(), { timeout: 3_000 })
    await user.click(screen.getByRole('button', { name: 'Remind 5 people' }))
    await waitFor(() => expect(reminders()).toHaveLength(1))
    vi.useRealTimers()
  })

  test('all who match are reminded, beyond the page; with another filter the choice is no longer of all', async () => {
    const reminded = { data: { remindMembers: { __typename: 'MembersReminded', reminded: 3 } } }
    const list = members(member('Ben'))
    list.data.network.security.members.totalCount = 312
    const given = { __typename: 'MoreTimeGiven', members: 2, security: required.data.network.security }
    const { user, asked } = show({
      NetworkSecurity: required,
      NetworkMembers: list,
      RemindMembers: reminded,
      GiveMoreTime: { data: { giveMoreTime: given } },
    })
    await user.click(await screen.findByRole('checkbox', { name: 'Select Ben' }))
    await user.click(screen.getByRole('button', { name: 'Select all 312 that match' }))
    screen.getByText('312 selected')
    expect(screen.getByRole('link', { name: 'Export 312' }).getAttribute('href')).toBe(
      '/networks/acme/members.csv?order=STATUS',
    )
    await user.click(screen.getByRole('button', { name: 'Remind those who still have to act' }))
    await screen.findByText('3 people reminded by email.')
    expect(asked.find(({ name }) => name === 'RemindMembers')?.variables).toEqual({
      networkId: 'acme',
      filter: { part: null, standing: null, role: null, method: null, search: null },
    })
    await user.click(screen.getByRole('checkbox', { name: 'Select Ben' }))
    await user.click(screen.getByRole('button', { name: 'Select all 312 that match' }))
    await user.click(screen.getByRole('button', { name: 'Give more time' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Give more time to those who still have to act' }))
    await user.type(dialog.getByLabelText('Reason'), 'On leave')
    await user.click(dialog.getByRole('button', { name: 'Give more time' }))
    await screen.findByText('2 people have more time.')
    expect(asked.find(({ name }) => name === 'GiveMoreTime')?.variables.input).toMatchObject({
      filter: { part: null, standing: null, role: null, method: null, search: null },
      reason: 'On leave',
    })
    await user.click(screen.getByRole('checkbox', { name: 'Select Ben' }))
    await user.click(screen.getByRole('button', { name: 'Select all 312 that match' }))
    await user.click(screen.getByRole('button', { name: 'Show: Not yet, 5 of 20' }))
    await screen.findByText('1 selected')
  })

  test('a header sorts, and pressed again the other way round', async () => {
    const { user, asked } = show({ NetworkSecurity: required, NetworkMembers: members(member('Ben')) })
    const header = () => screen.getByRole('columnheader', { name: /^Name/ })
    const orders = () => asked.filter(({ name }) => name === 'NetworkMembers').map(({ variables }) => variables.order)
    await user.click(within(await screen.findByRole('columnheader', { name: /^Name/ })).getByRole('button'))
    await waitFor(() => expect(orders().at(-1)).toBe('NAME'))
    expect(header().getAttribute('aria-sort')).toBe('ascending')
    await user.click(within(header()).getByRole('button'))
    await waitFor(() => expect(orders().at(-1)).toBe('NAME_REVERSED'))
    expect(header().getAttribute('aria-sort')).toBe('descending')
    await user.click(within(header()).getByRole('button'))
    await waitFor(() => expect(header().getAttribute('aria-sort')).toBe('ascending'))
  })

  test('members are filtered by their last sign-in, in days of the calendar here; the file and an act on all follow', async () => {
    vi.setSystemTime(new Date(2026, 4, 13, 12, 20))
    const { user, asked } = show({ NetworkSecurity: required })
    const choose = async (name: string) =>
      user.selectOptions(await screen.findByRole('combobox', { name: 'Last sign-in' }), name)
    const last = () => asked.filter(({ name }) => name === 'NetworkMembers').at(-1)?.variables
    await choose('Today')
    const midnight = new Date(2026, 4, 13).toISOString()
    await waitFor(() => expect(last()).toMatchObject({ signedInFrom: midnight, order: 'LAST_SIGN_IN' }))
    const file = new URL(screen.getByRole('link', { name: 'Export' }).getAttribute('href') ?? '', 'http://x')
      .searchParams
    expect([...file]).toEqual([
      ['order', 'LAST_SIGN_IN'],
      ['signedInFrom', midnight],
    ])
    await choose('Last 7 days')
    await waitFor(() => expect(last()).toMatchObject({ signedInFrom: new Date(2026, 4, 7).toISOString() }))
    await choose('Over 30 days ago')
    await waitFor(() => expect(last()).toMatchObject({ signedInBefore: new Date(2026, 3, 13).toISOString() }))
    expect(last()).not.toHaveProperty('signedInFrom')
    await choose('Never')
    await waitFor(() => expect(last()).toMatchObject({ hasSignedIn: false }))
    expect(screen.getByRole('link', { name: 'Export' }).getAttribute('href')).toContain('hasSignedIn=false')
    await choose('Last sign-in')
    await waitFor(() => expect(last()).not.toHaveProperty('hasSignedIn'))
    vi.useRealTimers()
  })

  test('an address leads to a part of the members, and shows which', async () => {
    const { asked, address, user } = show({ NetworkSecurity: required }, 'PRO', '?shown=NOT_YET#members-title')
    const choice = await screen.findByRole('combobox', { name: 'Status' })
    expect(choice).toHaveProperty('value', 'NOT_YET')
    await waitFor(() => expect(asked.find(({ name }) => name === 'NetworkMembers')?.variables.part).toBe('NOT_YET'))
    await user.selectOptions(choice, 'Protected')
    expect(address()).toBe('/networks/acme/security?shown=PROTECTED')
    await user.selectOptions(choice, 'Status')
    expect(address()).toBe('/networks/acme/security')
  })

  test('the name that another system has for a member stands beside their address', async () => {
    show({ NetworkSecurity: required, NetworkMembers: members(member('Ben', { externalId: 'E-1001' })) })
    await screen.findByText(/ · E-1001$/)
  })

  test('the moment that more time leads to is said, and each refusal where it belongs', async () => {
    vi.setSystemTime(new Date(2026, 4, 13, 12))
    const fields = [
      { __typename: 'FieldProblem', field: 'until' },
      { __typename: 'FieldProblem', field: 'networkId' },
    ]
    const { user } = show({
      NetworkSecurity: required,
      GiveMoreTime: { data: { giveMoreTime: { __typename: 'InvalidInput', fields } } },
    })
    await giveEveryoneMoreTime(user)
    const dialog = within(await screen.findByRole('dialog'))
    dialog.getByText(/^Until Sat.* 12:00/)
    dialog.getByText(/That’s on a weekend/)
    await user.selectOptions(dialog.getByRole('combobox'), '2 days')
    dialog.getByText(/^Until Fri/)
    expect(dialog.queryByText(/weekend|at night/)).toBeNull()
    await user.type(dialog.getByLabelText('Reason'), 'On leave')
    await user.click(dialog.getByRole('button', { name: 'Give more time' }))
    await dialog.findByText(/^Choose a time within the next 30 days/)
    expect(dialog.getByRole('combobox').getAttribute('aria-invalid')).toBe('true')
    expect(dialog.getByLabelText('Reason').getAttribute('aria-invalid')).toBeNull()
    dialog.getByText(/^Two-factor authentication is no longer required here/)
    vi.useRealTimers()
  })

  test('more time is not given without a reason', async () => {
    const { user, asked } = show({ NetworkSecurity: required })
    await giveEveryoneMoreTime(user)
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Give more time' }))
    await dialog.findByText('Enter a reason.')
    expect(asked.some(({ name }) => name === 'GiveMoreTime')).toBe(false)
  })
})

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

test('a sign-in may count for a day and an hour without a visit, and the page says for how long it does', async () => {
  const of = (hours: number | null, idleHours: number | null) =>
    security({ sessionHours: hours, sessionIdleHours: idleHours }).data.network.security
  const look = (isNoticeNeeded: boolean) =>
    answerOf({
      previewSessionLimit: {
        __typename: 'SettingPreview',
        isNoticeNeeded,
        mailed: 12,
        deadline: '2026-05-19T10:00:00.000Z',
      },
    })
  const { user, asked } = show(
    {
      NetworkSecurity: security(),
      SessionLimitPreview: [look(false), look(true)],
      SetSessionLimit: { data: { setSessionLimit: { __typename: 'SecuritySettingChanged', security: of(24, 1) } } },
    },
    'PRO',
    '/settings',
  )
  await user.click(await screen.findByRole('button', { name: 'Change: How long a sign-in lasts' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.selectOptions(dialog.getByRole('combobox'), 'Up to 24 hours, or 1 hour without activity')
  await dialog.findByText(/^12 people are notified by email. Nothing changes until Tue, /)
  await user.click(dialog.getByRole('button', { name: /^Save / }))
  await screen.findByText('Up to 24 hours, or 1 hour without activity')
  expect(asked.find(({ name }) => name === 'SetSessionLimit')?.variables).toEqual({
    networkId: 'acme',
    hours: 24,
    idleHours: 1,
    graceHours: 168,
    timeZone: expect.any(String),
  })
})

test.each([
  ['Change: How long a sign-in lasts', 'SessionLimitPreview', 'previewSessionLimit'],
  ['Change: Trusted devices', 'TrustedDevicesPreview', 'previewTrustedDeviceDays'],
  ['Change: Signing in with a passkey', 'PasskeySignInPreview', 'previewPasskeySignIn'],
  ['Change: Accepted methods', 'AllowedMethodsPreview', 'previewAllowedMethods'],
])('%s cannot be confirmed before what follows from it is shown', async (name, operation, field) => {
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const preview = {
    __typename: 'SettingPreview',
    isNoticeNeeded: true,
    mailed: 12,
    affected: 12,
    isOwnMethodMissing: false,
    deadline: '2026-05-19T10:00:00.000Z',
  }
  const { user, asked } = show(
    { NetworkSecurity: security(), [operation]: { ...answerOf({ [field]: preview }), after: arrival } },
    'PRO',
    '/settings',
  )
  await user.click(await screen.findByRole('button', { name }))
  const dialog = within(await screen.findByRole('dialog'))
  const confirm = dialog.getByRole('button', { name: /^(Save|Require)/ })
  await user.click(confirm)
  expect(confirm.getAttribute('aria-disabled')).toBe('true')
  expect(asked.filter(({ name }) => /^(Set|Change)/.test(name))).toEqual([])
  arrive()
  await waitFor(() => expect(confirm.getAttribute('aria-disabled')).toBeNull())
})

test('to require the password beside a passkey shows its deadline and how many are notified, before it is chosen', async () => {
  const until = '2026-05-19T10:00:00.000Z'
  const refused = security({
    allowsPasskeySignIn: false,
    earlierPasskeySignIn: { __typename: 'EarlierPasskeySignIn', until },
  }).data.network.security
  const { user, asked } = show(
    {
      NetworkSecurity: security(),
      PasskeySignInPreview: answerOf({
        previewPasskeySignIn: { __typename: 'SettingPreview', isNoticeNeeded: true, mailed: 12, deadline: until },
      }),
      SetPasskeySignIn: { data: { setPasskeySignIn: { __typename: 'SecuritySettingChanged', security: refused } } },
    },
    'PRO',
    '/settings',
  )
  await user.click(await screen.findByRole('button', { name: 'Change: Signing in with a passkey' }))
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByText(/^12 people are notified by email. Nothing changes until Tue, /)
  expect(asked.some(({ name }) => name === 'SetPasskeySignIn')).toBe(false)
  await user.click(dialog.getByRole('button', { name: 'Require the password' }))
  await screen.findByText(/^Until Tue, .*, a passkey alone is still enough\.$/)
  expect(asked.find(({ name }) => name === 'SetPasskeySignIn')?.variables).toEqual({
    networkId: 'acme',
    isAllowed: false,
    graceHours: 168,
    timeZone: expect.any(String),
  })
})

test('a person whose account is scheduled to be deleted is marked in the list', async () => {
  show({
    NetworkSecurity: security(),
    MandatePreview: preview(),
    NetworkMembers: members(member('Ben'), member('Cleo', { deletionAt: '2026-05-19T10:00:00.000Z' })),
  })
  const row = await screen.findByRole('row', { name: /Cleo/ })
  within(row).getByText(/^Account deletion: /)
  expect(within(screen.getByRole('row', { name: /Ben/ })).queryByText(/Account deletion/)).toBeNull()
})
