import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accountOf } from '../testing/network.js'
import { newPerson } from '../testing/person.js'
import { refused, sessionCookiesIn } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
const expired = { __typename: 'SignInExpired' }
const PROGRESS = '{ signInProgress { __typename } }'
const EXTEND = 'mutation { extendSignIn { __typename ... on SecondStepRequired { expiresAt } } }'

describe('what the password alone gives', () => {
  test('A03 a ticket for ten minutes, and nothing that lasts', async () => {
    const ada = await withApp()
    const browser = testApp.browser()
    const step = await refused(testApp, browser, () => ada.signIn(browser))
    expect(step.expiresAt).toBe(new Date(testApp.clock.now().getTime() + limits.signInLifetime).toISOString())
    const [browserCookie, ticket, ...others] = browser.lastSetCookies
    expect(others).toEqual([])
    expect(browserCookie).toMatch(/^twinlock_browser=/)
    expect(ticket).toMatch(/^twinlock_ticket=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('A03 requesting a trusted device with a wrong code trusts no device', async () => {
    const ada = await withApp()
    await ada.signIn()
    await refused(testApp, ada.browser, () => ada.verify('AUTHENTICATOR_APP', '000000', ada.browser, true))
    expect(await testApp.connection.collection('trusted_devices').countDocuments()).toBe(0)
  })

  test('an earlier session in this browser ends', async () => {
    const ada = await withApp()
    const session = ada.browser.copy()
    expect(await ada.viewer(session)).not.toBeNull()
    await ada.signIn()
    expect(await ada.viewer()).toBeNull()
    await testApp.settle()
    expect(await ada.viewer(session), 'its session is over, not only its cookie').toBeNull()
  })

  test('a wrong password leaves the session alone', async () => {
    const ada = await withApp()
    const stranger = newPerson(testApp)
    expect(await stranger.signIn(ada.browser)).toMatchObject({ __typename: 'InvalidCredentials' })
    expect(await ada.viewer()).toMatchObject({ email: ada.email })
  })
})

describe('how long a sign-in in progress lasts', () => {
  test('it expires after exactly ten minutes', async () => {
    const ada = await withApp()
    await ada.signIn()
    testApp.clock.advance(limits.signInLifetime - 1)
    expect(await ada.browser.field(PROGRESS)).toEqual({ __typename: 'SecondStepRequired' })
    testApp.clock.advance(1)
    expect(await ada.browser.field(PROGRESS)).toBeNull()
    const right = await ada.appCode()
    expect(await refused(testApp, ada.browser, () => ada.verify('AUTHENTICATOR_APP', right))).toMatchObject(expired)
    expect((await accountOf(testApp, ada)).attempts, 'and nothing was counted').toMatchObject({ inARow: 0 })
  })

  test('it can be extended three times, by ten minutes each', async () => {
    const ada = await withApp()
    await ada.signIn()
    for (let place = 0; place < 3; place++) {
      testApp.clock.advance(limits.signInLifetime - 1)
      const until = new Date(testApp.clock.now().getTime() + limits.signInLifetime).toISOString()
      expect(await ada.browser.field(EXTEND)).toMatchObject({ expiresAt: until })
    }
    testApp.clock.advance(1_000)
    const unmoved = await ada.browser.field(EXTEND)
    expect(new Date(unmoved.expiresAt).getTime()).toBe(testApp.clock.now().getTime() + limits.signInLifetime - 1_000)
  })

  test('more time is not more guesses', async () => {
    const ada = await withApp()
    await ada.signIn()
    await ada.verify('AUTHENTICATOR_APP', '000000')
    await ada.browser.field(EXTEND)
    expect(await ada.verify('AUTHENTICATOR_APP', '000000')).toMatchObject({ attemptsLeft: 3 })
  })
})

describe('A09 what is no ticket of ours', () => {
  test.each([
    '0',
    'null',
    '[]',
    '{"$ne":null}',
    '%7B%22%24ne%22%3A%22%22%7D',
    'x'.repeat(43),
    '../../x',
    'a'.repeat(8_000),
  ])('is looked up nowhere: %j', async (ticket) => {
    const ada = await withApp()
    await ada.signIn()
    ada.browser.cookies.set('twinlock_ticket', ticket)
    testApp.takeCommands()
    const answer = await refused(testApp, ada.browser, () => ada.verify('AUTHENTICATOR_APP', '000000'))
    expect(answer).toMatchObject(expired)
  })

  test('a session is no ticket, a ticket no session, a hash neither', async () => {
    const ada = await withApp()
    const session = ada.browser.cookies.get('twinlock_session') ?? ''
    const browser = testApp.browser()
    await ada.signIn(browser)
    const ticket = browser.cookies.get('twinlock_ticket') ?? ''
    browser.cookies.set('twinlock_session', ticket)
    expect(await ada.viewer(browser)).toBeNull()
    browser.cookies.set('twinlock_ticket', session)
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), browser)).toMatchObject(expired)
    const stored = await testApp.connection.collection<{ _id: string }>('sign_ins').findOne({})
    browser.cookies.set('twinlock_ticket', stored?._id ?? '')
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), browser)).toMatchObject(expired)
  })
})

test('A13 fields that a client does not set are unknown', async () => {
  const ada = await withApp()
  await ada.signIn()
  const verify = 'mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }'
  for (const smuggled of ['bypassOtp', 'verified', 'userId', 'amr', 'evidence', '__proto__', 'constructor']) {
    const input = JSON.stringify({ method: 'AUTHENTICATOR_APP', code: '000000', trustDevice: false })
    const body = `{"query":${JSON.stringify(verify)},"variables":{"input":${input.slice(0, -1)},"${smuggled}":true}}}`
    const response = await refused(testApp, ada.browser, () => ada.browser.post(body))
    expect(await response.json(), smuggled).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  }
  expect(await ada.verify('AUTHENTICATOR_APP', '000000'), 'and none was a guess').toMatchObject({ attemptsLeft: 4 })
})

test('signing out drops the sign-in in progress too', async () => {
  const ada = await withApp()
  await ada.signIn()
  const kept = ada.browser.copy()
  await ada.browser.field('mutation { signOut }')
  expect(ada.browser.cookies.has('twinlock_ticket')).toBe(false)
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), kept)).toMatchObject(expired)
})

test('a sign-in that ended with a session cannot be used again', async () => {
  const ada = await withApp()
  await ada.signIn()
  const kept = ada.browser.copy()
  await ada.verify('AUTHENTICATOR_APP', await ada.appCode())
  expect(sessionCookiesIn(ada.browser.lastSetCookies)).toHaveLength(1)
  testApp.clock.advance(30_000)
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), kept)).toMatchObject(expired)
})
