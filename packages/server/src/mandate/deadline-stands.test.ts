import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { MembershipDocument } from '../memberships/membership.model.js'
import { join, member, memberIdOf, type NetworkUnderTest, outcomeOf, acts as people } from '../people/people.fixture.js'
import { helped, acts as recovery } from '../recovery/recovery.fixture.js'
import { accountOf } from '../testing/network.js'
import type { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { activated, acts, confirmIts, later, mailsTo, readyNetwork, setPlan } from './mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
let ben: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
  ben = await member(net)
})
afterAll(() => testApp.close())

const placeOf = async (person: Person) => (await person.viewer()).memberships[0]
const membershipOf = async (person: Person) => {
  const membership = await testApp.connection
    .collection<MembershipDocument>('memberships')
    .findOne({ _id: `${net.id}:${(await accountOf(testApp, person))._id}` })
  if (!membership) throw new Error(`${person.email} is not in ${net.name}.`)
  return membership
}
const joinedNetworkOf = async (person: Person) => outcomeOf(await acts.open(person, net.slug))

test('G05: leaving and coming back, or being asked in again, gives no new time', async () => {
  await activated(net)
  testApp.clock.advance(HOUR)
  await people.leave(ben, net.id)
  await join(net, ben)
  expect(await placeOf(ben)).toMatchObject({ standing: 'OVERDUE', deadline: testApp.clock.now().toISOString() })
  expect(await joinedNetworkOf(ben)).toBe('TWO_FACTOR_SETUP_REQUIRED')
})

test('G05: a member with more time who leaves and returns has none', async () => {
  await activated(net)
  await confirmIts(net.owner)
  await acts.giveMoreTime(net.owner, net.id, { memberIds: [await memberIdOf(net, ben)], hours: 200 })
  await testApp.settle()
  await people.leave(ben, net.id)
  testApp.clock.advance(1)
  await join(net, ben)
  expect(await joinedNetworkOf(ben)).toBe('TWO_FACTOR_SETUP_REQUIRED')
})

test('G05: another role, a downgrade and an upgrade change nothing of the deadline', async () => {
  const { security } = await activated(net)
  for (const role of ['ADMIN', 'GUEST', 'MEMBER'] as const) {
    await people.changeRole(net.owner, net.id, await memberIdOf(net, ben), role)
    expect(await placeOf(ben), role).toMatchObject({ role, standing: 'GRACE', deadline: security.mandatory.deadline })
  }
  for (const plan of ['FREE', 'ENTERPRISE', 'PRO']) {
    await setPlan(testApp, net, plan)
    expect(await placeOf(ben), plan).toMatchObject({ standing: 'GRACE', deadline: security.mandatory.deadline })
  }
})

test('G05: turning it off and on again is a new decision: a new deadline, two log entries, two notices', async () => {
  const first = await activated(net)
  testApp.clock.advance(20 * HOUR)
  await confirmIts(net.owner)
  await acts.deactivate(net.owner, net.id)
  await testApp.settle()
  const second = await activated(net)
  expect(second.security.mandatory.deadline).not.toBe(first.security.mandatory.deadline)
  const types = (
    await testApp.connection
      .collection('audit_events')
      .find({ networkId: net.id, type: /^mandate/ })
      .toArray()
  ).map(({ type }) => type)
  expect(types.sort()).toEqual(['mandate.activated', 'mandate.activated', 'mandate.deactivated'])
  expect((await mailsTo(testApp, ben.email)).filter(({ subject }) => subject.startsWith('Set up'))).toHaveLength(2)
  // The broadcasts of the first activation have ended: its deadline affects no one.
  await later(testApp, 5 * HOUR)
  expect(await joinedNetworkOf(ben)).toBe('data')
})

test('G05: more time and a change of methods of one activation lengthen nothing in the next', async () => {
  const texter = await member(net)
  await texter.setUpSms('+14155554900')
  const memberIds = [await memberIdOf(net, ben)]
  await activated(net)
  await confirmIts(net.owner)
  await acts.giveMoreTime(net.owner, net.id, { memberIds, hours: 20 * 24 })
  await acts.changeMethods(net.owner, net.id, ['AUTHENTICATOR_APP'], 720)
  await acts.deactivate(net.owner, net.id)
  await testApp.settle()
  const { security } = await activated(net, 2)
  for (const person of [ben, texter])
    expect(await placeOf(person)).toMatchObject({ standing: 'GRACE', deadline: security.mandatory.deadline })
  const rowsOf = async (standing: string) => {
    const asked = `members(standing: ${standing}) { edges { node { email extendedUntil extensionReason } } }`
    const { edges } = (await acts.security(net.owner, net.slug, asked)).data.network.security.members
    return edges.map(({ node }: { node: { email: string } }) => node)
  }
  await later(testApp, HOUR)
  expect((await mailsTo(testApp, ben.email)).at(-1)?.subject).toMatch(/^Reminder/)
  await later(testApp, HOUR)
  expect((await mailsTo(testApp, ben.email)).at(-1)?.subject).toMatch(/signed out of Acme/)
  await net.owner.signIn()
  await net.owner.verify('AUTHENTICATOR_APP', await net.owner.appCode())
  expect(await rowsOf('GRACE')).toEqual([])
  expect(await rowsOf('OVERDUE')).toContainEqual({ email: ben.email, extendedUntil: null, extensionReason: null })
  // Less than was given then, more than there is now.
  await confirmIts(net.owner)
  const again = await acts.giveMoreTime(net.owner, net.id, { memberIds, hours: 5 })
  expect(again.data.giveMoreTime).toMatchObject({ members: 1 })
  await ben.signIn()
  expect(await joinedNetworkOf(ben)).toBe('data')
})

