import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, memberIdOf, type NetworkUnderTest, outcomeOf } from '../../people/people.fixture.js'
import type { Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, later, mailsTo, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
let texter: Person
let phones = 0
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
  texter = await member(net)
  await texter.setUpSms(`+1415555${4000 + ++phones}`)
})
afterAll(() => testApp.close())

const change = async (methods: ('AUTHENTICATOR_APP' | 'SMS' | 'PASSKEY')[], hours = 24) => {
  await confirmIts(net.owner)
  return acts.changeMethods(net.owner, net.id, methods, hours)
}
const joinedNetworkOf = async (person: Person) => outcomeOf(await acts.open(person, net.slug))

test('after SMS is removed, its users are notified and reminded, and need another method after the deadline', async () => {
  const app = await member(net)
  await app.setUpApp()
  await activated(net)
  testApp.clock.advance(25 * HOUR)
  await net.owner.signIn()
  await net.owner.verify('AUTHENTICATOR_APP', await net.owner.appCode())
  const preview = await acts.security(
    net.owner,
    net.slug,
    'previewAllowedMethods(methods: [AUTHENTICATOR_APP]) { affected guestsAffected deadline isNoticeNeeded isOwnMethodMissing }',
  )
  expect(preview.data.network.security.previewAllowedMethods).toMatchObject({
    affected: 1,
    guestsAffected: 0,
    isNoticeNeeded: true,
    isOwnMethodMissing: false,
  })
  const answer = await change(['AUTHENTICATOR_APP', 'PASSKEY'])
  const until = new Date(testApp.clock.now().getTime() + 24 * HOUR)
  expect(answer.data.changeAllowedMethods.security).toEqual({
    allowedMethods: ['AUTHENTICATOR_APP', 'PASSKEY'],
    earlierMethods: { methods: ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'], until: until.toISOString() },
  })
  await testApp.settle()
  expect((await mailsTo(testApp, texter.email)).at(-1)?.subject).toMatch(/^Acme is changing how you sign in on /)
  expect((await mailsTo(testApp, app.email)).at(-1)?.subject).not.toMatch(/changing how/)

  await texter.signIn()
  await texter.verify('SMS', await texter.textedCode())
  expect((await texter.viewer()).memberships[0]).toMatchObject({ standing: 'GRACE', deadline: until.toISOString() })
  await later(testApp, 18 * HOUR)
  const reminder = (await mailsTo(testApp, texter.email)).at(-1)
  expect(reminder?.subject).toMatch(/^Reminder: add another sign-in method for Acme/)
  expect(reminder?.text).toContain('Accepted there: authentication app and passkey.')
  testApp.clock.set(new Date(until.getTime() - 1))
  expect(await joinedNetworkOf(texter)).toBe('data')
  testApp.clock.advance(1)
  expect(await joinedNetworkOf(texter)).toBe('TWO_FACTOR_SETUP_REQUIRED')
  const row = await acts.security(
    net.owner,
    net.slug,
    'members(standing: OVERDUE) { edges { node { email methods } } }',
  )
  expect(row.data.network.security.members.edges.map(({ node }: { node: unknown }) => node)).toEqual([
    { email: texter.email, methods: ['SMS'] },
  ])
})

test('the method used counts: with both set up, a session by SMS needs the app once SMS is barred', async () => {
  await activated(net)
  await confirmIts(texter)
  await texter.reauthenticate({ password: texter.password })
  await texter.signIn()
  await texter.verify('SMS', await texter.textedCode())
  await texter.setUpApp()
  await change(['AUTHENTICATOR_APP'], 1)
  testApp.clock.advance(2 * HOUR)
  await texter.signIn()
  await texter.browser.field('mutation { sendSignInCode { __typename } }')
  await texter.verify('SMS', await texter.textedCode())
  expect(await joinedNetworkOf(texter)).toBe('TWO_FACTOR_REQUIRED')
  await texter.reauthenticate({ method: 'AUTHENTICATOR_APP', code: await texter.appCode() })
  expect(await joinedNetworkOf(texter)).toBe('data')
})

test('a change is effective at once if no one has to act: 2FA is not mandatory, or more is accepted', async () => {
  const first = await change(['PASSKEY', 'AUTHENTICATOR_APP'])
  expect(first.data.changeAllowedMethods.security).toEqual({
    allowedMethods: ['AUTHENTICATOR_APP', 'PASSKEY'],
    earlierMethods: null,
  })
  await activated(net)
  expect((await texter.viewer()).memberships[0].standing).toBe('GRACE')
  const more = await change(['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'])
  expect(more.data.changeAllowedMethods.security.earlierMethods).toBeNull()
  expect((await texter.viewer()).memberships[0].standing).toBe('SATISFIED')
})

test('refused: no method at all, a method the Admin lacks, a change under way, no fresh evidence, other people', async () => {
  await activated(net)
  expect(outcomeOf(await change([]))).toBe('InvalidInput')
  expect(outcomeOf(await change(['AUTHENTICATOR_APP'], 0))).toBe('InvalidInput')
  expect(outcomeOf(await change(['SMS']))).toBe('OwnTwoFactorRequired')
  expect(outcomeOf(await acts.changeMethods(texter, net.id, ['SMS']))).toBe('FORBIDDEN')
  const other = await readyNetwork(testApp, 'Other')
  expect(outcomeOf(await acts.changeMethods(other.owner, net.id, ['SMS']))).toBe('NOT_FOUND')
  testApp.clock.advance(6 * 60_000)
  expect(outcomeOf(await acts.changeMethods(net.owner, net.id, ['AUTHENTICATOR_APP']))).toBe(
    'REAUTHENTICATION_REQUIRED',
  )
  expect(outcomeOf(await change(['AUTHENTICATOR_APP', 'PASSKEY']))).toBe('AllowedMethodsChanged')
  const second = await change(['AUTHENTICATOR_APP'])
  expect(second.data.changeAllowedMethods.message).toMatch(/under way/)
  expect(outcomeOf(await change(['AUTHENTICATOR_APP', 'SMS', 'PASSKEY']))).toBe('AllowedMethodsChanged')
})

test('H01: more time for a member whose method was removed is given by id within the network only', async () => {
  await activated(net)
  await change(['AUTHENTICATOR_APP'], 2)
  const answer = await acts.giveMoreTime(net.owner, net.id, { memberIds: [await memberIdOf(net, texter)], hours: 48 })
  expect(answer.data.giveMoreTime).toMatchObject({ members: 1 })
  expect((await texter.viewer()).memberships[0].deadline).toBe(
    new Date(testApp.clock.now().getTime() + 48 * HOUR).toISOString(),
  )
})
