import { DAY, HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, memberIdOf, type NetworkUnderTest, outcomeOf } from '../../people/people.fixture.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, later, mailsTo, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

const in_ = (ms: number) => new Date(testApp.clock.now().getTime() + ms).toISOString()

test('one person has more time, to the millisecond, and is notified; the others are not', async () => {
  const [ben, eva] = [await member(net), await member(net)]
  await activated(net)
  await confirmIts(net.owner)
  const until = in_(2 * DAY)
  const memberIds = [await memberIdOf(net, ben), await memberIdOf(net, net.owner)]
  const answer = await acts.giveMoreTime(net.owner, net.id, { memberIds, until })
  // The owner has it already, and needs no more time.
  expect(answer.data.giveMoreTime).toMatchObject({ __typename: 'MoreTimeGiven', members: 1 })
  await testApp.settle()
  const mail = (await mailsTo(testApp, ben.email)).at(-1)
  expect(mail?.subject).toMatch(/^More time: /)
  expect(mail?.text).toContain('Lost the phone')
  expect((await mailsTo(testApp, eva.email)).at(-1)?.subject).toMatch(/^Set up/)

  testApp.clock.set(new Date(new Date(until).getTime() - 1))
  await ben.signIn()
  await eva.signIn()
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('data')
  expect(outcomeOf(await acts.open(eva, net.slug))).toBe('UNAUTHENTICATED')
  testApp.clock.advance(1)
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('TWO_FACTOR_SETUP_REQUIRED')
  const events = await testApp.connection
    .collection('audit_events')
    .find({ networkId: net.id, type: 'member.extended' })
    .toArray()
  expect(events.map(({ event }) => [event.email, event.reason, event.actor.name])).toEqual([
    [ben.email, 'Lost the phone', net.owner.name],
  ])
})

test('one write gives all members more time, including those who joined after the activation, but no later ones', async () => {
  const ben = await member(net)
  await activated(net)
  testApp.clock.advance(HOUR)
  const late = await member(net)
  expect(outcomeOf(await acts.open(late, net.slug))).toBe('TWO_FACTOR_SETUP_REQUIRED')
  await confirmIts(net.owner)
  const answer = await acts.giveMoreTime(net.owner, net.id, { memberIds: null, hours: 72 })
  expect(answer.data.giveMoreTime).toMatchObject({ members: 2, security: { mandatory: { deadline: in_(72 * HOUR) } } })
  await testApp.settle()
  for (const person of [ben, late]) {
    expect((await mailsTo(testApp, person.email)).at(-1)?.subject, person.email).toMatch(/^More time: /)
    expect(outcomeOf(await acts.open(person, net.slug))).toBe('data')
  }
  testApp.clock.advance(1)
  const newest = await member(net)
  expect(outcomeOf(await acts.open(newest, net.slug))).toBe('TWO_FACTOR_SETUP_REQUIRED')
  await later(testApp, 30 * HOUR)
  await ben.signIn()
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('data')
})

test('all members that match a filter have more time, and no others', async () => {
  const [ben, eva, guest] = [await member(net), await member(net), await member(net, 'GUEST')]
  await activated(net)
  await confirmIts(net.owner)
  const give = (input: object) => acts.giveMoreTime(net.owner, net.id, { hours: 48, ...input })
  const both = await give({ filter: { role: 'MEMBER' }, memberIds: [await memberIdOf(net, ben)] })
  expect(both.data.giveMoreTime).toMatchObject({ fields: [{ field: 'filter' }] })
  const answer = await give({ filter: { role: 'MEMBER' } })
  expect(answer.data.giveMoreTime).toMatchObject({ __typename: 'MoreTimeGiven', members: 2 })
  // A second time gives nobody more.
  expect((await give({ filter: { role: 'MEMBER' } })).data.giveMoreTime).toMatchObject({ members: 0 })
  await testApp.settle()
  for (const person of [ben, eva])
    expect((await mailsTo(testApp, person.email)).at(-1)?.subject).toMatch(/^More time: /)
  expect((await mailsTo(testApp, guest.email)).at(-1)?.subject).toMatch(/^Set up/)
})

test('what is asked: a reason, a moment within 30 days and after the present one, a requirement, and fresh evidence', async () => {
  const ben = await member(net)
  const memberIds = [await memberIdOf(net, ben)]
  await confirmIts(net.owner)
  const fieldsOf = async (input: Record<string, unknown>) => {
    const answer = await acts.giveMoreTime(net.owner, net.id, { memberIds, ...input })
    return answer.data?.giveMoreTime.fields?.map(({ field }: { field: string }) => field) ?? outcomeOf(answer)
  }
  expect(await fieldsOf({ hours: 48 })).toEqual(['networkId'])
  await activated(net)
  expect(await fieldsOf({ hours: 48, reason: '  ' })).toEqual(['reason'])
  expect(await fieldsOf({ hours: 48, reason: 'x'.repeat(301) })).toEqual(['reason'])
  expect(await fieldsOf({ hours: 721 })).toEqual(['until'])
  expect(await fieldsOf({ until: in_(-1) })).toEqual(['until'])
  expect(await fieldsOf({})).toEqual(['until'])
  expect(await fieldsOf({ memberIds: null, hours: 1 })).toEqual(['until'])
  expect(await fieldsOf({ memberIds: Array.from({ length: 201 }, () => memberIds[0]), hours: 48 })).toEqual([
    'memberIds',
  ])
  expect(outcomeOf(await acts.giveMoreTime(ben, net.id, { memberIds, hours: 48 }))).toBe('FORBIDDEN')
  testApp.clock.advance(6 * 60_000)
  expect(await fieldsOf({ hours: 720 })).toBe('REAUTHENTICATION_REQUIRED')
  await confirmIts(net.owner)
  expect(await fieldsOf({ hours: 720 })).toBe('MoreTimeGiven')
})

test('no extension shortens another, also when two Admins give one at the same moment', async () => {
  const ben = await member(net)
  const memberIds = [await memberIdOf(net, ben)]
  await activated(net)
  await confirmIts(net.owner)
  await Promise.all([96, 48, 72].map((hours) => acts.giveMoreTime(net.owner, net.id, { memberIds, hours })))
  const again = await acts.giveMoreTime(net.owner, net.id, { memberIds, hours: 50 })
  expect(again.data.giveMoreTime.members).toBe(0)
  expect((await ben.viewer()).memberships[0].deadline).toBe(in_(96 * HOUR))
})

test('H01: an Admin cannot give members of another network more time, alone or together with others', async () => {
  const other = await readyNetwork(testApp, 'Other')
  const [ben, theirs] = [await member(net), await member(other)]
  await activated(net)
  await activated(other)
  await confirmIts(net.owner)
  const theirId = await memberIdOf(other, theirs)
  const mine = await memberIdOf(net, ben)
  for (const memberIds of [[theirId], [mine, theirId], [theirId.replace(other.id, net.id)], ['0'], ['']]) {
    expect(outcomeOf(await acts.giveMoreTime(net.owner, net.id, { memberIds, hours: 48 }))).toBe('NOT_FOUND')
  }
  expect(outcomeOf(await acts.giveMoreTime(net.owner, other.id, { memberIds: [theirId], hours: 48 }))).toBe('NOT_FOUND')
  const { connection } = testApp
  expect(
    await connection
      .collection('memberships')
      .countDocuments({ extendedUntil: { $ne: null }, networkId: { $in: [net.id, other.id] } }),
  ).toBe(0)
})
