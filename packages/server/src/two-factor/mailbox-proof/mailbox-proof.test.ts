import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { Jobs } from '../../platform/jobs/jobs.js'
import { putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const SEND = `mutation { sendMailboxCode {
  __typename ... on CodeSent { sentTo expiresAt resendAvailableAt } ... on SendCodeTooSoon { retryAt } ... on TooManyAttempts { retryAt }
} }`
const BEGIN = 'mutation { beginAuthenticatorSetup { __typename } }'
const send = (browser: TestBrowser) => browser.field(SEND)
const prove = (person: Person, code: string, browser = person.browser) =>
  browser.field(
    `mutation($code: String!) { proveMailbox(code: $code) {
      __typename
      ... on SetUpRequired { mailboxProofRequired expiresAt }
      ... on InvalidCode { attemptsLeft }
      ... on TooManyAttempts { retryAt remedy }
    } }`,
    { code },
  )
const begin = async (browser: TestBrowser) => {
  const { data, errors } = await browser.ask(BEGIN)
  return errors ? errors[0]?.extensions : data.beginAuthenticatorSetup
}
const asked = { code: 'REAUTHENTICATION_REQUIRED', needs: ['MAILBOX'] }
const later = (ms: number) => new Date(testApp.clock.now().getTime() + ms).toISOString()

async function overdue(): Promise<Person> {
  const ada = await newPerson(testApp).signUp()
  await putNetwork(testApp, [ada], { deadlineIn: -1 })
  return ada
}

describe('during a sign-in', () => {
  test('a password thief comes no further than the mailbox', async () => {
    const ada = await overdue()
    const thief = testApp.browser()
    expect(await ada.signIn(thief)).toMatchObject({ __typename: 'SetUpRequired', mailboxProofRequired: true })
    expect(await begin(thief)).toMatchObject(asked)
    expect(await refused(testApp, thief, () => prove(ada, '000000', thief))).toMatchObject({ attemptsLeft: 4 })
  })

  test('the mailed code gives the set-up sixty minutes, and its first factor signs in', async () => {
    const ada = await overdue()
    await ada.signIn()
    const code = await ada.mailedCode()
    expect(await refused(testApp, ada.browser, () => prove(ada, code))).toEqual({
      __typename: 'SetUpRequired',
      mailboxProofRequired: false,
      expiresAt: later(limits.setUpLifetime),
    })
    testApp.clock.advance(limits.setUpLifetime - 1)
    const { setupId } = await ada.beginApp()
    const confirmed = await ada.confirmApp(setupId, await ada.appCode())
    expect(confirmed).toMatchObject({
      __typename: 'TwoFactorSetUp',
      viewer: { memberships: [{ standing: 'SATISFIED' }] },
    })
    expect(await ada.viewer()).toMatchObject({ email: ada.email })
  })

  test('after five wrong codes the right one is refused too, and beginning again is what helps', async () => {
    const ada = await overdue()
    await ada.signIn()
    const code = await ada.mailedCode()
    for (const attemptsLeft of [4, 3, 2, 1, 0])
      expect(await prove(ada, code === '000000' ? '000001' : '000000')).toMatchObject({ attemptsLeft })
    expect(await prove(ada, code)).toEqual({
      __typename: 'TooManyAttempts',
      retryAt: later(limits.signInLifetime),
      remedy: 'BEGIN_AGAIN',
    })
  })

  test('after sixty minutes it has expired', async () => {
    const ada = await overdue()
    await ada.signIn()
    await prove(ada, await ada.mailedCode())
    testApp.clock.advance(limits.setUpLifetime)
    expect(await begin(ada.browser)).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  test('a code proves once, and in the sign-in it was mailed for', async () => {
    const ada = await overdue()
    const thief = testApp.browser()
    await ada.signIn()
    const code = await ada.mailedCode()
    testApp.clock.advance(1_000)
    await ada.signIn(thief)
    expect(await prove(ada, code, thief)).toMatchObject({ __typename: 'InvalidCode' })
    expect(await prove(ada, code)).toMatchObject({ mailboxProofRequired: false })
    expect(await prove(ada, code)).toMatchObject({ __typename: 'InvalidCode' })
  })

  test('a code lives for ten minutes, to the millisecond', async () => {
    const ada = await overdue()
    await ada.signIn()
    const code = await ada.mailedCode()
    testApp.clock.advance(60_000)
    await ada.browser.field('mutation { extendSignIn { __typename } }')
    testApp.clock.advance(limits.codeLifetime - 60_001)
    const inTime = ada.browser.copy()
    testApp.clock.advance(1)
    expect(await prove(ada, code)).toMatchObject({ __typename: 'CodeExpired' })
    testApp.clock.advance(-1)
    expect(await prove(ada, code, inTime)).toMatchObject({ mailboxProofRequired: false })
  })

  test('the same code is mailed again after a minute, five times an hour', async () => {
    const ada = await overdue()
    await ada.signIn()
    const code = await ada.mailedCode()
    expect(await send(ada.browser)).toEqual({ __typename: 'SendCodeTooSoon', retryAt: later(60_000) })
    for (let place = 0; place < 4; place++) {
      testApp.clock.advance(60_000)
      expect(await send(ada.browser)).toMatchObject({ __typename: 'CodeSent', sentTo: 'a•••@example.com' })
      expect(await ada.mailedCode()).toBe(code)
    }
    testApp.clock.advance(60_000)
    expect(await send(ada.browser)).toEqual({ __typename: 'TooManyAttempts', retryAt: later(HOUR - 5 * 60_000) })
    expect(await prove(ada, code), 'what was mailed still proves').toMatchObject({ mailboxProofRequired: false })
  })

  test('says how far its mail has come', async () => {
    const ada = await overdue()
    // Or a worker might be faster than the question.
    const runSoon = vi.spyOn(testApp.app.get(Jobs), 'runSoon').mockImplementation(() => undefined)
    await ada.signIn()
    const delivery = () => ada.browser.field('{ setUpProgress { mailboxCodeDelivery } }')
    expect(await delivery()).toEqual({ mailboxCodeDelivery: 'QUEUED' })
    runSoon.mockRestore()
    await testApp.settle()
    expect(await delivery()).toEqual({ mailboxCodeDelivery: 'SENT' })
    await prove(ada, await ada.mailedCode())
    expect(await delivery()).toEqual({ mailboxCodeDelivery: null })
  })

  test('fifty concurrent requests send one mail', async () => {
    const ada = await overdue()
    await ada.signIn()
    await testApp.settle()
    testApp.clock.advance(60_000)
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(ada.browser.copy())))
    expect(answers.filter(({ __typename }) => __typename === 'CodeSent')).toHaveLength(1)
  })
})

describe('in a session', () => {
  test('a first factor requires it while a network is closed, and proving it answers SignedIn', async () => {
    const ada = await overdue()
    await putNetwork(testApp, [ada])
    await ada.signIn()
    await ada.browser.field('mutation { continueToOtherNetworks { __typename } }')
    expect(await begin(ada.browser)).toMatchObject(asked)
    testApp.clock.advance(1_000)
    expect(await send(ada.browser)).toMatchObject({ __typename: 'CodeSent' })
    expect(await prove(ada, await ada.mailedCode())).toEqual({ __typename: 'SignedIn' })
    expect(await begin(ada.browser)).toEqual({ __typename: 'AuthenticatorSetup' })
  })

  test('an hour later it is required again, by a new mail', async () => {
    const ada = await overdue()
    await putNetwork(testApp, [ada])
    await ada.signIn()
    await ada.browser.field('mutation { continueToOtherNetworks { __typename } }')
    await send(ada.browser)
    await prove(ada, await ada.mailedCode())
    const first = await ada.lastMessage()
    testApp.clock.advance(limits.setUpLifetime)
    await ada.reauthenticate({ password: ada.password })
    expect(await begin(ada.browser)).toMatchObject(asked)
    expect(await send(ada.browser)).toMatchObject({ __typename: 'CodeSent' })
    expect(await ada.lastMessage()).not.toEqual(first)
    expect(await prove(ada, await ada.mailedCode())).toEqual({ __typename: 'SignedIn' })
  })

  test('the code of the sign-in does not prove it there', async () => {
    const ada = await overdue()
    await putNetwork(testApp, [ada])
    await ada.signIn()
    const code = await ada.mailedCode()
    await ada.browser.field('mutation { continueToOtherNetworks { __typename } }')
    expect(await prove(ada, code)).toMatchObject({ __typename: 'InvalidCode' })
    expect(await begin(ada.browser)).toMatchObject(asked)
  })

  test('where no network is closed it is not required', async () => {
    const ada = await newPerson(testApp).signUp()
    await putNetwork(testApp, [ada], { deadlineIn: 1 })
    expect(await begin(ada.browser)).toEqual({ __typename: 'AuthenticatorSetup' })
  })

  test('a set-up begun in time is finished after the deadline', async () => {
    const ada = await newPerson(testApp).signUp()
    await putNetwork(testApp, [ada], { deadlineIn: 0.5 })
    const { setupId } = await ada.beginApp()
    testApp.clock.advance(1_800_000)
    expect(await ada.confirmApp(setupId, await ada.appCode())).toMatchObject({
      __typename: 'TwoFactorSetUp',
      viewer: { memberships: [{ standing: 'SATISFIED' }] },
    })
  })

  test('it does not outlive a change made elsewhere', async () => {
    const ada = await overdue()
    await putNetwork(testApp, [ada])
    const stolen = testApp.browser()
    await ada.signIn(stolen)
    await stolen.field('mutation { continueToOtherNetworks { __typename } }')
    await send(stolen)
    const code = await ada.mailedCode()
    await testApp.connection.collection('accounts').updateOne({ emailKey: ada.email }, { $inc: { epoch: 1 } })
    expect(await prove(ada, code, stolen)).toEqual({ __typename: 'SignInExpired' })
    expect(await ada.viewer(stolen)).toBeNull()
  })
})

test('going on after the network withdrew its requirement signs in', async () => {
  const ada = await overdue()
  await ada.signIn()
  await testApp.connection.collection('networks').updateMany({}, { $set: { mandate: null } })
  expect(await ada.browser.field('{ signInProgress { __typename } }')).toEqual({ __typename: 'SignedIn' })
  expect(await ada.viewer()).toMatchObject({ email: ada.email })
})
