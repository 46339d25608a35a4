import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { confirmIts, readyNetwork } from '../mandate/mandate.fixture.js'
import { join, type NetworkUnderTest, outcomeOf, acts as people } from '../people/people.fixture.js'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { refused } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import {
  acts,
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
let memberId: string
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await requiringNetwork(testApp)
  ada = await protectedMember(net)
  memberId = await memberIdOf(net, ada)
})
afterAll(() => testApp.close())

const BEGIN = 'mutation { beginAuthenticatorSetup { __typename } }'
const grantsOf = async (person: Person) => (await accountOf(testApp, person)).reEnrolmentGrants ?? []
const admin = async () => {
  const bob = await protectedMember(net, 'ADMIN')
  await confirmIts(bob)
  return bob
}

describe('an attacker who persuades an Admin', () => {
  test('H01 an Admin of another network reaches nobody here, by whatever pair of ids', async () => {
    const other = await requiringNetwork(testApp, 'Beta')
    await confirmIts(other.owner)
    const account = memberId.slice(net.id.length + 1)
    for (const [networkId, id] of [
      [net.id, memberId],
      [other.id, memberId],
      [other.id, `${other.id}:${account}`],
      [other.id, account],
      [other.id, ''],
    ] as const)
      expect(outcomeOf(await acts.grant(other.owner, networkId, id)), `${networkId} ${id}`).toBe('NOT_FOUND')
    expect(await grantsOf(ada)).toEqual([])
  })

  test('H03 nobody helps themselves; a member and a guest help nobody; an ADMIN helps no OWNER', async () => {
    const bob = await admin()
    const guest = await protectedMember(net, 'GUEST')
    for (const person of [ada, guest]) {
      await confirmIts(person)
      expect(outcomeOf(await acts.grant(person, net.id, await memberIdOf(net, net.owner)))).toBe('FORBIDDEN')
    }
    expect(outcomeOf(await acts.grant(bob, net.id, await memberIdOf(net, bob)))).toBe('FORBIDDEN')
    expect(outcomeOf(await acts.grant(bob, net.id, await memberIdOf(net, net.owner)))).toBe('FORBIDDEN')
    expect(outcomeOf(await acts.grant(bob, net.id, memberId))).toBe('ReEnrolmentGranted')
  })

  test('a session left open has to confirm who it is', async () => {
    await confirmIts(net.owner)
    testApp.clock.advance(limits.freshEvidence)
    expect(outcomeOf(await acts.grant(net.owner, net.id, memberId))).toBe('REAUTHENTICATION_REQUIRED')
    expect(await grantsOf(ada)).toEqual([])
  })

  test('a grant is void once its granter has lost the role or left', async () => {
    const bob = await admin()
    await helped(net, ada, bob)
    const thief = testApp.browser()
    await atTheNewSetUp(ada, thief)
    const { setupId } = await ada.beginApp(thief)
    await confirmIts(net.owner)
    await people.changeRole(net.owner, net.id, await memberIdOf(net, bob), 'MEMBER')
    expect(await ada.confirmApp(setupId, await ada.appCode(), thief)).toMatchObject({ __typename: 'CodeExpired' })
    expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false })
    await people.remove(net.owner, net.id, await memberIdOf(net, bob))
    expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false })
  })

  test('the grant of an ADMIN is void once the member is an OWNER', async () => {
    await helped(net, ada, await admin())
    await confirmIts(net.owner)
    await people.changeRole(net.owner, net.id, memberId, 'OWNER')
    expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false })
  })
})

describe('an attacker with the password, the mailbox and a network of their own', () => {
  let trap: NetworkUnderTest
  let victim: Person
  beforeEach(async () => {
    trap = await readyNetwork(testApp, 'Trap')
    victim = await (await newPerson(testApp, 'victim').signUp()).setUpApp()
    await join(trap, victim, 'GUEST')
  })
  const offered = async () => (await acts.signIn(victim)).reEnrolmentOffered

  test('waits a day, in which the owner is warned and can stop it', async () => {
    await helped(trap, victim)
    const from = new Date(testApp.clock.now().getTime() + limits.reEnrolmentCooling)
    const step = await acts.signIn(victim)
    expect(step.reEnrolmentOffered).toBe(false)
    expect(new Date(step.reEnrolmentFrom).getTime()).toBeLessThanOrEqual(from.getTime())
    expect(await acts.use(victim.browser)).toMatchObject({ __typename: 'SecondStepRequired' })
    const [mail] = await mailsSaying(testApp, victim.email, 'You can’t use it for the first day')
    expect(mail?.text).toContain('Available from')
    testApp.clock.set(new Date(new Date(step.reEnrolmentFrom).getTime() - 1))
    expect(await offered()).toBe(false)
    expect(await acts.cancel(testApp.browser(), await cancelTokenFor(victim))).toMatchObject({
      __typename: 'ReEnrolmentCancelled',
    })
    testApp.clock.advance(1)
    expect(await offered()).toBe(false)
  })

  test('a grant that nobody stops is valid for one more day, and no longer', async () => {
    await helped(trap, victim)
    const { expiresAt } = (await grantsOf(victim))[0] ?? { expiresAt: new Date(0) }
    testApp.clock.advance(limits.reEnrolmentCooling)
    expect(await offered()).toBe(true)
    testApp.clock.set(expiresAt)
    expect(await offered()).toBe(false)
  })

  test('the network that owns the domain of the address helps at once; a claim that is not proved does not', async () => {
    const domain = victim.email.split('@')[1] ?? ''
    const networks = testApp.connection.collection<{ _id: string }>('networks')
    const claim = { name: domain, token: 'T', claimedAt: testApp.clock.now(), provedAt: null, missingSince: null }
    await networks.updateOne({ _id: trap.id }, { $set: { ssoDomains: [claim] } })
    await helped(trap, victim)
    expect(await offered()).toBe(false)
    await networks.updateOne({ _id: trap.id }, { $set: { 'ssoDomains.0.provedAt': testApp.clock.now() } })
    expect(await offered()).toBe(true)
  })
})

