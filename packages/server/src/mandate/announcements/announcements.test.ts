import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { EventRetries } from '../../events/event-retries.js'
import { member, type NetworkUnderTest } from '../../people/people.fixture.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import {
  activated,
  acts,
  confirmIts,
  crowd,
  later,
  mailsTo,
  readyNetwork,
  stoppedInFirstBatch,
  work,
} from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

test('the email names the Admin, the deadline with its zone, the help contact, and a way without clicking', async () => {
  const ben = await member(net)
  await confirmIts(net.owner)
  await net.owner.browser.field(
    'mutation($id: ID!) { setHelpContact(networkId: $id, helpContact: " Room 2.14,\\n ask for Kim ") { __typename } }',
    { id: net.id },
  )
  await activated(net)
  const mail = (await mailsTo(testApp, ben.email)).at(-1)
  expect(mail?.subject).toMatch(/^Set up two-factor authentication for Acme by [A-Z][a-z]{2} \d+ May, \d\d:\d\d CEST$/)
  expect(mail?.text).toContain(`${net.owner.name} made two-factor authentication required.`)
  expect(mail?.text).toMatch(/CEST \(.*UTC\)/)
  expect(mail?.text).toContain('Ask Room 2.14, ask for Kim')
  expect(mail?.text).toMatch(/prefer not to click links, open localhost/)
})

test('three kinds of email: to do, ready, and company sign-in', async () => {
  const [todo, ready, sso] = [await member(net), await member(net), await member(net)]
  await ready.setUpSms('+14155550133')
  const { id } = await sso.viewer()
  const { connection } = testApp
  await connection
    .collection<{ _id: string }>('memberships')
    .updateOne({ _id: `${net.id}:${id}` }, { $set: { usesSso: true } })
  await connection.collection<{ _id: string }>('networks').updateOne(
    { _id: net.id },
    {
      $set: {
        sso: {
          issuer: 'i',
          requiredFrom: null,
          proofRequiredFrom: null,
          proofValues: [],
          earlierProof: null,
          endsAt: null,
        },
      },
    },
  )
  await activated(net)
  expect((await mailsTo(testApp, todo.email)).at(-1)?.subject).toMatch(/^Set up/)
  expect((await mailsTo(testApp, ready.email)).at(-1)?.text).toContain('You’ve already set it up.')
  expect((await mailsTo(testApp, sso.email)).at(-1)?.text).toContain('Your company sign-in takes care of it.')
})

test('a member who joins after the activation gets no announcement: the invitation mentions it', async () => {
  await activated(net)
  const late = await member(net)
  await work(testApp)
  expect((await mailsTo(testApp, late.email)).filter(({ subject }) => /^Set up|requires/.test(subject))).toEqual([])
})

test('a deactivation stops the rest of an announcement', async () => {
  const quiet = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
  const big = await readyNetwork(quiet)
  await crowd(quiet, big.id, { count: 300 })
  await activated(big)
  await stoppedInFirstBatch(quiet)
  const begun = await quiet.connection.collection('outbox').countDocuments({ template: /^mandate-activated/ })
  expect(begun).toBeGreaterThan(0)
  expect(begun).toBeLessThan(301)
  await confirmIts(big.owner)
  await acts.deactivate(big.owner, big.id)
  await quiet.settle()
  const other = await startTestApp(inject('mongodbUri'), {
    clock: quiet.clock,
    database: quiet.connection.name,
    keyRing: quiet.keyRing,
  })
  await other.app.worker.runOnce()
  const outbox = quiet.connection.collection('outbox')
  expect(await outbox.countDocuments({ template: /^mandate-activated/ })).toBe(begun)
  expect(await outbox.countDocuments({ template: 'mandate-deactivated' })).toBe(301)
  await other.close()
}, 60_000)

test('a worker that runs only after the deadline asks no one to act by a past date', async () => {
  const quiet = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
  const late = await readyNetwork(quiet)
  const [email = ''] = await crowd(quiet, late.id, { count: 1 })
  await activated(late, 1)
  await later(quiet, 2 * HOUR)
  const subjects = (await mailsTo(quiet, email)).map(({ subject }) => subject)
  expect(subjects).toEqual(['You’ve been signed out of Acme'])
  await quiet.close()
})

test('a retry that an earlier version stored for the mandate begins its broadcasts', async () => {
  const net = await readyNetwork(testApp, 'Retried')
  await activated(net)
  await testApp.settle()
  const { connection, clock, app } = testApp
  const broadcasts = connection.collection('rounds')
  const logged = await connection.collection('audit_events').findOne({ networkId: net.id, type: 'mandate.activated' })
  const begun = await broadcasts.countDocuments({ networkId: net.id })
  await broadcasts.deleteMany({ networkId: net.id })
  await connection.collection<{ _id: string }>('event_retries').insertOne({
    _id: `${logged?._id}:mandate`,
    ...{ handler: 'mandate', event: logged?.event, state: 'waiting', dueAt: clock.now(), attempts: 1 },
  })
  await app.get(EventRetries).retryDue()
  expect(await broadcasts.countDocuments({ networkId: net.id })).toBe(begun)
  expect(begun).toBeGreaterThan(1)
})
