import { DAY } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { NetworkStore } from '../../networks/network.store.js'
import {
  member,
  memberIdOf,
  type NetworkUnderTest,
  network,
  outcomeOf,
  acts as people,
} from '../../people/people.fixture.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { NetworkErasureService } from '../erasure/network-erasure.service.js'
import { acts, mailsTo } from '../life.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await network(testApp)
})
afterAll(() => testApp.close())

const roleOf = async (person: { browser: NetworkUnderTest['owner']['browser'] }) =>
  (await person.browser.field(`{ network(slug: "${net.slug}") { role } }`))?.role

test('an owner hands the network over in one write, and stays as an Admin', async () => {
  const bob = await member(net, 'MEMBER', 'bob')
  const answer = await acts.transfer(net.owner.browser, net.id, await memberIdOf(net, bob))
  expect(outcomeOf(answer)).toBe('OwnershipTransferred')
  expect([await roleOf(bob), await roleOf(net.owner)]).toEqual(['OWNER', 'ADMIN'])
  expect((await mailsTo(net.owner, bob.email))[0]?.subject).toBe('Acme has a new owner')
})

test('nobody hands over what is not theirs, to a guest, to themselves, or to an outsider', async () => {
  const bob = await member(net, 'ADMIN', 'bob')
  const guest = await member(net, 'GUEST', 'gwen')
  const other = await network(testApp, 'Other')
  expect(outcomeOf(await acts.transfer(bob.browser, net.id, await memberIdOf(net, bob)))).toBe('FORBIDDEN')
  for (const person of [guest, net.owner])
    expect(outcomeOf(await acts.transfer(net.owner.browser, net.id, await memberIdOf(net, person)))).toBe(
      'InvalidInput',
    )
  expect(outcomeOf(await acts.transfer(net.owner.browser, net.id, await memberIdOf(other, other.owner)))).toBe(
    'NOT_FOUND',
  )
  testApp.clock.advance(limits.freshEvidence)
  expect(outcomeOf(await acts.transfer(net.owner.browser, net.id, await memberIdOf(net, bob)))).toBe(
    'REAUTHENTICATION_REQUIRED',
  )
})

test('handed over twice at once there is one new owner more at most, and never none', async () => {
  const [bob, cleo] = [await member(net, 'ADMIN', 'bob'), await member(net, 'ADMIN', 'cleo')]
  const ids = [await memberIdOf(net, bob), await memberIdOf(net, cleo)]
  await Promise.all(ids.map((id) => acts.transfer(net.owner.browser, net.id, id)))
  expect((await testApp.app.get(NetworkStore).byId(net.id))?.ownerIds).toHaveLength(1)
})

test('deletion requires an owner, the typed address and fresh evidence; every Admin is notified', async () => {
  const bob = await member(net, 'ADMIN', 'bob')
  expect(outcomeOf(await acts.deleteNetwork(bob.browser, net.id, net.slug))).toBe('FORBIDDEN')
  expect(outcomeOf(await acts.deleteNetwork(net.owner.browser, net.id, 'acme-other'))).toBe('InvalidInput')
  expect(outcomeOf(await acts.deleteNetwork(net.owner.browser, net.id, net.slug))).toBe('NetworkDeletionScheduled')
  for (const { email } of [bob, net.owner])
    expect((await mailsTo(net.owner, email))[0]?.subject).toMatch(/^Acme will be deleted on/)
  expect((await people.open(bob, net.slug, 'deletionAt')).data.network.deletionAt).not.toBeNull()
  testApp.clock.advance(limits.freshEvidence)
  expect(outcomeOf(await acts.deleteNetwork(net.owner.browser, net.id, net.slug))).toBe('REAUTHENTICATION_REQUIRED')
})

test('it can be taken back for a week, to the millisecond; then it is gone whether or not the worker came', async () => {
  await acts.deleteNetwork(net.owner.browser, net.id, net.slug)
  expect((await acts.keepNetwork(net.owner.browser, net.id)).data.cancelNetworkDeletion).toBe(true)
  expect((await acts.keepNetwork(net.owner.browser, net.id)).data.cancelNetworkDeletion).toBe(false)
  await acts.deleteNetwork(net.owner.browser, net.id, net.slug)
  testApp.clock.advance(limits.deletionDelay - 1)
  await net.owner.signIn()
  expect(outcomeOf(await people.open(net.owner, net.slug))).toBe('data')
  testApp.clock.advance(1)
  expect(outcomeOf(await people.open(net.owner, net.slug))).toBe('null')
  expect(outcomeOf(await acts.keepNetwork(net.owner.browser, net.id))).toBe('NOT_FOUND')
  expect((await net.owner.viewer()).memberships).toEqual([])
})

