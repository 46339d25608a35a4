import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { NetworkStore } from '../../networks/network.store.js'
import { member, type NetworkUnderTest, network, outcomeOf } from '../../people/people.fixture.js'
import { newPerson } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, mailsTo, readyNetwork, setPlan } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

const isMandatory = async () => (await testApp.app.get(NetworkStore).byId(net.id))?.mandate ?? null

test('an Admin activates it, and every member, including the Admin, is notified once', async () => {
  const ben = await member(net)
  await confirmIts(net.owner)
  const at = testApp.clock.now()
  const { data } = await acts.activate(net.owner, net.id)
  expect(data.activateMandatoryTwoFactor).toMatchObject({
    __typename: 'MandateActivated',
    notified: 2,
    security: {
      mandatory: {
        activatedAt: at.toISOString(),
        activatedBy: net.owner.name,
        deadline: new Date(at.getTime() + 24 * HOUR).toISOString(),
      },
      coverage: { total: 2, withTwoFactor: 1, authenticatorApp: 1, sms: 0, passkey: 0, sso: 0, without: 1 },
    },
  })
  await testApp.settle()
  expect((await mailsTo(testApp, ben.email)).at(-1)?.subject).toMatch(/^Set up two-factor authentication for Acme by /)
  expect((await mailsTo(testApp, net.owner.email)).at(-1)?.subject).toMatch(/now requires .* You’re all set$/)
})

test('G01: members, guests, strangers and the signed-out require nothing', async () => {
  for (const role of ['MEMBER', 'GUEST'] as const) {
    expect(outcomeOf(await acts.activate(await member(net, role), net.id, 0)), role).toBe('FORBIDDEN')
  }
  const stranger = (await readyNetwork(testApp, 'Other')).owner
  expect(outcomeOf(await acts.activate(stranger, net.id))).toBe('NOT_FOUND')
  expect(outcomeOf(await acts.activate(newPerson(testApp), net.id))).toBe('UNAUTHENTICATED')
  const half = newPerson(testApp, 'half')
  half.browser.cookies.set('twinlock_ticket', 'A'.repeat(43))
  expect(outcomeOf(await acts.activate(half, net.id))).toBe('UNAUTHENTICATED')
  expect(await isMandatory()).toBeNull()
})

test('G01: refusals come in the order of the contract, whatever else is wrong as well', async () => {
  const poor = await network(testApp, 'Poor')
  testApp.clock.advance(6 * 60_000)
  // Wrong hours, FREE, no second step, nothing fresh: each is fixed in turn.
  expect(outcomeOf(await acts.activate(poor.owner, poor.id, 0))).toBe('InvalidInput')
  expect(outcomeOf(await acts.activate(poor.owner, poor.id, 721))).toBe('InvalidInput')
  const plan = await acts.activate(poor.owner, poor.id, 720)
  expect(plan.data.activateMandatoryTwoFactor).toMatchObject({
    __typename: 'PlanUpgradeRequired',
    currentPlan: 'FREE',
    requiredPlan: 'PRO',
  })
  await setPlan(testApp, poor, 'ENTERPRISE')
  expect(outcomeOf(await acts.activate(poor.owner, poor.id, 1))).toBe('OwnTwoFactorRequired')
  await poor.owner.reauthenticate({ password: poor.owner.password })
  await poor.owner.setUpApp()
  testApp.clock.advance(6 * 60_000)
  const stale = await acts.activate(poor.owner, poor.id, 1)
  expect(stale.errors?.[0]?.extensions).toMatchObject({
    code: 'REAUTHENTICATION_REQUIRED',
    needs: ['PASSWORD', 'SECOND_STEP'],
  })
  await confirmIts(poor.owner)
  expect(outcomeOf(await acts.activate(poor.owner, poor.id, 1))).toBe('MandateActivated')
})

