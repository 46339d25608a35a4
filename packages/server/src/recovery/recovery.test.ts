import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { AccountCollection } from '../accounts/account.model.js'
import { confirmIts } from '../mandate/mandate.fixture.js'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { type NetworkUnderTest, outcomeOf, acts as people } from '../people/people.fixture.js'
import { accountOf } from '../testing/network.js'
import type { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import {
  acts,
  alsoIn,
  atTheNewSetUp,
  cancelTokenFor,
  helped,
  mailboxCodeFor,
  mailsSaying,
  memberIdOf,
  protectedMember,
  requiringNetwork,
} from './recovery.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
let ada: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await requiringNetwork(testApp)
  ada = await protectedMember(net)
})
afterAll(() => testApp.close())

const auditOf = async (networkId: string) =>
  (
    await testApp.connection
      .collection('audit_events')
      .find({ networkId, type: /^member\.re_enrol/ })
      .sort({ at: 1 })
      .toArray()
  ).map(({ event }) => event)

test('a re-enrolled passkey replaces every earlier one, and the app', async () => {
  await (await ada.setUpPasskey('Lost')).setUpPasskey('Lost too')
  const lost = ada.passkeys.splice(0)
  await helped(net, ada)
  await acts.signIn(ada)
  await acts.use(ada.browser)
  await acts.prove(ada.browser, await mailboxCodeFor(ada))
  await ada.setUpPasskey('New')
  expect((await ada.viewer()).twoFactor.factors).toMatchObject([{ method: 'PASSKEY', label: 'New' }])
  await ada.signIn()
  const asked = await ada.askedOfPasskey()
  expect(await ada.verify('PASSKEY', lost[0]?.get(asked) ?? '')).toMatchObject({ __typename: 'InvalidCode' })
  expect(await ada.verifyByPasskey()).toMatchObject({ __typename: 'SignedIn' })
})

test('who lost everything is helped back in: password, mailbox, a new method in place of all', async () => {
  const [old, oldCode] = [ada.secret, ada.backupCodes[0] ?? '']
  await ada.setUpSms('+491701234592')
  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false, reEnrolmentAwaits: [] })
  await helped(net, ada)
  testApp.clock.advance(1_000)

  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: true, reEnrolmentAwaits: [] })
  expect(await acts.use(ada.browser)).toMatchObject({
    __typename: 'SetUpRequired',
    networks: [{ slug: net.slug }],
    otherNetworks: [],
    mailboxProofRequired: true,
    isReEnrolment: true,
  })
  expect(await acts.prove(ada.browser, await mailboxCodeFor(ada))).toMatchObject({ mailboxProofRequired: false })
  const { setupId } = await ada.beginApp()
  const confirmed = await ada.confirmApp(setupId, await ada.appCode())
  expect(confirmed).toMatchObject({
    __typename: 'TwoFactorSetUp',
    viewer: { twoFactor: { factors: [{ method: 'AUTHENTICATOR_APP' }], preferredMethod: 'AUTHENTICATOR_APP' } },
  })
  expect(confirmed.backupCodes.codes).toHaveLength(limits.backupCodes)
  expect(outcomeOf(await people.open(ada, net.slug))).toBe('data')

  await testApp.settle()
  expect(await mailsSaying(testApp, ada.email, 'You set up two-factor authentication again')).toHaveLength(1)
  expect((await auditOf(net.id)).map(({ type, email }) => [type, email])).toEqual([
    ['member.re_enrolment_granted', ada.email],
    ['member.re_enrolled', ada.email],
  ])
  // The old code of the app, the old phone and the old sheet are worth nothing.
  const now = ada.secret
  await ada.signIn()
  ada.secret = old
  testApp.clock.advance(30_000)
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'InvalidCode' })
  expect(await ada.verify('BACKUP_CODE', oldCode)).toMatchObject({ __typename: 'InvalidCode' })
  expect(await ada.signIn()).toMatchObject({ methods: ['AUTHENTICATOR_APP', 'BACKUP_CODE'] })
  ada.secret = now
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
})

test('until the new method is confirmed nothing of the old is gone', async () => {
  await helped(net, ada)
  const before = await accountOf(testApp, ada)
  const thief = testApp.browser()
  await atTheNewSetUp(ada, thief)
  const after = await accountOf(testApp, ada)
  expect([after.factors, after.backupCodes, after.epoch]).toEqual([before.factors, before.backupCodes, before.epoch])
  expect((await ada.viewer()).memberships[0]).toMatchObject({ standing: 'SATISFIED' })
  await ada.signIn()
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })
})

