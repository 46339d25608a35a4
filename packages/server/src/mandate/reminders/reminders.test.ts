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

const remindersOf = async (email: string) =>
  (await mailsTo(testApp, email)).filter(({ subject }) => subject.startsWith('Reminder')).length
const events = async (type: string) => {
  await testApp.settle()
  const found = await testApp.connection
    .collection('audit_events')
    .find({ networkId: net.id, type })
    .sort({ at: 1 })
    .toArray()
  return found.map(({ event }) => event)
}

test('7 days, 3 days, 1 day, 6 hours and 1 hour before, each once, only to those still without', async () => {
  const [ben, eva] = [await member(net), await member(net)]
  const { security } = await activated(net, 240)
  const deadline = new Date(security.mandatory.deadline).getTime()
  const at = async (before: number) => {
    testApp.clock.set(new Date(deadline - before))
    await later(testApp, 0)
    await later(testApp, 0)
    return [await remindersOf(ben.email), await remindersOf(eva.email)]
  }
  expect(await at(7 * DAY + 1)).toEqual([0, 0])
  expect(await at(7 * DAY)).toEqual([1, 1])
  expect(await at(3 * DAY)).toEqual([2, 2])
  await eva.signIn()
  await eva.setUpApp()
  expect(await at(DAY)).toEqual([3, 2])
  expect(await at(6 * HOUR)).toEqual([4, 2])
  expect(await at(HOUR)).toEqual([5, 2])
  expect(await at(1)).toEqual([5, 2])
  expect(
    (await events('mandate.reminded')).map(({ before, recipients, actor }) => [before / HOUR, recipients, actor.kind]),
  ).toEqual([
    [168, 2, 'system'],
    [72, 2, 'system'],
    [24, 1, 'system'],
    [6, 1, 'system'],
    [1, 1, 'system'],
  ])
})

test('moments that are not after the activation are skipped, and a worker that slept sends one, not five', async () => {
  const ben = await member(net)
  await activated(net, 24)
  await later(testApp, 17 * HOUR)
  expect(await remindersOf(ben.email)).toBe(0)
  await later(testApp, HOUR)
  expect(await remindersOf(ben.email)).toBe(1)

  const slow = await readyNetwork(testApp, 'Slow')
  const kim = await member(slow)
  await activated(slow, 720)
  await later(testApp, 720 * HOUR - 2 * DAY)
  expect(await remindersOf(kim.email)).toBe(1)
})

test('after more time the own deadline counts: no reminder of the old one, new ones of the new', async () => {
  const [ben, eva] = [await member(net), await member(net)]
  await activated(net, 24)
  await confirmIts(net.owner)
  await acts.giveMoreTime(net.owner, net.id, { memberIds: [await memberIdOf(net, ben)], hours: 48 })
  await later(testApp, 18 * HOUR)
  expect([await remindersOf(ben.email), await remindersOf(eva.email)]).toEqual([0, 1])
  await later(testApp, 6 * HOUR)
  expect([await remindersOf(ben.email), await remindersOf(eva.email)]).toEqual([1, 1])
  expect((await mailsTo(testApp, eva.email)).at(-1)?.subject).toBe('You’ve been signed out of Acme')
  expect((await mailsTo(testApp, ben.email)).some(({ subject }) => subject.includes('signed out'))).toBe(false)
  await later(testApp, 18 * HOUR)
  expect(await remindersOf(ben.email)).toBe(2)
  await later(testApp, 6 * HOUR)
  expect((await mailsTo(testApp, ben.email)).at(-1)?.subject).toBe('You’ve been signed out of Acme')
})

test('an Admin reminds some members, or all; each gets one email per hour, and those with 2FA none', async () => {
  const [ben, eva, ready] = [await member(net), await member(net), await member(net)]
  await ready.setUpApp()
  expect(outcomeOf(await acts.remind(net.owner, net.id, null))).toBe('InvalidInput')
  await activated(net)
  expect(outcomeOf(await acts.remind(ben, net.id, null))).toBe('FORBIDDEN')

  const ids = await Promise.all([ben, ready].map((person) => memberIdOf(net, person)))
  const some = await acts.remind(net.owner, net.id, ids)
  expect(some.data.remindMembers).toEqual({ __typename: 'MembersReminded', reminded: 1 })
  await testApp.settle()
  expect([await remindersOf(ben.email), await remindersOf(eva.email), await remindersOf(ready.email)]).toEqual([
    1, 0, 0,
  ])

  testApp.clock.advance(1_000)
  const all = await acts.remind(net.owner, net.id, null)
  expect(all.data.remindMembers).toEqual({ __typename: 'MembersReminded', reminded: 1 })
  await acts.remind(net.owner, net.id, ids)
  await testApp.settle()
  expect([await remindersOf(ben.email), await remindersOf(eva.email), await remindersOf(ready.email)]).toEqual([
    1, 1, 0,
  ])

  await later(testApp, HOUR)
  await acts.remind(net.owner, net.id, ids)
  await testApp.settle()
  expect(await remindersOf(ben.email)).toBe(2)
  expect((await events('mandate.reminded'))[0]).toMatchObject({
    actor: { kind: 'person' },
    recipients: 1,
    before: null,
  })
})