test('activating it again returns the existing mandate on any plan, and sends no email', async () => {
  const ben = await member(net)
  const { security } = await activated(net)
  const before = (await mailsTo(testApp, ben.email)).length
  await setPlan(testApp, net, 'FREE')
  testApp.clock.advance(HOUR)
  const again = await acts.activate(net.owner, net.id, 0)
  expect(again.data.activateMandatoryTwoFactor).toMatchObject({
    notified: 0,
    security: { mandatory: security.mandatory },
  })
  await testApp.settle()
  expect(await mailsTo(testApp, ben.email)).toHaveLength(before)
})

test('two Admins at the same moment make one activation, and every member is mailed once', async () => {
  const ben = await member(net)
  await confirmIts(net.owner)
  const answers = await Promise.all(Array.from({ length: 8 }, () => acts.activate(net.owner, net.id)))
  const activations = answers.map(({ data }) => data.activateMandatoryTwoFactor)
  expect(activations.map(({ notified }) => notified).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2])
  expect(new Set(activations.map(({ security }) => security.mandatory.activatedAt)).size).toBe(1)
  await testApp.settle()
  expect((await mailsTo(testApp, ben.email)).filter(({ subject }) => subject.startsWith('Set up'))).toHaveLength(1)
  const events = testApp.connection.collection('audit_events')
  expect(await events.countDocuments({ networkId: net.id, type: 'mandate.activated' })).toBe(1)
})

test('an Admin turns it off: all members are notified, it is logged, and a second time nothing happens', async () => {
  const ben = await member(net)
  await activated(net)
  testApp.clock.advance(6 * 60_000)
  expect(outcomeOf(await acts.deactivate(ben, net.id))).toBe('FORBIDDEN')
  expect(outcomeOf(await acts.deactivate(net.owner, net.id))).toBe('REAUTHENTICATION_REQUIRED')
  await confirmIts(net.owner)
  const off = await acts.deactivate(net.owner, net.id)
  expect(off.data.deactivateMandatoryTwoFactor.security.mandatory).toBeNull()
  await testApp.settle()
  const last = (await mailsTo(testApp, ben.email)).at(-1)
  expect(last?.subject).toBe('Acme no longer requires two-factor authentication')
  const mails = (await mailsTo(testApp, ben.email)).length
  testApp.clock.advance(6 * 60_000)
  expect(outcomeOf(await acts.deactivate(net.owner, net.id))).toBe('MandateDeactivated')
  await testApp.settle()
  expect(await mailsTo(testApp, ben.email)).toHaveLength(mails)
})

test('the requirement stays in force after a downgrade; turning it on again requires the plan', async () => {
  await activated(net)
  await setPlan(testApp, net, 'FREE')
  await confirmIts(net.owner)
  expect(await isMandatory()).not.toBeNull()
  expect(outcomeOf(await acts.deactivate(net.owner, net.id))).toBe('MandateDeactivated')
  expect(outcomeOf(await acts.activate(net.owner, net.id))).toBe('PlanUpgradeRequired')
})

test('an Admin chooses a date as the deadline: it applies to everyone and replaces the hours', async () => {
  const activate = (deadline: Date, graceHours = 24) =>
    net.owner.browser.field(
      `mutation($input: ActivateMandatoryTwoFactorInput!) { activateMandatoryTwoFactor(input: $input) {
        __typename
        ... on MandateActivated { security { mandatory { deadline } } }
        ... on InvalidInput { fields { field } }
      } }`,
      { input: { networkId: net.id, graceHours, deadline: deadline.toISOString(), timeZone: 'Europe/Berlin' } },
    )
  const now = testApp.clock.now().getTime()
  for (const wrong of [now - 1, now + HOUR - 60_001, now + 720 * HOUR + 1])
    expect(await activate(new Date(wrong))).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ field: 'deadline' }],
    })
  expect(await isMandatory()).toBeNull()
  await confirmIts(net.owner)
  const friday = new Date(now + 53 * HOUR + 123)
  expect(await activate(friday, 0)).toMatchObject({ security: { mandatory: { deadline: friday.toISOString() } } })
  expect((await isMandatory())?.deadline).toEqual(friday)
})