test('the person is warned by mail and by text, with what it means, why, and how to stop it', async () => {
  await ada.setUpSms('+491701234593')
  await helped(net, ada)
  const [mail, ...more] = await mailsSaying(
    testApp,
    ada.email,
    'has allowed you to set up two-factor authentication again',
  )
  expect(more).toEqual([])
  expect(mail?.subject).toBe(`${net.name} has allowed you to set up two-factor authentication again`)
  expect(mail?.text).toContain('Lost the phone; I called her')
  expect(mail?.text).toContain(`${net.owner.name} has allowed you`)
  const text = await ada.lastMessage(ada.phone ?? '')
  expect(text.text).toMatch(/^Twinlock: an admin has let you/)
  expect(text.text).not.toMatch(/http|Lost the phone|#token/)
  // Given again while it counts, it changes nothing and mails nobody.
  await helped(net, ada)
  expect(
    await mailsSaying(testApp, ada.email, 'has allowed you to set up two-factor authentication again'),
  ).toHaveLength(1)
})

test('the mailed link stops it once, signed out too; the Admins are notified', async () => {
  await helped(net, ada)
  testApp.clock.advance(1_000)
  const token = await cancelTokenFor(ada)
  const thief = testApp.browser()
  await atTheNewSetUp(ada, thief)
  const { setupId } = await ada.beginApp(thief)

  expect(await acts.cancel(testApp.browser(), token)).toMatchObject({
    __typename: 'ReEnrolmentCancelled',
    network: { slug: net.slug },
  })
  expect(await acts.cancel(testApp.browser(), token)).toMatchObject({ __typename: 'ReEnrolmentLinkExpired' })
  // What was begun with it ends with it.
  expect(await ada.confirmApp(setupId, await ada.appCode(), thief)).toMatchObject({ __typename: 'CodeExpired' })
  expect(await acts.use(thief)).toMatchObject({ __typename: 'SignInExpired' })
  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false })
  await testApp.settle()
  expect(await mailsSaying(testApp, net.owner.email, 'didn’t ask for help signing in')).toHaveLength(1)
  expect((await auditOf(net.id)).map(({ type }) => type)).toEqual([
    'member.re_enrolment_granted',
    'member.re_enrolment_cancelled',
  ])
})

test('an Admin reads in the log, once, that the mail which warns the person could not be delivered', async () => {
  const email = 'ada, or somebody@acme.example'
  await AccountCollection.on(testApp.connection).updateOne(
    { _id: (await accountOf(testApp, ada))._id },
    { $set: { email } },
  )
  await helped(net, ada)
  await testApp.settle()
  expect((await auditOf(net.id)).map(({ type, email }) => [type, email])).toEqual([
    ['member.re_enrolment_granted', email],
    ['member.re_enrolment_unwarned', email],
  ])
  const { security } = await net.owner.browser.field(
    `{ network(slug: "${net.slug}") { security { auditLog(first: 1) { edges { node { actorKind words } } } } } }`,
  )
  expect(security.auditLog.edges).toEqual([
    {
      node: { actorKind: 'SYSTEM', words: `The email that warns ${email} about the new set-up couldn’t be delivered` },
    },
  ])
})

test('a grant needs the agreement of every network with a mandate; the Admin does not learn which', async () => {
  const other = await alsoIn(testApp, ada, 'Beta')
  await confirmIts(net.owner)
  const first = await acts.grant(net.owner, net.id, await memberIdOf(net, ada))
  expect(first.data.grantReEnrolment).toMatchObject({ othersHaveToAgree: true })
  expect(JSON.stringify(first)).not.toContain('Beta')
  await testApp.settle()
  expect((await mailsSaying(testApp, ada.email, 'An admin of Beta has to agree first'))[0]?.subject).toContain('Acme')
  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false, reEnrolmentAwaits: [{ name: 'Beta' }] })
  expect(await acts.use(ada.browser)).toMatchObject({ __typename: 'SecondStepRequired' })

  await confirmIts(other.owner)
  const second = await acts.grant(other.owner, other.id, await memberIdOf(other, ada))
  expect(second.data.grantReEnrolment).toMatchObject({ othersHaveToAgree: false })
  testApp.clock.advance(1_000)
  await atTheNewSetUp(ada)
  const { setupId } = await ada.beginApp()
  expect(await ada.confirmApp(setupId, await ada.appCode())).toMatchObject({ __typename: 'TwoFactorSetUp' })
  await testApp.settle()
  for (const { id } of [net, other]) expect((await auditOf(id)).at(-1)).toMatchObject({ type: 'member.re_enrolled' })
})