test('G03: sessions of before, of another browser and just renewed are closed alike; the rest of the account is not', async () => {
  const other = testApp.browser()
  await ben.signIn(other)
  await activated(net)
  testApp.clock.advance(24 * HOUR - 1)
  await ben.signIn()
  expect(await joinedNetworkOf(ben)).toBe('data')
  testApp.clock.advance(1)
  for (const browser of [ben.browser, other]) {
    const answer = await browser.ask('query($slug: String!) { network(slug: $slug) { id } }', { slug: net.slug })
    expect(outcomeOf(answer)).toBe('TWO_FACTOR_SETUP_REQUIRED')
    expect(await browser.field('{ viewer { memberships { standing network { name } } } }')).toEqual({
      memberships: [{ standing: 'OVERDUE', network: { name: 'Acme' } }],
    })
  }
  expect((await ben.signIn()).__typename).toBe('SetUpRequired')
})

test('G09: if the clock jumps back across the deadline, access is open until it passes again, and no one is notified twice', async () => {
  await join(await readyNetwork(testApp, 'Other'), ben)
  await activated(net)
  await later(testApp, 24 * HOUR)
  expect(await joinedNetworkOf(ben)).toBe('TWO_FACTOR_SETUP_REQUIRED')
  testApp.clock.advance(-HOUR)
  expect(await joinedNetworkOf(ben)).toBe('data')
  testApp.clock.advance(HOUR - 1)
  expect(await joinedNetworkOf(ben)).toBe('data')
  await later(testApp, 1)
  expect(await joinedNetworkOf(ben)).toBe('TWO_FACTOR_SETUP_REQUIRED')
  expect(
    (await mailsTo(testApp, ben.email)).filter(({ subject }) => subject.includes('signed out of Acme')),
  ).toHaveLength(1)
})

test('G09: of two servers with clocks five minutes apart none is earlier than its own clock says', async () => {
  await activated(net)
  const { clock, connection, keyRing } = testApp
  const fast = { now: () => new Date(clock.now().getTime() + 5 * 60_000) }
  const other = await startTestApp(inject('mongodbUri'), { clock: fast as never, keyRing, database: connection.name })
  const there = other.browser()
  for (const [name, value] of ben.browser.cookies) there.cookies.set(name, value)
  const accessThere = async () =>
    outcomeOf(await there.ask('query($slug: String!) { network(slug: $slug) { id } }', { slug: net.slug }))
  clock.advance(24 * HOUR - 5 * 60_000 - 1)
  expect([await joinedNetworkOf(ben), await accessThere()]).toEqual(['data', 'data'])
  clock.advance(1)
  expect([await joinedNetworkOf(ben), await accessThere()]).toEqual(['data', 'TWO_FACTOR_SETUP_REQUIRED'])
  await other.app.close()
})

test('G07: a recovery granted by an Admin does not move the past deadline', async () => {
  await ben.setUpApp()
  const { security } = await activated(net)
  await later(testApp, 25 * HOUR)
  const before = await membershipOf(ben)
  await net.owner.signIn()
  await net.owner.verify('AUTHENTICATOR_APP', await net.owner.appCode())
  await helped(net, ben)
  const thief = testApp.browser()
  await recovery.signIn(ben, thief)
  const { deadline } = security.mandatory
  expect(deadline < testApp.clock.now().toISOString()).toBe(true)
  expect(await recovery.use(thief)).toMatchObject({ networks: [{ slug: net.slug, deadline }], otherNetworks: [] })
  expect(outcomeOf(await thief.ask('query($slug: String!) { network(slug: $slug) { id } }', { slug: net.slug }))).toBe(
    'UNAUTHENTICATED',
  )
  const { joinedAt, extendedUntil } = await membershipOf(ben)
  expect({ joinedAt, extendedUntil }).toEqual({ joinedAt: before.joinedAt, extendedUntil: null })
})
