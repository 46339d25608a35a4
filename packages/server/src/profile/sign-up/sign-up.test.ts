import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { PasswordHasher } from '../../platform/crypto/password-hasher.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, PASSWORD, Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  // Without a worker: a delivery in the meantime would count as work of the next answer.
  testApp = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
})
afterAll(() => testApp.close())

let block = 0
const newcomer = (email?: string) => {
  block += 1
  const person = newPerson(testApp)
  return new Person(testApp, testApp.browser(`198.18.9.${block}`), email ?? person.email)
}
const begin = (person: Person, over: Record<string, string> = {}) =>
  person.browser.field(
    `mutation($input: SignUpInput!) { signUp(input: $input) {
      __typename
      ... on EmailConfirmationSent { email expiresAt }
      ... on InvalidInput { fields { field } }
      ... on TooManyAttempts { retryAt }
    } }`,
    { input: { name: person.name, email: person.email, password: person.password, ...over } },
  )
const confirm = (person: Person, code: string, browser: TestBrowser = person.browser) =>
  browser.field(
    `mutation($input: ConfirmEmailInput!) { confirmEmail(input: $input) {
      __typename
      ... on SignedIn { viewer { id email } }
      ... on InvalidCode { attemptsLeft alreadyUsed }
      ... on TooManyAttempts { retryAt remedy }
    } }`,
    { input: { email: person.email, code } },
  )
const resend = (person: Person) =>
  person.browser.field(`mutation { resendConfirmationCode {
    __typename ... on CodeSent { sentTo expiresAt resendAvailableAt } ... on TooManyAttempts { retryAt }
  } }`)
const accounts = () => testApp.connection.collection('accounts')

describe('the mailed code', () => {
  test('signs in, and its password counts as just shown', async () => {
    const ada = newcomer()
    await begin(ada)
    expect(await confirm(ada, await ada.mailedCode())).toMatchObject({ __typename: 'SignedIn' })
    expect(await ada.browser.field('{ viewer { confirmedUntil } }')).toEqual({
      confirmedUntil: new Date(testApp.clock.now().getTime() + limits.freshEvidence).toISOString(),
    })
  })

  test('E09 there is no account before it is typed, and so nothing to prepare in a foreign name', async () => {
    const attacker = newcomer()
    await begin(attacker)
    expect(await accounts().countDocuments({ emailKey: attacker.email })).toBe(0)
    expect(await attacker.signIn()).toMatchObject({ __typename: 'InvalidCredentials' })
    expect((await attacker.browser.ask('mutation { beginAuthenticatorSetup { __typename } }')).errors).toHaveLength(1)
  })

  test('counts down from five, and then refuses the right one', async () => {
    const ada = newcomer()
    await begin(ada)
    const code = await ada.mailedCode()
    const other = code === '000000' ? '000001' : '000000'
    for (const attemptsLeft of [4, 3, 2, 1, 0])
      expect(await refused(testApp, ada.browser, () => confirm(ada, other))).toMatchObject({
        __typename: 'InvalidCode',
        attemptsLeft,
      })
    expect(await refused(testApp, ada.browser, () => confirm(ada, code))).toMatchObject({
      __typename: 'TooManyAttempts',
      retryAt: new Date(testApp.clock.now().getTime() + limits.signUpLifetime).toISOString(),
      remedy: 'BEGIN_AGAIN',
    })
    testApp.clock.advance(limits.resendCooldown)
    await resend(ada)
    expect(await confirm(ada, code), 'a resend gives no more').toMatchObject({ __typename: 'TooManyAttempts' })
  })

  test('two hundred guesses at once are five', async () => {
    const ada = newcomer()
    await begin(ada)
    const answers = await Promise.all(Array.from({ length: 200 }, () => confirm(ada, '000000', ada.browser.copy())))
    expect(answers.filter(({ __typename }) => __typename === 'InvalidCode').length).toBeLessThanOrEqual(5)
  })

  test('works in the browser that signed up, and in no other', async () => {
    const ada = newcomer()
    await begin(ada)
    const code = await ada.mailedCode()
    const elsewhere = testApp.browser()
    expect(await refused(testApp, elsewhere, () => confirm(ada, code, elsewhere))).toMatchObject({
      __typename: 'CodeExpired',
    })
    const other = newcomer()
    await begin(other)
    expect(await confirm(ada, code, other.browser), 'not in the browser of another sign-up').toMatchObject({
      __typename: 'CodeExpired',
    })
    expect(await confirm(ada, code)).toMatchObject({ __typename: 'SignedIn' })
  })

  test('lives for ten minutes, to the millisecond', async () => {
    const [late, inTime] = [newcomer(), newcomer()]
    await begin(late)
    const code = await late.mailedCode()
    testApp.clock.advance(limits.codeLifetime)
    expect(await confirm(late, code)).toMatchObject({ __typename: 'CodeExpired' })
    await begin(inTime)
    const second = await inTime.mailedCode()
    testApp.clock.advance(limits.codeLifetime - 1)
    expect(await confirm(inTime, second)).toMatchObject({ __typename: 'SignedIn' })
  })

  test('is the same when it is sent again, a minute later and not before', async () => {
    const ada = newcomer()
    await begin(ada)
    const code = await ada.mailedCode()
    testApp.clock.advance(limits.resendCooldown - 1)
    expect(await resend(ada)).toMatchObject({ __typename: 'SendCodeTooSoon' })
    testApp.clock.advance(1)
    expect(await resend(ada)).toMatchObject({ __typename: 'CodeSent', sentTo: `a•••@example.com` })
    expect(await ada.mailedCode()).toBe(code)
    testApp.clock.advance(limits.codeLifetime)
    await resend(ada)
    expect(await ada.mailedCode(), 'a new one once it was over').not.toBe(code)
  })
})

