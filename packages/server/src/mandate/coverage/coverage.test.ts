import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, memberIdOf, type NetworkUnderTest, acts as people } from '../../people/people.fixture.js'
import { atTheNewSetUp, helped } from '../../recovery/recovery.fixture.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { activated, acts, confirmIts, crowd, later, readyNetwork, work } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

const coverage = async () => {
  const { data } = await acts.security(
    net.owner,
    net.slug,
    'coverage { total withTwoFactor authenticatorApp sms passkey sso without }',
  )
  return data.network.security.coverage
}

test('the counts include a set-up, a join or a departure at once', async () => {
  const ben = await member(net)
  expect(await coverage()).toMatchObject({ total: 2, withTwoFactor: 1, without: 1 })
  await ben.setUpApp()
  expect(await coverage()).toMatchObject({ total: 2, withTwoFactor: 2, authenticatorApp: 2, without: 0 })
  await ben.setUpSms('+14155550177')
  expect(await coverage()).toMatchObject({ withTwoFactor: 2, authenticatorApp: 2, sms: 1 })
  await (await ben.setUpPasskey()).setUpPasskey()
  expect(await coverage()).toMatchObject({ withTwoFactor: 2, authenticatorApp: 2, sms: 1, passkey: 1 })
  const { data } = await acts.security(net.owner, net.slug, 'members { edges { node { email methods } } }')
  const nodes = data.network.security.members.edges.map(({ node }: { node: { email: string } }) => node)
  expect(nodes).toContainEqual({ email: ben.email, methods: ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'] })
  await people.remove(net.owner, net.id, await memberIdOf(net, ben))
  expect(await coverage()).toMatchObject({ total: 1, withTwoFactor: 1, sms: 0, passkey: 0 })
})

test('the preview shows who would be emailed, who has to act, including guests and invitations, and the deadline', async () => {
  await member(net, 'GUEST')
  await member(net)
  await people.invite(net.owner, net.id, 'invited@example.org')
  const { data } = await acts.security(
    net.owner,
    net.slug,
    'preview(graceHours: 48) { mailed withoutTwoFactor guestsWithout companySignIn pendingInvitations deadline isOwnTwoFactorMissing }',
  )
  expect(data.network.security.preview).toEqual({
    mailed: 3,
    withoutTwoFactor: 2,
    guestsWithout: 1,
    companySignIn: 0,
    pendingInvitations: 1,
    deadline: new Date(testApp.clock.now().getTime() + 48 * HOUR).toISOString(),
    isOwnTwoFactorMissing: false,
  })
})

test('coverage over time has one point per hour, the last of that hour', async () => {
  const points = async () => {
    const { data } = await acts.security(net.owner, net.slug, 'coverageHistory { at total withTwoFactor sso without }')
    return data.network.security.coverageHistory.map(
      ({ total, withTwoFactor }: { total: number; withTwoFactor: number }) => [total, withTwoFactor],
    )
  }
  testApp.clock.set(new Date(Math.ceil(testApp.clock.now().getTime() / HOUR) * HOUR))
  await confirmIts(net.owner)
  const ben = await member(net)
  await work(testApp)
  await member(net)
  await work(testApp)
  expect(await points()).toEqual([[3, 1]])
  await later(testApp, HOUR)
  await ben.signIn()
  await ben.setUpApp()
  await work(testApp)
  expect(await points()).toEqual([
    [3, 1],
    [3, 2],
  ])
})

test('above a thousand members the stored count answers, the worker repairs it, and a set-up is added to it', async () => {
  await crowd(testApp, net.id, { count: 1_100 })
  const ben = await member(net)
  expect(await coverage()).toMatchObject({ total: 1_102, withTwoFactor: 1 })
  const kept = testApp.connection.collection<{ _id: string }>('coverage')
  await kept.updateOne({ _id: net.id }, { $set: { counts: [{ protection: 0, isGuest: false, count: 7_000 }] } })
  expect(await coverage()).toMatchObject({ total: 7_000 })
  await ben.setUpApp()
  await work(testApp)
  expect(await coverage()).toMatchObject({ total: 1_102, withTwoFactor: 2 })
  await activated(net)
  expect(await coverage()).toMatchObject({ total: 1_102, without: 1_100 })
  await helped(net, ben)
  await atTheNewSetUp(ben)
  await ben.setUpSms('+14155550188')
  await work(testApp)
  expect(await coverage()).toMatchObject({ authenticatorApp: 1, sms: 1 })
})