test('pressed again within the hour, it says and writes down what happened: nothing', async () => {
  const [ben, eva] = [await member(net), await member(net)]
  await activated(net)
  const press = async () => (await acts.remind(net.owner, net.id, null)).data.remindMembers.reminded
  const atOnce = await Promise.all([press(), press()])
  expect(atOnce.reduce((sum, count) => sum + count, 0)).toBe(2)
  expect(await press()).toBe(0)
  await testApp.settle()
  expect([await remindersOf(ben.email), await remindersOf(eva.email)]).toEqual([1, 1])
  const written = (await events('mandate.reminded')).map(({ recipients }) => recipients)
  expect(written.reduce((sum, count) => sum + count, 0)).toBe(2)
  expect(written).not.toContain(0)

  testApp.clock.advance(1_000)
  const late = await member(net)
  expect(await press()).toBe(1)
  await testApp.settle()
  expect((await mailsTo(testApp, late.email)).at(-1)?.subject).toBe('Set up two-factor authentication to use Acme')
})

test('until the next hour the mandate and the list say from when on a reminder is mailed again', async () => {
  const ben = await member(net)
  await activated(net)
  const security =
    'security { mandatory { remindableFrom } members(search: "' +
    ben.email +
    '") { edges { node { remindableFrom } } } }'
  const read = async () => {
    const { data } = await net.owner.browser.ask(`query($slug: String!) { network(slug: $slug) { ${security} } }`, {
      slug: net.slug,
    })
    const { mandatory, members } = data.network.security
    return [mandatory.remindableFrom, members.edges[0].node.remindableFrom]
  }
  expect(await read()).toEqual([null, null])
  testApp.clock.set(new Date(Math.ceil(testApp.clock.now().getTime() / HOUR) * HOUR + 20 * 60_000))
  await confirmIts(net.owner)
  const next = new Date(Math.ceil(testApp.clock.now().getTime() / HOUR) * HOUR).toISOString()
  await acts.remind(net.owner, net.id, [await memberIdOf(net, ben)])
  expect(await read()).toEqual([null, next])
  await acts.remind(net.owner, net.id, null)
  expect(await read()).toEqual([next, next])

  await confirmIts(net.owner)
  await acts.deactivate(net.owner, net.id)
  await activated(net)
  expect(await read()).toEqual([null, null])
})

test('a member who never entered the network gets no notice that they were signed out of it', async () => {
  const ben = await member(net)
  await testApp.connection
    .collection<{ _id: string }>('memberships')
    .updateOne({ _id: await memberIdOf(net, ben) }, { $set: { lastSignInAt: null } })
  await activated(net, 1)
  await later(testApp, HOUR)
  const subjects = (await mailsTo(testApp, ben.email)).map(({ subject }) => subject)
  expect(subjects.at(-1)).toBe('Set up two-factor authentication to use Acme')
  expect(subjects.filter((subject) => subject.includes('signed out'))).toEqual([])
})

test('H01: an Admin cannot remind members of another network', async () => {
  const other = await readyNetwork(testApp, 'Other')
  const theirs = await memberIdOf(other, await member(other))
  await activated(net)
  expect(outcomeOf(await acts.remind(net.owner, net.id, [theirs]))).toBe('NOT_FOUND')
  expect(outcomeOf(await acts.remind(net.owner, other.id, [theirs]))).toBe('NOT_FOUND')
  expect(outcomeOf(await acts.remind(net.owner, net.id, [theirs.replace(other.id, net.id)]))).toBe('NOT_FOUND')
})

test('all members that match the filter are reminded, beyond one page, and no others', async () => {
  const remind = (filter: object, memberIds: string[] | null = null) =>
    net.owner.browser.ask(
      `mutation($id: ID!, $filter: MemberFilterInput, $memberIds: [ID!]) {
        remindMembers(networkId: $id, filter: $filter, memberIds: $memberIds) {
          __typename ... on MembersReminded { reminded }
        }
      }`,
      { id: net.id, filter, memberIds },
    )
  const [ben, gwen] = [await member(net, 'MEMBER', 'ben'), await member(net, 'GUEST', 'gwen')]
  const eva = await member(net, 'GUEST', 'eva')
  await eva.setUpApp()
  await activated(net)
  expect((await remind({ role: 'GUEST' })).data.remindMembers).toEqual({ __typename: 'MembersReminded', reminded: 1 })
  await testApp.settle()
  expect([await remindersOf(ben.email), await remindersOf(gwen.email), await remindersOf(eva.email)]).toEqual([0, 1, 0])
  // No one is reminded twice in the hour, and the log has an entry.
  expect((await remind({ search: 'ben' })).data.remindMembers).toMatchObject({ reminded: 1 })
  expect((await remind({})).data.remindMembers).toMatchObject({ reminded: 0 })
  expect((await events('mandate.reminded')).map(({ recipients }) => recipients)).toEqual([1, 1])
  expect(outcomeOf(await remind({}, [await memberIdOf(net, ben)]))).toBe('InvalidInput')
})
