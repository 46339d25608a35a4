import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, type NetworkUnderTest, outcomeOf } from '../../people/people.fixture.js'
import type { Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { confirmIts, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

const settings: [string, string, unknown][] = [
  ['setHelpContact', 'helpContact: "Kim"', { helpContact: 'Kim' }],
  ['setNetworkLocale', 'locale: PT_BR', { locale: 'PT_BR' }],
  ['setSessionLimit', 'hours: 24, idleHours: 1', { sessionHours: 24, sessionIdleHours: 1 }],
  ['setTrustedDeviceDays', 'days: 7', { trustedDeviceDays: 7 }],
]

test.each(settings)('%s is an Admin’s, with fresh evidence, and is written down', async (name, value, expected) => {
  const field = Object.keys(expected as object).join(' ')
  const change = (person: Person) =>
    person.browser.ask(
      `mutation($id: ID!) { ${name}(networkId: $id, ${value}) { __typename ... on SecuritySettingChanged { security { ${field} } } } }`,
      { id: net.id },
    )
  expect(outcomeOf(await change(await member(net)))).toBe('FORBIDDEN')
  testApp.clock.advance(5 * 60_000)
  expect(outcomeOf(await change(net.owner))).toBe('REAUTHENTICATION_REQUIRED')
  await confirmIts(net.owner)
  expect((await change(net.owner)).data[name].security).toEqual(expected)
  await testApp.settle()
  const written = await testApp.connection
    .collection('audit_events')
    .find({ networkId: net.id, type: /^policy/ })
    .toArray()
  expect(written.map(({ event }) => event.actor.name)).toEqual([net.owner.name])
})
