import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accountOf } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { auditTypes, refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'

const NEW_PASSWORD = 'an entirely new passphrase'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const request = (browser: TestBrowser, email: string) =>
  browser.field(
    `mutation($email: String!) { requestPasswordReset(email: $email) {
      __typename ... on PasswordResetSent { email expiresAt } ... on TooManyAttempts { retryAt }
    } }`,
    { email },
  )
const reset = (browser: TestBrowser, token: string, password = NEW_PASSWORD) =>
  browser.field(
    `mutation($input: ResetPasswordInput!) { resetPassword(input: $input) {
      __typename ... on InvalidInput { fields { field } }
    } }`,
    { input: { token, password } },
  )
const change = (browser: TestBrowser, newPassword = NEW_PASSWORD) =>
  browser.field('mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }', {
    input: { newPassword },
  })
const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
const withNew = (person: Person) => Object.assign(Object.create(person) as Person, { password: NEW_PASSWORD })

async function linkFor(person: Person): Promise<string> {
  await request(testApp.browser(), person.email)
  return person.mailedToken()
}

test('A05 a password reset leaves 2FA on, and signs nobody in', async () => {
  const ada = await withApp()
  const browser = testApp.browser()
  const token = await linkFor(ada)
  expect(await refused(testApp, browser, () => reset(browser, token))).toEqual({ __typename: 'PasswordChanged' })
  expect(await ada.viewer(), 'every session is over').toBeNull()
  expect(await ada.signIn(browser)).toMatchObject({ __typename: 'InvalidCredentials' })
  expect(await withNew(ada).signIn(browser)).toMatchObject({ __typename: 'SecondStepRequired' })
  expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), browser)).toMatchObject({ __typename: 'SignedIn' })
  expect(await auditTypes(testApp, (await accountOf(testApp, ada))._id)).toContain('account.password_reset')
})

test.each([
  ['changed in a session', async (ada: Person) => void (await change(ada.browser))],
  ['reset by mail', async (ada: Person) => void (await reset(testApp.browser(), await linkFor(ada)))],
])('A11 a sign-in in progress ends with a password that was %s', async (_, act) => {
  const victim = await withApp()
  const attacker = testApp.browser()
  await victim.signIn(attacker)
  await victim.reauthenticate({ method: 'AUTHENTICATOR_APP', code: await victim.appCode(), password: victim.password })
  await act(victim)
  testApp.clock.advance(30_000)
  const right = await victim.appCode()
  const answer = await refused(testApp, attacker, () => victim.verify('AUTHENTICATOR_APP', right, attacker))
  expect(answer).toEqual(expect.objectContaining({ __typename: 'SignInExpired' }))
  expect((await accountOf(testApp, victim)).attempts.inARow, 'and counts no guess').toBe(0)
})

test('a changed password ends the other sessions and not this one', async () => {
  const ada = await newPerson(testApp).signUp()
  const other = testApp.browser()
  await ada.signIn(other)
  expect(await change(ada.browser)).toEqual({ __typename: 'PasswordChanged' })
  expect(await ada.viewer()).toMatchObject({ email: ada.email })
  expect(await ada.viewer(other)).toBeNull()
  expect((await ada.lastMessage()).subject).toMatch(/password/i)
})

test('a password is not changed without confirming that it is you', async () => {
  const ada = await newPerson(testApp).signUp()
  testApp.clock.advance(limits.freshEvidence)
  const { errors } = await ada.browser.ask(
    'mutation { changePassword(input: { newPassword: "a new passphrase" }) { __typename } }',
  )
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['PASSWORD'] })
})

