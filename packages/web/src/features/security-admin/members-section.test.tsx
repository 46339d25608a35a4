import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { mandate, member, members, preview, security } from './security.fixture'
import { showSecurity as show } from './security-pages.fixture'

const _button = 'Activate mandatory two-factor authentication for your teammates'

async function giveEveryoneMoreTime(user: ReturnType<typeof show>['user']) {
  await user.click(await screen.findByRole('button', { name: 'More actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Give everyone more time' }))
}

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
