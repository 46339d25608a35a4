import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, memberIdOf, type NetworkUnderTest, network, outcomeOf } from '../../people/people.fixture.js'
import { putNetwork } from '../../testing/network.js'
import { type Person, sixDigitsIn } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, HOUR, later, readyNetwork } from '../mandate.fixture.js'

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
  const code = sixDigitsIn((await ben.lastMessage()).text)
  await ben.browser.field('mutation($code: String!) { proveMailbox(code: $code) { __typename } }', { code })
  await ben.setUpApp()
  await ben.signIn()
  await ben.verify('AUTHENTICATOR_APP', await ben.appCode())
  expect(await signInsOf(benId)).toEqual([
    ['PASSWORD', 'AUTHENTICATOR_APP'],
    ['PASSWORD', 'EMAIL_CODE', 'AUTHENTICATOR_APP'],
    ['PASSWORD'],
  ])
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
