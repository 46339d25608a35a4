import { DAY, HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { join, member, type NetworkUnderTest, outcomeOf } from '../../people/people.fixture.js'
import type { Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { acts, confirmIts, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
let other: NetworkUnderTest
let ben: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
  other = await readyNetwork(testApp, 'Other')
  ben = await member(net)
  await join(other, ben)
  await ben.setUpApp()
  await confirmIts(net.owner)
})
afterAll(() => testApp.close())

const limitTo = (hours: number | null, idleHours: number | null) =>
  net.owner.browser.ask(
    `mutation($id: ID!, $hours: Int, $idleHours: Int) { setSessionLimit(networkId: $id, hours: $hours, idleHours: $idleHours) {
      __typename ... on InvalidInput { fields { field } }
    } }`,
    { id: net.id, hours, idleHours },
  )
const joinedNetworkOf = async ({ slug }: NetworkUnderTest) => outcomeOf(await acts.open(ben, slug))

test('an hour without a request closes this network until it is confirmed, to the millisecond, and no other', async () => {
  await limitTo(24, 1)
  await confirmIts(ben)
  await ben.viewer()
  await testApp.settle()
  testApp.clock.advance(HOUR - 1)
  expect(await joinedNetworkOf(net)).toBe('data')
  await testApp.settle()
  testApp.clock.advance(HOUR)
  // Asked elsewhere first: the request that wakes the session does not hide how long it slept.
  expect(await ben.viewer()).not.toBeNull()
  await testApp.settle()
  expect(await joinedNetworkOf(other)).toBe('data')
  const { errors } = await acts.open(ben, net.slug)
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'REAUTHENTICATION_REQUIRED',
    needs: ['PASSWORD', 'SECOND_STEP'],
    network: { slug: net.slug },
  })
  await confirmIts(ben)
  expect(await joinedNetworkOf(net)).toBe('data')
})

test('a day closes it, however busy it was', async () => {
  await limitTo(24, 1)
  await confirmIts(ben)
  const signedInAt = testApp.clock.now().getTime()
  for (let ms = 0; ms < DAY; ms += HOUR / 2) {
    testApp.clock.set(new Date(signedInAt + ms))
    expect(await joinedNetworkOf(net), `${ms / HOUR} h`).toBe('data')
    await testApp.settle()
  }
  testApp.clock.set(new Date(signedInAt + DAY - 1))
  expect(await joinedNetworkOf(net)).toBe('data')
  testApp.clock.advance(1)
  expect(await joinedNetworkOf(net)).toBe('REAUTHENTICATION_REQUIRED')
  await net.owner.signIn()
  await net.owner.verify('AUTHENTICATOR_APP', await net.owner.appCode())
  await limitTo(null, null)
  expect(await joinedNetworkOf(net)).toBe('data')
})

test.each([
  [0, 1, ['hours', 'idleHours']],
  [337, 1, ['hours']],
  [24, 0, ['idleHours']],
  [100, 73, ['idleHours']],
  [8, 9, ['idleHours']],
  [24, null, ['idleHours']],
  [null, 1, ['hours']],
])('%s and %s hours need other values in %s', async (hours, idleHours, fields) => {
  const answer = (await limitTo(hours, idleHours)).data.setSessionLimit
  expect(answer.fields.map(({ field }: { field: string }) => field)).toEqual(fields)
})