describe('the mailed link', () => {
  test('lives for thirty minutes, to the millisecond', async () => {
    const ada = await newPerson(testApp).signUp()
    const [late, inTime] = [testApp.browser(), testApp.browser()]
    const token = await linkFor(ada)
    testApp.clock.advance(limits.resetLinkLifetime)
    expect(await reset(late, token)).toEqual({ __typename: 'ResetLinkExpired' })
    const second = await linkFor(ada)
    testApp.clock.advance(limits.resetLinkLifetime - 1)
    expect(await reset(inTime, second)).toEqual({ __typename: 'PasswordChanged' })
  })

  test('works once, also fifty times at once', async () => {
    const ada = await newPerson(testApp).signUp()
    const token = await linkFor(ada)
    const answers = await Promise.all(Array.from({ length: 20 }, () => reset(testApp.browser(), token)))
    expect(answers.filter(({ __typename }) => __typename === 'PasswordChanged')).toHaveLength(1)
    expect(await reset(testApp.browser(), token)).toEqual({ __typename: 'ResetLinkExpired' })
  })

  test('a newer one ends an older one, and so does a changed password', async () => {
    const ada = await newPerson(testApp).signUp()
    const first = await linkFor(ada)
    const second = await linkFor(ada)
    expect(await reset(testApp.browser(), first)).toEqual({ __typename: 'ResetLinkExpired' })
    await change(ada.browser)
    expect(await reset(testApp.browser(), second)).toEqual({ __typename: 'ResetLinkExpired' })
  })

  test('shows whose password it sets, to any holder, as long as it works and as often as requested', async () => {
    const preview = (token: string) =>
      testApp.browser().field(
        `mutation($token: String!) { passwordResetPreview(token: $token) {
          __typename ... on PasswordResetPreview { email expiresAt }
        } }`,
        { token },
      )
    const ada = await newPerson(testApp).signUp()
    const token = await linkFor(ada)
    const expiresAt = new Date(testApp.clock.now().getTime() + limits.resetLinkLifetime).toISOString()
    const found = { __typename: 'PasswordResetPreview', email: ada.email, expiresAt }
    expect([await preview(token), await preview(token)]).toEqual([found, found])
    for (const wrong of ['', token.slice(0, -1), 'A'.repeat(43)])
      expect(await preview(wrong)).toEqual({ __typename: 'ResetLinkExpired' })
    expect(await reset(testApp.browser(), token)).toEqual({ __typename: 'PasswordChanged' })
    expect(await preview(token)).toEqual({ __typename: 'ResetLinkExpired' })
  })

  test('a weak password does not use it up', async () => {
    const ada = await newPerson(testApp).signUp()
    const token = await linkFor(ada)
    for (const password of ['short', 'password1', ada.email, 'x'.repeat(257)])
      expect(await reset(testApp.browser(), token, password)).toMatchObject({ __typename: 'InvalidInput' })
    expect(await reset(testApp.browser(), token)).toEqual({ __typename: 'PasswordChanged' })
  })

  test('is stored as a hash, and carries its token where no server sees it', async () => {
    const ada = await newPerson(testApp).signUp()
    const token = await linkFor(ada)
    const { resetLink } = await accountOf(testApp, ada)
    expect(resetLink?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(resetLink)).not.toContain(token)
    expect((await ada.lastMessage()).text).toContain('/reset-password#token=')
  })
})

test('D01 a request for a link gets the same answer for an address with and without an account', async () => {
  const ada = await newPerson(testApp).signUp()
  await testApp.settle()
  const known = await refused(testApp, testApp.browser(), () => request(testApp.browser(), ada.email))
  const unknown = await request(testApp.browser(), 'nobody@example.com')
  expect({ ...unknown, email: '' }).toEqual({ ...known, email: '' })
})

test('five links an hour and ten a day go to one mailbox', async () => {
  const ada = await newPerson(testApp).signUp()
  for (let place = 0; place < 5; place++)
    expect(await request(testApp.browser(), ada.email)).toMatchObject({ __typename: 'PasswordResetSent' })
  const retryAt = new Date(testApp.clock.now().getTime() + HOUR).toISOString()
  expect(await request(testApp.browser(), ada.email)).toEqual({ __typename: 'TooManyAttempts', retryAt })
  testApp.clock.advance(HOUR - 1)
  expect(await request(testApp.browser(), ada.email)).toMatchObject({ retryAt })
  testApp.clock.advance(1)
  for (let place = 0; place < 5; place++)
    expect(await request(testApp.browser(), ada.email)).toMatchObject({ __typename: 'PasswordResetSent' })
  testApp.clock.advance(HOUR)
  expect(await request(testApp.browser(), ada.email)).toMatchObject({ __typename: 'TooManyAttempts' })
})
