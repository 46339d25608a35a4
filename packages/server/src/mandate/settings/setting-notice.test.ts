import { DAY, HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { member, type NetworkUnderTest, outcomeOf, acts as peopleActs } from '../../people/people.fixture.js'
import { addPasskey, signInAlone } from '../../testing/passkey-sign-in.js'
import type { Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, mailsTo, readyNetwork } from '../mandate.fixture.js'
import { MandateStore } from '../mandate.store.js'

let testApp: TestApp
let net: NetworkUnderTest
let ben: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
  ben = await member(net)
  await ben.setUpApp()
})
afterAll(() => testApp.close())

const FIELDS = `trustedDeviceDays sessionHours sessionIdleHours
  earlierTrustedDeviceDays { days until } earlierSessionLimit { hours idleHours until }`
const limitTo = (hours: number | null, idleHours: number | null, graceHours = 24) =>
  net.owner.browser.field(
    `mutation($id: ID!, $hours: Int, $idleHours: Int, $graceHours: Int!) {
      setSessionLimit(networkId: $id, hours: $hours, idleHours: $idleHours, graceHours: $graceHours, timeZone: "Europe/Berlin") {
        __typename ... on InvalidInput { fields { field } } ... on SecuritySettingChanged { security { ${FIELDS} } }
      }
    }`,
    { id: net.id, hours, idleHours, graceHours },
  )
const trustFor = (days: number) =>
  net.owner.browser.field(
    `mutation($id: ID!, $days: Int!) { setTrustedDeviceDays(networkId: $id, days: $days, timeZone: "Europe/Berlin") {
      __typename ... on InvalidInput { fields { field } } ... on SecuritySettingChanged { security { ${FIELDS} } }
    } }`,
    { id: net.id, days },
  )
const allowPasskeys = (isAllowed: boolean, graceHours = 24) =>
  net.owner.browser.field(
    `mutation($id: ID!, $isAllowed: Boolean!, $graceHours: Int!) {
      setPasskeySignIn(networkId: $id, isAllowed: $isAllowed, graceHours: $graceHours, timeZone: "Europe/Berlin") {
        __typename ... on InvalidInput { fields { field } }
        ... on SecuritySettingChanged { security { allowsPasskeySignIn earlierPasskeySignIn { isAllowed until } } }
      }
    }`,
    { id: net.id, isAllowed, graceHours },
  )
const subjects = async (person: Person) => {
  await testApp.settle()
  const mails = await mailsTo(testApp, person.email)
  return mails.filter(({ subject }) => subject?.includes('is changing how you sign in on')).map(({ text }) => text)
}
const joinedNetworkOf = async (person: Person) => outcomeOf(await acts.open(person, net.slug))

test('a shorter session limit applies from its deadline on; every member is notified of it, and no one is affected before', async () => {
  await activated(net)
  await confirmIts(net.owner)
  const until = new Date(testApp.clock.now().getTime() + DAY).toISOString()
  expect(await limitTo(2, 1)).toMatchObject({
    security: {
      sessionHours: 2,
      sessionIdleHours: 1,
      earlierSessionLimit: { hours: null, idleHours: null, until },
    },
  })
  for (const person of [net.owner, ben]) {
    const [text, ...more] = await subjects(person)
    expect(more).toEqual([])
    expect(text).toContain('you stay signed in to Acme for up to 2 hours, or 1 hour without activity')
  }
  testApp.clock.advance(DAY - 1)
  expect(await joinedNetworkOf(ben)).toBe('data')
  testApp.clock.advance(1)
  expect(await joinedNetworkOf(ben)).toBe('REAUTHENTICATION_REQUIRED')
  await confirmIts(ben)
  expect(await joinedNetworkOf(ben)).toBe('data')
})

test('fewer days for trusted browsers count from their deadline on', async () => {
  await trustFor(30)
  await activated(net)
  await confirmIts(net.owner)
  const browser = testApp.browser()
  await ben.signIn(browser)
  await browser.field('mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }', {
    input: { method: 'AUTHENTICATOR_APP', code: await ben.appCode(), trustDevice: true },
  })
  await browser.field('mutation { signOut }')
  expect(await trustFor(0)).toMatchObject({
    security: { trustedDeviceDays: 0, earlierTrustedDeviceDays: { days: 30 } },
  })
  expect(await subjects(ben)).toEqual([expect.stringContaining('at every sign-in')])
  testApp.clock.advance(DAY - 1)
  expect(await ben.signIn(browser)).toMatchObject({ __typename: 'SignedIn' })
  await browser.field('mutation { signOut }')
  testApp.clock.advance(1)
  expect(await ben.signIn(browser)).toMatchObject({ __typename: 'SecondStepRequired' })
})

