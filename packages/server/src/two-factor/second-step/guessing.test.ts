import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { AccountCollection } from '../../accounts/account.model.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { auditTypes, refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
const guess = (person: Person, browser = person.browser) =>
  refused(testApp, browser, () => person.verify('AUTHENTICATOR_APP', '000000', browser))
const signInRightly = async (person: Person, browser = person.browser) => {
  await person.signIn(browser)
  return person.verify('AUTHENTICATOR_APP', await person.appCode(), browser)
}
const tooMany = (retryAt: Date, remedy = 'WAIT') => ({
  __typename: 'TooManyAttempts',
  retryAt: retryAt.toISOString(),
  remedy,
})
const later = (ms: number) => new Date(testApp.clock.now().getTime() + ms)

describe('five guesses in one sign-in', () => {
  test('after five wrong codes the right one is refused too, and a new sign-in helps', async () => {
    const ada = await withApp()
    await ada.signIn()
    for (const attemptsLeft of [4, 3, 2, 1, 0])
      expect(await guess(ada)).toMatchObject({ __typename: 'InvalidCode', attemptsLeft })
    const right = await ada.appCode()
    const answer = await refused(testApp, ada.browser, () => ada.verify('AUTHENTICATOR_APP', right))
    expect(answer).toMatchObject(tooMany(later(limits.signInLifetime), 'BEGIN_AGAIN'))
    expect(await signInRightly(ada)).toMatchObject({ __typename: 'SignedIn' })
  })

  test('whatever the method and the spelling', async () => {
    const ada = await withApp()
    await ada.signIn()
    const tries = [
      ['AUTHENTICATOR_APP', '000000'],
      ['SMS', '000000'],
      ['BACKUP_CODE', 'AAAA-AAAA-AAAAA'],
      ['PASSKEY', 'x'],
      ['AUTHENTICATOR_APP', 'not digits'],
    ] as const
    for (const [place, [method, code]] of tries.entries())
      expect(await ada.verify(method, code)).toMatchObject({ __typename: 'InvalidCode', attemptsLeft: 4 - place })
    expect(await ada.verify('BACKUP_CODE', ada.backupCodes[0] ?? '')).toMatchObject({ __typename: 'TooManyAttempts' })
  })

  test('C03 of two hundred concurrent wrong codes only five are verified', async () => {
    const ada = await withApp()
    await ada.signIn()
    const windows = Array.from({ length: 200 }, () => ada.browser.copy())
    const answers = await Promise.all(windows.map((window) => ada.verify('AUTHENTICATOR_APP', '000000', window)))
    expect(answers.filter(({ __typename }) => __typename === 'InvalidCode')).toHaveLength(5)
    expect((await accountOf(testApp, ada)).attempts).toMatchObject({ inARow: 5, recent: { length: 5 } })
  })

  test('C07 a text that is sent again resets nothing', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpSms('+491701234511')
    await ada.signIn()
    for (const attemptsLeft of [4, 3, 2]) {
      expect(await ada.verify('SMS', '000000')).toMatchObject({ attemptsLeft })
      testApp.clock.advance(limits.resendCooldown)
      expect(await ada.browser.field('mutation { sendSignInCode { __typename } }')).toEqual({ __typename: 'CodeSent' })
    }
    expect(await ada.verify('SMS', '000000')).toMatchObject({ attemptsLeft: 1 })
    expect(await ada.verify('SMS', await ada.textedCode())).toMatchObject({ __typename: 'SignedIn' })
  })
})

