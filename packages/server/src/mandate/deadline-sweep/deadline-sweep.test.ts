import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, type NetworkUnderTest, outcomeOf } from '../../people/people.fixture.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import type { Person } from '../../testing/person.js'
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

const isSignedIn = async (person: Person) => (await person.browser.field('{ viewer { id } }')) !== null
const overdueEvents = async (app = testApp, networkId = net.id) => {
  await app.settle()
  return app.connection.collection('audit_events').find({ networkId, type: 'member.overdue' }).toArray()
}

test('at the deadline a member without 2FA is signed out, notified once, and listed in the audit log', async () => {
  const [ben, ready] = [await member(net), await member(net)]
  await ready.setUpApp()
  await activated(net)
  await later(testApp, 24 * HOUR)
  await work(testApp)
  expect(await isSignedIn(ben)).toBe(false)
  expect(await isSignedIn(ready)).toBe(true)
  const notices = (await mailsTo(testApp, ben.email)).filter(
    ({ subject }) => subject === 'You’ve been signed out of Acme',
  )
  expect(notices).toHaveLength(1)
  expect(notices[0]?.text).toContain('Your account and data are safe.')
  expect((await overdueEvents()).map(({ event }) => [event.email, event.actor.kind])).toEqual([[ben.email, 'system']])
  const passed = await testApp.connection
    .collection('audit_events')
    .countDocuments({ networkId: net.id, type: 'mandate.deadline_passed' })
  expect(passed).toBe(1)
})

test('a session stays if another network is open, a set-up is in progress, or it began after the deadline', async () => {
  const [elsewhere, settingUp, back] = [await member(net), await member(net), await member(net)]
  await putNetwork(testApp, [elsewhere], { name: 'Open' })
  await activated(net)
  testApp.clock.advance(24 * HOUR - 60_000)
  await settingUp.signIn()
  await settingUp.beginApp()
  const idle = testApp.browser()
  await settingUp.signIn(idle)
  testApp.clock.advance(60_000)
  // Signed in after the deadline by way of another network.
  await putNetwork(testApp, [back], { name: 'Open too' })
  await back.signIn()
  await back.browser.field('mutation { continueToOtherNetworks { __typename } }')
  await work(testApp)
  expect(await isSignedIn(elsewhere)).toBe(true)
  expect(await isSignedIn(settingUp)).toBe(true)
  expect(await idle.field('{ viewer { id } }')).toBeNull()
  expect(await isSignedIn(back)).toBe(true)
  expect(outcomeOf(await acts.open(elsewhere, net.slug))).toBe('TWO_FACTOR_SETUP_REQUIRED')
})

test('a set-up from before the deadline can be finished after it, with or without the sweep', async () => {
  const ben = await member(net)
  await activated(net)
  testApp.clock.advance(24 * HOUR - 60_000)
  await ben.signIn()
  const { setupId } = await ben.beginApp()
  await later(testApp, 2 * 60_000)
  expect(await ben.confirmApp(setupId, await ben.appCode())).toMatchObject({ __typename: 'TwoFactorSetUp' })
  expect(outcomeOf(await acts.open(ben, net.slug))).toBe('data')
})

test('G15: a deactivation during the sweep stops it, and restores no session', async () => {
  const quiet = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
  const big = await readyNetwork(quiet)
  await crowd(quiet, big.id, { count: 300 })
  const ben = await member(big)
  await activated(big)
  quiet.clock.advance(24 * HOUR)
  const broadcasts = quiet.connection.collection('rounds')
  await broadcasts.updateMany({ kind: { $ne: 'close' } }, { $unset: { dueAt: 1 } })
  await stoppedInFirstBatch(quiet)
  const closed = (await overdueEvents(quiet, big.id)).length
  expect(closed).toBeGreaterThan(0)
  expect(closed).toBeLessThan(300)
  await quiet.connection.collection('sessions').deleteMany({ accountId: (await accountOf(quiet, ben))._id })
  await big.owner.signIn()
  await big.owner.verify('AUTHENTICATOR_APP', await big.owner.appCode())
  await confirmIts(big.owner)
  expect(outcomeOf(await acts.deactivate(big.owner, big.id))).toBe('MandateDeactivated')
  const other = await startTestApp(inject('mongodbUri'), {
    clock: quiet.clock,
    database: quiet.connection.name,
    keyRing: quiet.keyRing,
  })
  await other.app.worker.runOnce()
  await other.settle()
  expect(await overdueEvents(quiet, big.id)).toHaveLength(closed)
  expect(await broadcasts.countDocuments({ kind: 'close', doneAt: null })).toBe(0)
  expect(await isSignedIn(ben)).toBe(false)
  expect(await quiet.connection.collection('outbox').countDocuments({ template: 'mandate-deadline-passed' })).toBe(
    closed,
  )
  await other.close()
}, 60_000)