test('the password beside a passkey is required from its deadline on; every member is notified of it', async () => {
  const enter = () => peopleActs.open(ben, net.slug, 'allowsPasskeySignIn')
  await addPasskey(ben)
  await activated(net)
  await confirmIts(net.owner)
  const until = new Date(testApp.clock.now().getTime() + DAY).toISOString()
  expect(await allowPasskeys(false)).toMatchObject({
    security: { allowsPasskeySignIn: false, earlierPasskeySignIn: { isAllowed: true, until } },
  })
  for (const person of [net.owner, ben])
    expect(await subjects(person)).toEqual([
      expect.stringContaining('signing in to Acme with a passkey asks for your password too'),
    ])
  await signInAlone(testApp, ben)
  testApp.clock.advance(DAY - 1)
  expect((await enter()).data.network).toEqual({ allowsPasskeySignIn: true })
  testApp.clock.advance(1)
  expect((await enter()).errors?.[0]?.extensions).toMatchObject({
    code: 'REAUTHENTICATION_REQUIRED',
    needs: ['PASSWORD'],
  })
  await ben.reauthenticate({ password: ben.password })
  expect((await enter()).data.network).toEqual({ allowsPasskeySignIn: false })
})

test('passkeys alone are allowed again at once, and nobody is notified of what was taken back', async () => {
  await activated(net)
  await confirmIts(net.owner)
  expect(await allowPasskeys(false, 721)).toMatchObject({ fields: [{ field: 'graceHours' }] })
  await allowPasskeys(false)
  const allowed = { security: { allowsPasskeySignIn: true, earlierPasskeySignIn: null } }
  expect(await allowPasskeys(true)).toMatchObject(allowed)
  expect(await subjects(ben)).toEqual([])
})

test('an Admin whose decision another one overtook is asked to look again, and one deadline is announced', async () => {
  await activated(net)
  await confirmIts(net.owner)
  const store = testApp.app.get(MandateStore)
  const write = store.setPasskeySignIn.bind(store)
  vi.spyOn(store, 'setPasskeySignIn').mockImplementationOnce(async (...change) => {
    expect(await allowPasskeys(false, 48)).toMatchObject({ __typename: 'SecuritySettingChanged' })
    return write(...change)
  })
  expect(await allowPasskeys(false, 24)).toEqual({ __typename: 'InvalidInput', fields: [{ field: 'overtaken' }] })
  expect(await subjects(ben)).toHaveLength(1)
})

test('what is to come cannot be made stricter meanwhile, may be softened in its time, and is taken back at once', async () => {
  await activated(net)
  await confirmIts(net.owner)
  const first = await limitTo(24, 1)
  const { until } = first.security.earlierSessionLimit
  testApp.clock.advance(HOUR)
  await confirmIts(net.owner)
  expect(await limitTo(2, 1)).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'hours' }] })
  expect(await limitTo(48, 4)).toMatchObject({ security: { sessionHours: 48, earlierSessionLimit: { until } } })
  expect(await limitTo(null, null)).toMatchObject({ security: { sessionHours: null, earlierSessionLimit: null } })
  expect(await subjects(ben), 'notified once').toHaveLength(1)
})

test.each([0, 721])('%s hours are no notice', async (graceHours) => {
  await activated(net)
  await confirmIts(net.owner)
  expect(await limitTo(24, 1, graceHours)).toMatchObject({ fields: [{ field: 'graceHours' }] })
  expect(await limitTo(null, null, graceHours), 'where none is needed they do not matter').toMatchObject({
    __typename: 'SecuritySettingChanged',
  })
})

test('a preview shows whether a notice is needed, how many members get it, and the deadline', async () => {
  const look = async () =>
    (
      await peopleActs.open(
        net.owner,
        net.slug,
        `security {
          shorter: previewSessionLimit(hours: 24, idleHours: 1, graceHours: 48) { isNoticeNeeded mailed deadline }
          devices: previewTrustedDeviceDays(days: 7) { isNoticeNeeded mailed }
          passkeys: previewPasskeySignIn(isAllowed: false, graceHours: 48) { isNoticeNeeded mailed deadline }
        }`,
      )
    ).data.network.security
  const atOnce = { isNoticeNeeded: false, mailed: 0 }
  expect(await look()).toMatchObject({ shorter: atOnce, passkeys: atOnce })
  await activated(net)
  const deadline = new Date(testApp.clock.now().getTime() + 2 * DAY).toISOString()
  expect(await look()).toEqual({
    shorter: { isNoticeNeeded: true, mailed: 2, deadline },
    devices: { isNoticeNeeded: false, mailed: 0 },
    passkeys: { isNoticeNeeded: true, mailed: 2, deadline },
  })
})

test('without a mandate a setting is effective at once, and no email is sent', async () => {
  expect(await limitTo(24, 1)).toMatchObject({ security: { sessionHours: 24, earlierSessionLimit: null } })
  expect(await allowPasskeys(false)).toMatchObject({
    security: { allowsPasskeySignIn: false, earlierPasskeySignIn: null },
  })
  expect(await subjects(ben)).toEqual([])
})
