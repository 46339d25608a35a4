import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { ProfileStore } from '../accounts/profile.store.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { MembershipStore } from '../memberships/membership.store.js'
import type { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import {
  acts,
  join,
  member,
  memberIdOf,
  type NetworkUnderTest,
  network,
  networkDocument,
  outcomeOf,
} from './people.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await network(testApp)
})
afterAll(() => testApp.close())

const roleOf = async (person: Person) => (await person.viewer()).memberships[0]?.role ?? null
const remove = async (actor: Person, person: Person) =>
  outcomeOf(await acts.remove(actor, net.id, await memberIdOf(net, person)))
const leave = async (person: Person) => outcomeOf(await acts.leave(person, net.id))
const eventsOf = async (type: string) => {
  await testApp.settle()
  const found = await testApp.connection.collection('audit_events').find({ networkId: net.id, type }).toArray()
  return found.map(({ event }) => event)
}

test('a member who leaves loses every kind of access at once', async () => {
  const ben = await member(net)
  const elsewhere = ben.browser.copy()
  expect(await leave(ben)).toBe('NetworkLeft')
  for (const browser of [ben.browser, elsewhere]) {
    const { data } = await browser.ask(`{ network(slug: "${net.slug}") { id } viewer { memberships { id } } }`)
    expect(data).toEqual({ network: null, viewer: { memberships: [] } })
  }
  expect(await leave(ben)).toBe('NOT_FOUND')
})

test('a tombstone gives no access, is in no list, and remains for other systems', async () => {
  const ben = await member(net)
  const id = await memberIdOf(net, ben)
  await leave(ben)
  // As a crash could leave it: the account still lists the network.
  await testApp.connection
    .collection<{ _id: string; networkIds: string[] }>('accounts')
    .updateOne({ _id: (await ben.viewer()).id }, { $push: { networkIds: net.id } })
  expect(await roleOf(ben)).toBeNull()
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('null')
  expect(outcomeOf(await acts.changeRole(net.owner, net.id, id, 'ADMIN'))).toBe('NOT_FOUND')
  const { data } = await acts.open(net.owner, net.slug, 'people { nodes { id } } peopleCount')
  expect(data.network).toMatchObject({ peopleCount: 1, people: { nodes: [{ id: await memberIdOf(net, net.owner) }] } })
  const stored = await testApp.connection.collection<{ _id: string }>('memberships').findOne({ _id: id })
  expect(stored).toMatchObject({ leftAt: testApp.clock.now() })
})

test.each([
  ['the account', () => vi.spyOn(ProfileStore.prototype, 'leaveNetwork')],
  ['the stay', () => vi.spyOn(MembershipStore.prototype, 'end')],
] as const)(
  'a server that dies before it writes %s: access has ended already, and the rest follows',
  async (_, spyOn) => {
    const ben = await member(net, 'ADMIN')
    const spy = spyOn().mockRejectedValueOnce(new Error('killed'))
    expect(await remove(net.owner, ben)).toBe('INTERNAL_SERVER_ERROR')
    spy.mockRestore()
    expect(outcomeOf(await acts.open(ben, net.slug))).toBe('null')
    expect(await roleOf(ben)).toBeNull()
    expect(outcomeOf(await acts.invite(ben, net.id, 'x@example.org'))).toBe('NOT_FOUND')

    await testApp.app.worker.runOnce()
    await testApp.app.worker.runOnce()
    expect((await networkDocument(testApp, net.id))?.departures).toEqual([])
    expect(await eventsOf('member.removed')).toHaveLength(1)
    await join(net, ben)
    expect(await roleOf(ben)).toBe('MEMBER')
  },
)

test('when requested again after such a crash, the removal is carried out', async () => {
  const ben = await member(net)
  const spy = vi.spyOn(MembershipStore.prototype, 'end').mockRejectedValueOnce(new Error('killed'))
  await leave(ben)
  spy.mockRestore()
  await acts.invite(net.owner, net.id, ben.email)
  expect(outcomeOf(await acts.accept(ben, await ben.mailedToken()))).toBe('InvitationAccepted')
  expect(await roleOf(ben)).toBe('MEMBER')
  expect(await eventsOf('member.left')).toHaveLength(1)
})