test('nothing of it is left in the database, and its people stay', async () => {
  const bob = await member(net, 'MEMBER', 'bob')
  await people.invite(net.owner, net.id, 'invited@example.org')
  await net.owner.browser.ask(
    `mutation { createApiKey(input: { networkId: "${net.id}", name: "K", scopes: [MEMBERS_READ] }) { __typename } }`,
  )
  await acts.deleteNetwork(net.owner.browser, net.id, net.slug)
  await testApp.settle()
  const { id: accountId } = await bob.viewer()
  const elsewhere = 'net_elsewhere'
  const event = { type: 'sign_in.completed', accountId, opens: [net.id, elsewhere], provider: net.id }
  const unopened = { type: 'sign_in.completed', accountId, opens: [], provider: net.id }
  await testApp.connection
    .collection<{ _id: string }>('audit_events')
    .insertMany([event, unopened].map((each, place) => ({ _id: `e${place}`, accountId, networkId: null, event: each })))
  await testApp.connection
    .collection<{ _id: string }>('event_retries')
    .insertOne({ ...{ _id: 'e0:audit', handler: 'audit', state: 'abandoned', event } })
  testApp.clock.advance(limits.deletionDelay)
  await testApp.app.get(NetworkErasureService).eraseDue()
  await testApp.settle()
  for (const { name } of await testApp.connection.listCollections()) {
    // Stands for the mail provider while trying out: what was sent has left.
    if (name === 'captured_messages') continue
    const documents = await testApp.connection.collection(name).find().toArray()
    const left = documents.filter((document) => JSON.stringify(document).includes(net.id))
    expect(left, name).toEqual([])
  }
  for (const [name, _id] of [
    ['audit_events', 'e0'],
    ['event_retries', 'e0:audit'],
  ] as const)
    expect(await testApp.connection.collection<{ _id: string }>(name).findOne({ _id })).toMatchObject({
      event: { type: 'sign_in.completed', accountId, opens: [elsewhere] },
    })
  expect(await bob.signIn()).toMatchObject({ __typename: 'SignedIn' })
})

test('an Admin signs a member out of this network alone; what they prove afterwards opens it again', async () => {
  const bob = await member(net, 'MEMBER', 'bob')
  const other = await network(testApp, 'Other')
  await people.invite(other.owner, other.id, bob.email)
  await people.accept(bob, await bob.mailedToken())
  testApp.clock.advance(1_000)
  expect((await acts.endSessions(net.owner.browser, await memberIdOf(net, bob))).data.endMemberSessions).toBe(true)
  expect(outcomeOf(await people.open(bob, net.slug))).toBe('REAUTHENTICATION_REQUIRED')
  expect(outcomeOf(await people.open(bob, other.slug))).toBe('data')
  expect((await mailsTo(bob, bob.email))[0]?.subject).toBe('You were signed out of Acme')
  testApp.clock.advance(1)
  await bob.reauthenticate({ password: bob.password })
  expect(outcomeOf(await people.open(bob, net.slug))).toBe('data')
})

test('a member, and an Admin of another network, end nobody’s sessions; an ADMIN not those of an owner', async () => {
  const [bob, admin] = [await member(net, 'MEMBER', 'bob'), await member(net, 'ADMIN', 'ann')]
  const other = await network(testApp, 'Other')
  const id = await memberIdOf(net, bob)
  expect(outcomeOf(await acts.endSessions(bob.browser, id))).toBe('FORBIDDEN')
  expect(outcomeOf(await acts.endSessions(other.owner.browser, id))).toBe('NOT_FOUND')
  expect(outcomeOf(await acts.endSessions(admin.browser, await memberIdOf(net, net.owner)))).toBe('FORBIDDEN')
})

test('a log with 30 days of retention shows nothing older, and the cleanup deletes it', async () => {
  const set = (days: number | null) =>
    net.owner.browser.ask(
      'mutation($id: ID!, $days: Int) { setLogRetention(networkId: $id, days: $days) { __typename ... on SecuritySettingChanged { security { logDays } } } }',
      { id: net.id, days },
    )
  expect(outcomeOf(await set(29))).toBe('InvalidInput')
  expect((await set(30)).data.setLogRetention).toMatchObject({ security: { logDays: 30 } })
  await testApp.settle()
  const logged = async () =>
    (
      await net.owner.browser.field(
        `{ network(slug: "${net.slug}") { security { auditLog(first: 50) { edges { node { type } } } } } }`,
      )
    ).security.auditLog.edges.length
  expect(await logged()).toBeGreaterThan(1)
  await net.owner.signIn()
  await testApp.settle()
  const signIns = testApp.connection.collection('audit_events')
  expect(await signIns.countDocuments({ 'event.opens': net.id })).toBe(1)
  testApp.clock.advance(30 * DAY + 1)
  await net.owner.signIn()
  expect(await logged()).toBe(0)
  await testApp.app.jobs.find(({ name }) => name === 'delete expired')?.run()
  expect(await testApp.connection.collection('audit_events').countDocuments({ networkId: net.id })).toBe(0)
  // A sign-in is the account's own and stays; the network has only the one that it may still show.
  await testApp.settle()
  const opened = await signIns.find({ 'event.opens': net.id }).toArray()
  expect(opened.map(({ at }) => at)).toEqual([testApp.clock.now()])
  const { id: accountId } = await net.owner.viewer()
  expect(await signIns.countDocuments({ accountId, type: 'sign_in.completed' })).toBeGreaterThan(1)
})
