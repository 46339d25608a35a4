import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, memberIdOf, type NetworkUnderTest, network, outcomeOf } from '../../people/people.fixture.js'
import { putNetwork } from '../../testing/network.js'
import { addPasskey, signInAlone } from '../../testing/passkey-sign-in.js'
import { type Person, sixDigitsIn } from '../../testing/person.js'
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

const historyOf = async (admin: Person, memberId: string, slug = net.slug) => {
  await testApp.settle()
  return admin.browser.ask(
    `query($slug: String!, $id: ID!) { network(slug: $slug) { security {
      memberMails(memberId: $id) { kind at delivery }
      memberSignIns(memberId: $id) { at methods }
      member(id: $id) { lastSignInAt }
    } } }`,
    { slug, id: memberId },
  )
}
const mailsOf = async (memberId: string) =>
  (await historyOf(net.owner, memberId)).data.network.security.memberMails.map(
    ({ kind, delivery }: { kind: string; delivery: string }) => `${kind} ${delivery}`,
  )
const signInsOf = async (memberId: string) =>
  (await historyOf(net.owner, memberId)).data.network.security.memberSignIns.map(
    ({ methods }: { methods: string[] }) => methods,
  )

test('every mail of the network to one member, newest first, and none of the others', async () => {
  const [ben, eva] = [await member(net), await member(net)]
  const [benId, evaId] = [await memberIdOf(net, ben), await memberIdOf(net, eva)]
  expect(await mailsOf(benId)).toEqual([])
  await activated(net, 24)
  testApp.clock.advance(1)
  await acts.remind(net.owner, net.id, [benId])
  await testApp.settle()
  testApp.clock.advance(1)
  await confirmIts(net.owner)
  await acts.giveMoreTime(net.owner, net.id, { memberIds: [benId], hours: 25 })
  await testApp.settle()
  await later(testApp, 24 * HOUR)
  expect(await mailsOf(benId)).toEqual(['REMINDER SENT', 'MORE_TIME SENT', 'REMINDER SENT', 'REQUIRED SENT'])
  expect(await mailsOf(evaId)).toEqual(['TIME_IS_UP SENT', 'REQUIRED SENT'])

  const other = await network(testApp, 'Other')
  const elsewhere = (await historyOf(other.owner, benId, other.slug)).data.network.security
  expect(elsewhere).toEqual({ memberMails: [], memberSignIns: [], member: null })
})

test('sign-ins that opened this network, by what was used; one that opened others alone stays with them', async () => {
  const ben = await member(net)
  const benId = await memberIdOf(net, ben)
  await putNetwork(testApp, [ben])
  testApp.clock.advance(1_000)
  await ben.signIn()
  expect(await signInsOf(benId)).toEqual([['PASSWORD']])
  const { lastSignInAt } = (await historyOf(net.owner, benId)).data.network.security.member
  expect(lastSignInAt).toBe(testApp.clock.now().toISOString())

  await activated(net, 1)
  await later(testApp, 2 * HOUR)
  expect((await ben.signIn()).__typename).toBe('SetUpRequired')
  const toOthers = await ben.browser.field('mutation { continueToOtherNetworks { __typename } }')
  expect(toOthers.__typename).toBe('SignedIn')
  expect(await signInsOf(benId)).toEqual([['PASSWORD']])
  expect((await historyOf(net.owner, benId)).data.network.security.member.lastSignInAt).toBe(lastSignInAt)

  await ben.signIn()
  await proveMailbox(ben)
  await ben.setUpApp()
  await ben.signIn()
  await ben.verify('AUTHENTICATOR_APP', await ben.appCode())
  expect(await signInsOf(benId)).toEqual([
    ['PASSWORD', 'AUTHENTICATOR_APP'],
    ['PASSWORD', 'EMAIL_CODE', 'AUTHENTICATOR_APP'],
    ['PASSWORD'],
  ])
})

async function proveMailbox(person: Person): Promise<void> {
  const code = sixDigitsIn((await person.lastMessage()).text)
  await person.browser.field('mutation($code: String!) { proveMailbox(code: $code) { __typename } }', { code })
}