test.each([
  ['the stay', () => vi.spyOn(MembershipStore.prototype, 'begin')],
  ['the account', () => vi.spyOn(ProfileStore.prototype, 'enterNetwork')],
] as const)(
  'a server that dies after the link was spent, before it writes %s: the person is in soon',
  async (_, spyOn) => {
    const ben = await member(await network(testApp))
    await acts.invite(net.owner, net.id, ben.email, 'MEMBER')
    const token = await ben.mailedToken()
    const spy = spyOn().mockRejectedValueOnce(new Error('killed'))
    expect(outcomeOf(await acts.accept(ben, token))).toBe('INTERNAL_SERVER_ERROR')
    spy.mockRestore()

    testApp.clock.advance(30_000)
    await testApp.app.worker.runOnce()
    expect((await ben.viewer()).memberships.map(({ network: { id } }: { network: { id: string } }) => id)).toContain(
      net.id,
    )
    expect(outcomeOf(await acts.accept(ben, token))).toBe('InvitationInvalid')
    expect(await eventsOf('member.joined')).toHaveLength(1)
  },
)

test('an OWNER-to-be whose server died is OWNER after trying the link again', async () => {
  const ben = await member(await network(testApp))
  await acts.invite(net.owner, net.id, ben.email, 'OWNER')
  const token = await ben.mailedToken()
  const spy = vi.spyOn(ProfileStore.prototype, 'enterNetwork').mockRejectedValueOnce(new Error('killed'))
  await acts.accept(ben, token)
  spy.mockRestore()
  testApp.clock.advance(30_000)
  expect((await acts.accept(ben, token)).data.acceptInvitation).toMatchObject({ membership: { role: 'OWNER' } })
  expect((await networkDocument(testApp, net.id))?.ownerIds).toHaveLength(2)
})

test('a member who is locked out until they set up a method can still leave', async () => {
  const ben = await member(net)
  const now = testApp.clock.now()
  const mandate = {
    activationId: 'act_1',
    activatedAt: now,
    activatedBy: { accountId: 'acc', name: 'Olivia' },
    deadline: new Date(now.getTime() + DAY),
  }
  await testApp.connection.collection<{ _id: string }>('networks').updateOne({ _id: net.id }, { $set: { mandate } })
  testApp.clock.advance(DAY)
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('TWO_FACTOR_SETUP_REQUIRED')
  expect(await leave(ben)).toBe('NetworkLeft')
})

test('names and methods in the lists follow the account, whatever comes late or twice', async () => {
  const ben = await member(net, 'MEMBER', 'ben')
  const stored = async () => {
    const id = await memberIdOf(net, ben)
    const found = await MembershipCollection.on(testApp.connection).findOne({ _id: id })
    if (!found) throw new Error(`There is no membership ${id}.`)
    return found
  }
  await ben.setUpApp()
  await testApp.settle()
  expect(await stored()).toMatchObject({ name: 'ben', methods: ['AUTHENTICATOR_APP'] })
  await ben.browser.ask('mutation { changeName(input: { name: "Ben Ó Briain" }) { __typename } }')
  await testApp.settle()
  expect(await stored()).toMatchObject({ name: 'Ben Ó Briain', nameKey: 'ben o briain' })

  const store = new MembershipStore(MembershipCollection.on(testApp.connection), testApp.connection)
  const now = testApp.clock.now()
  const { accountId, copiedEpoch, nameKey, emailKey, words, email } = await stored()
  const old = { name: 'older', nameKey, email, emailKey, words, methods: [], copiedEpoch: copiedEpoch - 1 }
  await store.copy(accountId, old, now)
  expect(await stored()).toMatchObject({ name: 'Ben Ó Briain', methods: ['AUTHENTICATOR_APP'] })
  await store.noteSignIns([{ opens: null, accountId, at: new Date(now.getTime() - DAY) }])
  expect((await stored()).lastSignInAt?.getTime()).toBeGreaterThan(now.getTime() - DAY)
})