describe('an attacker who finds a grant', () => {
  beforeEach(() => helped(net, ada))

  test('without the password there is no sign-in to use it in', async () => {
    const thief = testApp.browser()
    expect(await acts.use(thief)).toMatchObject({ __typename: 'SignInExpired' })
    await thief.field('mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', {
      input: { email: ada.email, password: 'not the password' },
    })
    expect(await acts.use(thief)).toMatchObject({ __typename: 'SignInExpired' })
  })

  test('the password alone sets nothing up: first it is used, then the mailbox is proved', async () => {
    const thief = testApp.browser()
    await acts.signIn(ada, thief)
    expect((await thief.ask(BEGIN)).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect((await thief.ask('mutation { sendMailboxCode { __typename } }')).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    )
    await acts.use(thief)
    expect((await thief.ask(BEGIN)).errors?.[0]?.extensions).toMatchObject({
      code: 'REAUTHENTICATION_REQUIRED',
      needs: ['MAILBOX'],
    })
    await refused(testApp, thief, () => acts.prove(thief, '000000'))
    expect(await thief.field('mutation { continueToOtherNetworks { __typename } }')).toMatchObject({
      __typename: 'SetUpRequired',
    })
    expect((await thief.ask('{ viewer { id } }')).data.viewer).toBeNull()
  })

  test('a password that was chosen by mailed link since does not go with it: the mailbox alone is not enough', async () => {
    const thief = testApp.browser()
    await thief.field('mutation($email: String!) { requestPasswordReset(email: $email) { __typename } }', {
      email: ada.email,
    })
    const { text } = await ada.lastMessage()
    const token = text.match(/reset-password#token=(\S+)/)?.[1]
    await thief.field('mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }', {
      input: { token, password: 'the thief chose this one' },
    })
    const signedIn = await thief.field(
      'mutation($input: SignInInput!) { signIn(input: $input) { __typename ... on SecondStepRequired { reEnrolmentOffered } } }',
      { input: { email: ada.email, password: 'the thief chose this one' } },
    )
    expect(signedIn).toEqual({ __typename: 'SecondStepRequired', reEnrolmentOffered: false })
    expect(await acts.use(thief)).toMatchObject({ __typename: 'SecondStepRequired' })
  })

  test('used twice at once it has one winner', async () => {
    const browsers = [testApp.browser(), testApp.browser()]
    const setUps: { setupId: string; secret: string | null }[] = []
    for (const browser of browsers) {
      await atTheNewSetUp(ada, browser)
      testApp.clock.advance(limits.resendCooldown)
    }
    // Each set-up of the app takes the place of the one before, so the second uses a phone.
    const { setupId } = await ada.beginApp(browsers[0])
    setUps.push({ setupId, secret: ada.secret })
    ada.phone = '+491701234594'
    const sms = await ada.beginSms(ada.phone, browsers[1])
    const [appCode, smsCode] = [await ada.appCode(), await ada.textedCode()]
    // The winner's set-up ends every other sign-in, which may find out at any point.
    const orOver = (outcome: Promise<{ __typename: string }>) =>
      outcome.catch((error: Error) => expect(error.message).toMatch(/^UNAUTHENTICATED: /))
    const outcomes = await Promise.all([
      orOver(ada.confirmApp(setupId, appCode, browsers[0])),
      orOver(ada.confirmSms(sms.setupId, smsCode, browsers[1])),
    ])
    expect(outcomes.filter((outcome) => outcome?.__typename === 'TwoFactorSetUp')).toHaveLength(1)
    const { factors } = await accountOf(testApp, ada)
    expect([factors.app, factors.sms].filter(Boolean)).toHaveLength(1)
    expect(await grantsOf(ada)).toEqual([])
  })

  test('the same confirming code at once, fifty times, gives one session and one sheet', async () => {
    await atTheNewSetUp(ada)
    const { setupId } = await ada.beginApp()
    const code = await ada.appCode()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        ada.browser.ask(
          `mutation($input: ConfirmSetupInput!) { confirmAuthenticatorSetup(input: $input) { __typename } }`,
          { input: { setupId, code } },
        ),
      ),
    )
    expect(answers.filter((answer) => outcomeOf(answer) === 'TwoFactorSetUp')).toHaveLength(1)
  })

  test('J03 earlier sessions, sign-ins and trusted browsers end', async () => {
    const elsewhere = testApp.browser()
    await ada.signIn(elsewhere)
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), elsewhere)
    const half = testApp.browser()
    await ada.signIn(half)
    await atTheNewSetUp(ada)
    testApp.clock.advance(30_000)
    const { setupId } = await ada.beginApp()
    expect(await ada.confirmApp(setupId, await ada.appCode())).toMatchObject({ __typename: 'TwoFactorSetUp' })
    expect(await ada.viewer(elsewhere)).toBeNull()
    expect(await half.field('{ signInProgress { __typename } }')).toBeNull()
    expect(await acts.cancel(ada.browser, await cancelTokenFor(ada))).toMatchObject({
      __typename: 'ReEnrolmentLinkExpired',
    })
    expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false })
  })

  test('a re-enrolling sign-in takes no code of the old second step', async () => {
    await acts.signIn(ada)
    await acts.use(ada.browser)
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SetUpRequired' })
  })

  test('a link that was guessed, cut, or belongs to another grant takes nothing back', async () => {
    const token = await cancelTokenFor(ada)
    const [id, digest = ''] = token.split('.')
    for (const guess of [
      '',
      'x',
      id ?? '',
      `${id}.`,
      `${id}.${'A'.repeat(43)}`,
      `rgr_${'A'.repeat(20)}.${digest}`,
      `${token}x`,
    ])
      expect(await acts.cancel(testApp.browser(), guess), guess).toMatchObject({ __typename: 'ReEnrolmentLinkExpired' })
    expect(await grantsOf(ada)).toHaveLength(1)
  })

  test('L13 the database and the log do not hold what would take it back', async () => {
    const [, digest = ''] = (await cancelTokenFor(ada)).split('.')
    const stored = await Promise.all(
      ['accounts', 'audit_events', 'outbox', 'memberships'].map((name) =>
        testApp.connection.collection(name).find().toArray(),
      ),
    )
    expect(digest).toHaveLength(43)
    expect(JSON.stringify(stored)).not.toContain(digest)
    expect(testApp.logs()).not.toContain(digest)
  })
})