describe('no answer reveals whether an address has an account', () => {
  test('D01 the same answers and the same work, and the owner is notified', async () => {
    const owner = await newPerson(testApp).signUpByMail()
    await testApp.settle()
    const [taken, free] = [newcomer(owner.email), newcomer()]
    const work: string[][] = []
    const answers = []
    for (const person of [taken, free]) {
      await testApp.settle()
      const hashes = testApp.app.get(PasswordHasher).runs()
      testApp.takeCommands()
      const answer = await begin(person)
      work.push([...testApp.takeCommands(), `hashes: ${testApp.app.get(PasswordHasher).runs() - hashes}`])
      answers.push({ ...answer, email: '' }, await confirm(person, '12'), await resend(person))
    }
    expect(work[0]).toEqual(work[1])
    expect(answers.slice(0, 2)).toEqual(answers.slice(3, 5))
    expect(await refused(testApp, taken.browser, () => confirm(taken, '000000'))).toMatchObject({ attemptsLeft: 3 })
    expect((await owner.lastMessage()).text).toMatch(/already/i)
    expect((await accountOf(testApp, owner)).passwordHash, 'and the account is as it was').not.toBeNull()
    expect(await owner.viewer()).toMatchObject({ name: owner.name })
  })

  test('of two that sign up with one address the first to type the code has it', async () => {
    const [one, other] = [newcomer(), newcomer()]
    const second = new Person(testApp, other.browser, one.email)
    await begin(one)
    const code = await one.mailedCode()
    testApp.clock.advance(1)
    await begin(second)
    const secondCode = await one.mailedCode()
    expect(await confirm(second, secondCode)).toMatchObject({ __typename: 'SignedIn' })
    expect(await confirm(one, code)).toMatchObject({ __typename: 'CodeExpired' })
    expect(await accounts().countDocuments({ emailKey: one.email })).toBe(1)
  })
})

test.each<[string, Record<string, string>, string]>([
  ['a name of spaces', { name: '  ' }, 'name'],
  ['a name of a zero-width space', { name: '\u200b' }, 'name'],
  ['a name of Hangul fillers', { name: '\u3164\u3164' }, 'name'],
  ['a name with a line break', { name: 'Ada\r\nBcc: eve@example.com' }, 'name'],
  ['a name turned around', { name: 'Ada\u202eelgoog' }, 'name'],
  ['a name of 101 characters', { name: 'x'.repeat(101) }, 'name'],
  ['no address', { email: 'ada' }, 'email'],
  ['65 letters before the @', { email: `${'a'.repeat(65)}@example.com` }, 'email'],
  ['two addresses', { email: 'ada@example.com,eve@example.com' }, 'email'],
  ['seven characters', { password: 'x7$kQ2!' }, 'password'],
  ['257 characters', { password: `Aq9-${'x'.repeat(253)}` }, 'password'],
  ['one of the commonest', { password: 'Password123' }, 'password'],
  ['one character again and again', { password: 'zzzzzzzzzzzz' }, 'password'],
])('K11 %s is refused, and nothing is mailed or counted', async (_, over, field) => {
  const ada = newcomer()
  const signUps = testApp.connection.collection('sign_ups')
  const before = await signUps.countDocuments()
  expect(await begin(ada, over)).toMatchObject({ __typename: 'InvalidInput', fields: [{ field }] })
  expect(await signUps.countDocuments()).toBe(before)
})

test.each(['пароль-и-ещё-что-то', '🦊🐻🐼🐨🐯🦁🐮🐷', `${PASSWORD} `, `Aq9-${'x'.repeat(252)}`])(
  'any Unicode will do: %s',
  async (password) => {
    const ada = newcomer()
    expect(await begin(ada, { password })).toMatchObject({ __typename: 'EmailConfirmationSent' })
    await confirm(ada, await ada.mailedCode())
    expect(await new Person(testApp, newcomer().browser, ada.email, password.normalize('NFD')).signIn()).toMatchObject({
      __typename: 'SignedIn',
    })
  },
)

test('an address in look-alike characters is written to as it is matched', async () => {
  const plain = newcomer()
  const wide = new Person(testApp, plain.browser, plain.email.replace('ada', 'ａｄａ'))
  expect(await begin(wide)).toMatchObject({ __typename: 'EmailConfirmationSent' })
  expect(await confirm(wide, await plain.mailedCode())).toMatchObject({ viewer: { email: plain.email } })
})

test.each([
  ['संपर्क', 'डाटामेल.भारत', 'xn--c2bd4bq1db8d.xn--h2brj9c'],
  ['jörg', 'müller.example', 'xn--mller-kva.example'],
])('%s@%s signs up, and signs in by either spelling of the domain', async (local, domain, ascii) => {
  const person = newcomer(`${local}@${domain}`)
  expect(await begin(person)).toMatchObject({ __typename: 'EmailConfirmationSent' })
  expect(await confirm(person, await person.mailedCode())).toMatchObject({ viewer: { email: person.email } })
  for (const spelling of [`${local}@${ascii}`, `${local}@${domain.toUpperCase()}`])
    expect(await new Person(testApp, newcomer().browser, spelling).signIn()).toMatchObject({ __typename: 'SignedIn' })
  const twin = newcomer(`${local}@${ascii}`)
  await begin(twin)
  await testApp.settle()
  expect((await twin.lastMessage()).text, 'one mailbox has one account').toMatch(/already/i)
})