test('it works for a day, to the millisecond', async () => {
  await helped(net, ada)
  const { reEnrolmentGrants = [] } = await accountOf(testApp, ada)
  testApp.clock.set(new Date((reEnrolmentGrants[0]?.expiresAt.getTime() ?? 0) - 1))
  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: true })
  testApp.clock.advance(1)
  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false })
  expect(await acts.use(ada.browser)).toMatchObject({ __typename: 'SecondStepRequired' })
  expect(await acts.cancel(testApp.browser(), await cancelTokenFor(ada))).toMatchObject({
    __typename: 'ReEnrolmentLinkExpired',
  })
  // And then it can be granted again.
  await net.owner.signIn()
  await net.owner.verify('AUTHENTICATOR_APP', await net.owner.appCode())
  await helped(net, ada)
  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: true })
})

test('what an Admin needs: a reason, a member with a second step, and not too many grants', async () => {
  const memberId = await memberIdOf(net, ada)
  await confirmIts(net.owner)
  const fieldsOf = async (reason: string) =>
    (await acts.grant(net.owner, net.id, memberId, reason)).data.grantReEnrolment.fields?.map(
      ({ field }: { field: string }) => field,
    )
  expect(await fieldsOf('  ')).toEqual(['reason'])
  expect(await fieldsOf('x'.repeat(301))).toEqual(['reason'])

  for (let given = 0; given < 3; given += 1) {
    await helped(net, ada)
    await acts.cancel(ada.browser, await cancelTokenFor(ada))
  }
  await confirmIts(net.owner)
  expect((await acts.grant(net.owner, net.id, memberId)).data.grantReEnrolment).toMatchObject({
    __typename: 'TooManyAttempts',
  })
})

test('without two-factor authentication, or by company sign-in alone, there is nothing to re-enrol', async () => {
  const accounts = testApp.connection.collection<{ _id: string }>('accounts')
  const memberId = await memberIdOf(net, ada)
  const { _id, passwordHash } = await accountOf(testApp, ada)
  await confirmIts(net.owner)
  await accounts.updateOne({ _id }, { $set: { passwordHash: null } })
  expect(outcomeOf(await acts.grant(net.owner, net.id, memberId))).toBe('MemberUsesCompanySignIn')
  await accounts.updateOne({ _id }, { $set: { passwordHash, factors: { app: null, sms: null } } })
  expect(outcomeOf(await acts.grant(net.owner, net.id, memberId))).toBe('MemberHasNoTwoFactor')
})

test('a text that cannot be sent stops neither the help nor the mail, and takes its place in the budget', async () => {
  ada.phone = '+491701234597'
  await ada.setUpSms(ada.phone)
  const { _id } = await accountOf(testApp, ada)
  const accounts = testApp.connection.collection<{ _id: string }>('accounts')
  const warnings = async () =>
    (await testApp.app.get(CapturedMessagesStore).list(['sms'])).filter(
      ({ to, text }) => to === ada.phone && /admin/.test(text),
    )
  const texts = async () =>
    (await testApp.app.get(CapturedMessagesStore).list(['sms'])).filter(({ to }) => to === ada.phone)

  await helped(net, ada)
  expect(await warnings()).toHaveLength(1)
  await acts.cancel(ada.browser, await cancelTokenFor(ada))
  // Three more texts, with the one of the set-up and the warning, are the five of an hour.
  await ada.reauthenticate({ password: ada.password, method: 'BACKUP_CODE', code: ada.backupCodes[0] ?? '' })
  for (let text = (await texts()).length; text < 5; text += 1) {
    await ada.signIn()
    await ada.browser.field('mutation { sendSignInCode { __typename } }')
  }
  await helped(net, ada)
  expect(await warnings()).toHaveLength(1)
  await acts.cancel(ada.browser, await cancelTokenFor(ada))

  await accounts.updateOne({ _id }, { $set: { 'factors.sms.sealedNumber': 'broken' } })
  await helped(net, ada)
  expect(
    await mailsSaying(testApp, ada.email, 'has allowed you to set up two-factor authentication again'),
  ).toHaveLength(3)
  expect(testApp.logs()).toContain('The warning by text could not be sent')
})

test('where a provider alone opens every network of theirs, it is the provider that helps', async () => {
  await helped(net, ada)
  const networks = testApp.connection.collection<{ _id: string }>('networks')
  const sso = {
    issuer: 'https://idp.acme.example',
    requiredFrom: testApp.clock.now(),
    endsAt: null,
    workedAt: testApp.clock.now(),
  }
  await networks.updateOne({ _id: net.id }, { $set: { sso } })
  expect(await acts.signIn(ada)).toEqual({
    __typename: 'SecondStepRequired',
    reEnrolmentOffered: false,
    reEnrolmentFrom: null,
    reEnrolmentAwaits: [],
  })
  expect(await acts.use(ada.browser)).toMatchObject({ __typename: 'SecondStepRequired' })
})