describe('a locked second step', () => {
  test('is locked here too: ten wrong codes in a row wait, whatever an Admin said', async () => {
    await helped(net, ada)
    for (let guess = 0; guess < limits.guessesInARow; guess += 1) {
      if (guess % limits.guessesPerCode === 0) await acts.signIn(ada)
      await ada.verify('AUTHENTICATOR_APP', '000000')
    }
    await acts.signIn(ada)
    expect(await acts.use(ada.browser)).toMatchObject({ __typename: 'TooManyAttempts' })
    testApp.clock.advance(limits.guessLock)
    await acts.signIn(ada)
    expect(await acts.use(ada.browser)).toMatchObject({ __typename: 'SetUpRequired' })
  })

  test('a hundred wrong codes are not laundered: the count survives a re-enrolment', async () => {
    const at = testApp.clock.now()
    const recent = Array.from({ length: limits.guessesInAll - 1 }, (_, n) => ({ id: `guess_${n}`, at }))
    await testApp.connection
      .collection<{ _id: string }>('accounts')
      .updateOne({ _id: (await accountOf(testApp, ada))._id }, { $set: { 'attempts.recent': recent } })
    await helped(net, ada)
    await atTheNewSetUp(ada)
    const { setupId } = await ada.beginApp()
    expect(await ada.confirmApp(setupId, await ada.appCode())).toMatchObject({ __typename: 'TwoFactorSetUp' })
    expect((await accountOf(testApp, ada)).attempts.recent).toHaveLength(limits.guessesInAll - 1)
    await ada.signIn()
    await ada.verify('AUTHENTICATOR_APP', '000000')
    expect(await ada.verify('AUTHENTICATOR_APP', '000001')).toMatchObject({ __typename: 'TooManyAttempts' })
    // Neither can it be gone around: only a password by mailed link lifts it, and that ends the word of the networks.
    await acts.signIn(ada)
    expect(await acts.use(ada.browser)).toMatchObject({ __typename: 'SecondStepRequired' })
  })
})

test('a network that the person founded to help themselves weakens no other that requires it', async () => {
  const friend = await (await newPerson(testApp).signUp()).setUpApp()
  const own = await people.create(friend, { name: 'Own' })
  const theirs = { ...own.network, owner: friend }
  await join(theirs, ada)
  await helped(theirs, ada, friend)
  expect(await acts.signIn(ada)).toMatchObject({ reEnrolmentOffered: false, reEnrolmentAwaits: [{ name: net.name }] })
  expect(await acts.use(ada.browser)).toMatchObject({ __typename: 'SecondStepRequired' })
  expect(await mailboxCodeFor(ada).catch(() => null)).toBeNull()
})