/** When the person last signed in to each of these networks. */
const lastSignIns = async (person: Person, ...networkIds: string[]) => {
  await testApp.settle()
  const stays = await testApp.connection
    .collection<{ networkId: string; lastSignInAt: Date }>('memberships')
    .find({ accountId: (await person.viewer()).id })
    .toArray()
  return networkIds.map((id) => stays.find(({ networkId }) => networkId === id)?.lastSignInAt.getTime())
}

test('a sign-in that has gone stale and is confirmed in the session opens this network again, and is recorded once', async () => {
  const ben = await (await member(net)).setUpApp()
  const benId = await memberIdOf(net, ben)
  const other = await putNetwork(testApp, [ben])
  await testApp.settle()
  await ben.signIn()
  await ben.verify('AUTHENTICATOR_APP', await ben.appCode())
  const [, before] = await lastSignIns(ben, net.id, other._id)
  const limit = { sessionLimit: { hours: 24, idleHours: 1 } }
  await testApp.connection.collection<{ _id: string }>('networks').updateOne({ _id: net.id }, { $set: limit })
  await later(testApp, HOUR)
  await ben.viewer()
  await testApp.settle()
  const mails = (await mailsTo(testApp, ben.email)).length
  await confirmIts(ben)
  const confirmedAt = testApp.clock.now().getTime()
  await confirmIts(ben)
  await confirmIts(net.owner)
  expect(await signInsOf(benId)).toEqual([
    ['PASSWORD', 'AUTHENTICATOR_APP'],
    ['PASSWORD', 'AUTHENTICATOR_APP'],
  ])
  expect(await lastSignIns(ben, net.id, other._id)).toEqual([confirmedAt, before])
  expect(await mailsTo(testApp, ben.email)).toHaveLength(mails)
})

test('a network that refuses passkeys alone is entered by the password that follows', async () => {
  const ben = await member(net)
  const benId = await memberIdOf(net, ben)
  await addPasskey(ben)
  await testApp.connection
    .collection<{ _id: string }>('networks')
    .updateOne({ _id: net.id }, { $set: { refusesPasskeySignIn: true } })
  testApp.clock.advance(1_000)
  await signInAlone(testApp, ben)
  expect(await signInsOf(benId)).toEqual([])
  testApp.clock.advance(1_000)
  await ben.reauthenticate({ password: ben.password })
  expect(await signInsOf(benId)).toEqual([['PASSKEY', 'PASSWORD']])
  expect(await lastSignIns(ben, net.id)).toEqual([testApp.clock.now().getTime()])
})

test('a set-up that is finished after going on to other networks opens this one too, and no other again', async () => {
  const ben = await member(net)
  const benId = await memberIdOf(net, ben)
  const other = await putNetwork(testApp, [ben])
  await activated(net, 1)
  await later(testApp, 2 * HOUR)
  await ben.signIn()
  await ben.browser.field('mutation { continueToOtherNetworks { __typename } }')
  const [, before] = await lastSignIns(ben, net.id, other._id)
  expect(await signInsOf(benId)).toEqual([])
  testApp.clock.advance(1_000)
  await ben.browser.field('mutation { sendMailboxCode { __typename } }')
  await proveMailbox(ben)
  const enteredAt = testApp.clock.now().getTime()
  await ben.setUpApp()
  expect(await signInsOf(benId)).toEqual([['PASSWORD', 'EMAIL_CODE', 'AUTHENTICATOR_APP']])
  expect(await lastSignIns(ben, net.id, other._id)).toEqual([enteredAt, before])
})

test('only Admins see them, and nothing from before the member joined is shown', async () => {
  const ben = await member(net)
  const benId = await memberIdOf(net, ben)
  expect(outcomeOf(await historyOf(ben, benId))).toBe('FORBIDDEN')
  await ben.signIn()
  await testApp.settle()
  await testApp.connection
    .collection<{ _id: string }>('memberships')
    .updateOne({ _id: benId }, { $set: { joinedAt: new Date(testApp.clock.now().getTime() + 1) } })
  expect(await signInsOf(benId)).toEqual([])
})