describe('ten in a row', () => {
  test('C05 from a thousand addresses lock the account for a quarter of an hour, for the right code too', async () => {
    const ada = await withApp()
    const browsers = Array.from({ length: 11 }, (_, place) => testApp.browser(`198.18.${place}.7`))
    for (const browser of browsers) await ada.signIn(browser)
    const [last, ...others] = browsers
    for (const browser of others) expect(await guess(ada, browser)).toMatchObject({ attemptsLeft: 4 })

    const until = later(limits.guessLock)
    const wrong = await guess(ada, last)
    const right = await refused(testApp, ada.browser, async () =>
      ada.verify('AUTHENTICATOR_APP', await ada.appCode(), last),
    )
    expect(right, 'C17 no telling right from wrong').toEqual(wrong)
    expect(right).toMatchObject(tooMany(until))

    testApp.clock.advance(limits.guessLock - 1)
    expect(await signInRightly(ada, last)).toMatchObject(tooMany(until))
    testApp.clock.advance(1)
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), last)).toMatchObject({ __typename: 'SignedIn' })
  })

  test('C09 the password again does not clear the row, a success does', async () => {
    const ada = await withApp()
    for (let round = 0; round < 2; round++) {
      for (let place = 0; place < 9; place++) {
        if (place % 5 === 0) await ada.signIn()
        await guess(ada)
      }
      expect((await accountOf(testApp, ada)).attempts).toMatchObject({
        inARow: 9,
        recent: { length: 9 * (round + 1) },
      })
      expect(await signInRightly(ada)).toMatchObject({ __typename: 'SignedIn' })
      expect((await accountOf(testApp, ada)).attempts).toMatchObject({
        inARow: 0,
        recent: { length: 9 * (round + 1) },
      })
      testApp.clock.advance(30_000)
    }
  })

  test('a refused try while locked does not extend the lock, and is reported once', async () => {
    const ada = await withApp()
    await locked(ada)
    await ada.signIn()
    for (let minute = 0; minute < 3; minute++) {
      testApp.clock.advance(60_000)
      expect(await guess(ada)).toMatchObject(tooMany(later(limits.guessLock - 60_000 * (minute + 1))))
    }
    const { _id } = await accountOf(testApp, ada)
    expect((await auditTypes(testApp, _id)).filter((type) => type === 'sign_in.locked')).toHaveLength(1)
    expect((await ada.lastMessage()).subject).toMatch(/paused|lock|tries/i)
  })

  test('a lock during a confirmation is reported too, once together with the tries at signing in', async () => {
    const ada = await withApp()
    const elsewhere = testApp.browser()
    for (let place = 0; place < 10; place++) {
      if (place % 5 === 0) await ada.signIn(elsewhere)
      await guess(ada, elsewhere)
    }
    const confirm = () => ada.reauthenticate({ method: 'AUTHENTICATOR_APP', code: '000000' })
    expect((await confirm()).data.reauthenticate).toMatchObject({ __typename: 'TooManyAttempts' })
    const warnings = async () => {
      await testApp.settle()
      const types = await auditTypes(testApp, (await accountOf(testApp, ada))._id)
      return types.filter((type) => type === 'sign_in.locked').length
    }
    expect(await warnings()).toBe(1)
    await ada.signIn(elsewhere)
    await guess(ada, elsewhere)
    expect(await warnings()).toBe(1)
  })

  test('C11 they are counted by every server, and through a restart', async () => {
    const ada = await withApp()
    await locked(ada)
    const { clock, keyRing, connection } = testApp
    const restarted = await startTestApp(inject('mongodbUri'), { clock, keyRing, database: connection.name })
    const elsewhere = restarted.browser()
    await ada.signIn(elsewhere)
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), elsewhere)).toMatchObject({
      __typename: 'TooManyAttempts',
    })
    await restarted.closeButKeep()
  })
})

describe('a hundred in ninety days', () => {
  const seed = async (person: Person, count: number, at: Date) => {
    const recent = Array.from({ length: count }, (_, place) => ({ id: `guess_${place}`, at }))
    const { _id } = await accountOf(testApp, person)
    await AccountCollection.on(testApp.connection).updateOne({ _id }, { $set: { 'attempts.recent': recent } })
  }

  test('refuse second steps, until ninety days have passed to the millisecond', async () => {
    const ada = await withApp()
    await seed(ada, 99, testApp.clock.now())
    await ada.signIn()
    await guess(ada)
    const until = later(limits.guessMemory)
    expect(await signInRightly(ada)).toMatchObject(tooMany(until, 'RESET_PASSWORD'))
    testApp.clock.set(new Date(until.getTime() - 1))
    expect(await signInRightly(ada)).toMatchObject(tooMany(until, 'RESET_PASSWORD'))
    testApp.clock.advance(1)
    expect(await signInRightly(ada)).toMatchObject({ __typename: 'SignedIn' })
  })

  test('a right code among them is not one of the hundred', async () => {
    const ada = await withApp()
    await seed(ada, 99, testApp.clock.now())
    expect(await signInRightly(ada)).toMatchObject({ __typename: 'SignedIn' })
    expect((await accountOf(testApp, ada)).attempts.recent).toHaveLength(99)
  })

  test('a password reset by the mailed link ends it at once, as the mail and the answer say', async () => {
    const ada = await withApp()
    await seed(ada, 100, testApp.clock.now())
    testApp.clock.advance(limits.guessLock)
    expect((await signInRightly(ada)).message).toContain('/forgot-password')
    expect((await ada.lastMessage()).text).toMatch(/Choose a new password below.*\/forgot-password/s)
    await ada.browser.field('mutation($email: String!) { requestPasswordReset(email: $email) { __typename } }', {
      email: ada.email,
    })
    const token = await ada.mailedToken()
    const reset = 'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }'
    expect(await ada.browser.field(reset, { input: { token, password: ada.password } })).toEqual({
      __typename: 'PasswordChanged',
    })
    expect(await signInRightly(ada)).toMatchObject({ __typename: 'SignedIn' })
  })
})

async function locked(person: Person): Promise<void> {
  for (let place = 0; place < limits.guessesInARow; place++) {
    if (place % limits.guessesPerCode === 0) await person.signIn()
    await guess(person)
  }
}
