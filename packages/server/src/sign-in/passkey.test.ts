import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { accountOf, putNetwork } from '../testing/network.js'
import { newPerson, Person } from '../testing/person.js'
import { auditTypes, refused } from '../testing/refused.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const withPasskey = async () => (await newPerson(testApp).signUp()).setUpPasskey()
const wrong = { __typename: 'InvalidCode', alreadyUsed: false, attemptsLeft: 4 }
const signedIn = { __typename: 'SignedIn' }

describe('signing in', () => {
  test('asks for the passkey first, then for a backup code, and signs in', async () => {
    const ada = await withPasskey()
    expect(await ada.signIn()).toMatchObject({
      __typename: 'SecondStepRequired',
      methods: ['PASSKEY', 'BACKUP_CODE'],
      preferred: 'PASSKEY',
    })
    expect(await ada.verifyByPasskey()).toMatchObject(signedIn)
    const { factors } = await accountOf(testApp, ada)
    expect(factors.passkeys?.[0]).toMatchObject({ counter: 1, lastUsedAt: testApp.clock.now() })
  })

  test('takes any of several passkeys, and one that was verified by a finger too', async () => {
    const ada = await (await withPasskey()).setUpPasskey()
    await ada.signIn()
    const asked = JSON.parse(await ada.askedOfPasskey())
    expect(asked.allowCredentials).toHaveLength(2)
    const answer = ada.passkeys[1]?.get(JSON.stringify(asked), { isVerified: true }) ?? ''
    expect(await ada.verify('PASSKEY', answer)).toMatchObject(signedIn)
  })

  test('opens a network that accepts passkeys alone, and an app does not', async () => {
    const ada = await (await withPasskey()).setUpApp()
    const { slug } = await putNetwork(testApp, [ada], { deadlineIn: -24, methods: ['PASSKEY'] })
    const enter = async () => await ada.browser.ask('query($slug: String!) { network(slug: $slug) { name } }', { slug })
    await ada.signIn()
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode())
    expect((await enter()).errors?.[0]?.extensions.code).toBe('TWO_FACTOR_REQUIRED')
    await ada.signIn()
    await ada.verifyByPasskey()
    expect((await enter()).errors).toBeUndefined()
  })

  test('an authenticator without a signature counter signs in repeatedly', async () => {
    const ada = await withPasskey()
    for (let time = 0; time < 3; time += 1) {
      await ada.signIn()
      expect(await ada.verifyByPasskey({ counter: 0 })).toMatchObject(signedIn)
    }
  })

  test('there is nothing to sign without a passkey, or without a sign-in', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    await ada.signIn()
    await expect(ada.askedOfPasskey()).rejects.toThrow('NOT_FOUND')
    await expect(ada.askedOfPasskey(testApp.browser())).rejects.toThrow('SignInExpired')
    expect(await ada.verify('PASSKEY', ada.newPasskey().get('{"challenge":"AAAA","rpId":"localhost"}'))).toMatchObject(
      wrong,
    )
  })
})

describe('an attacker who knows the password', () => {
  test.each([
    ['of a page that looks like ours', { origin: 'https://twinlock.example.net' }],
    ['of another port of this machine', { origin: 'http://localhost:1' }],
    ['made for another site', { rpId: 'example.net' }],
    ['that nobody touched a key for', { isPresent: false }],
    ['that a set-up asked for', { type: 'webauthn.create' }],
    ['that names another account', { userHandle: 'acc_somebody' }],
  ])('gets nothing by an assertion %s', async (_name, lies) => {
    const victim = await withPasskey()
    await victim.signIn()
    expect(await refused(testApp, victim.browser, () => victim.verifyByPasskey(lies))).toMatchObject(wrong)
  })

  test('gets nothing by a passkey of their own account', async () => {
    const [victim, attacker] = [await withPasskey(), await withPasskey()]
    await victim.signIn()
    const answer = attacker.passkeys[0]?.get(await victim.askedOfPasskey()) ?? ''
    expect(await refused(testApp, victim.browser, () => victim.verify('PASSKEY', answer))).toMatchObject(wrong)
  })

  test("gets nothing by their own key under the victim's name for it", async () => {
    const [victim, attacker] = [await withPasskey(), await withPasskey()]
    await victim.signIn()
    const answer = JSON.parse(attacker.passkeys[0]?.get(await victim.askedOfPasskey()) ?? '')
    const id = victim.passkeys[0]?.id.toString('base64url')
    const forged = JSON.stringify({ ...answer, id, rawId: id })
    expect(await refused(testApp, victim.browser, () => victim.verify('PASSKEY', forged))).toMatchObject(wrong)
  })

  test('gets nothing by what was signed for another sign-in, a set-up or a confirmation', async () => {
    const victim = await withPasskey()
    const confirmation = await victim.askedToConfirm()
    const elsewhere = testApp.browser()
    await victim.signIn()
    await victim.signIn(elsewhere)
    const other = await victim.askedOfPasskey()
    await victim.askedOfPasskey(elsewhere)
    for (const asked of [other, confirmation]) {
      const answer = victim.passkeys[0]?.get(asked) ?? ''
      const refusal = await refused(testApp, elsewhere, () => victim.verify('PASSKEY', answer, elsewhere))
      expect(refusal).toMatchObject({ __typename: 'InvalidCode' })
    }
  })

  test('gets nothing by a challenge that a newer one has replaced', async () => {
    const victim = await withPasskey()
    await victim.signIn()
    const older = await victim.askedOfPasskey()
    const newer = await victim.askedOfPasskey()
    const sign = (asked: string) => victim.verify('PASSKEY', victim.passkeys[0]?.get(asked) ?? '')
    expect(await refused(testApp, victim.browser, () => sign(older))).toMatchObject(wrong)
    expect(await sign(newer)).toMatchObject(signedIn)
  })

  test('gets nothing by an assertion that signed in before', async () => {
    const victim = await withPasskey()
    await victim.signIn()
    const answer = victim.passkeys[0]?.get(await victim.askedOfPasskey()) ?? ''
    expect(await victim.verify('PASSKEY', answer)).toMatchObject(signedIn)
    expect(await victim.verify('PASSKEY', answer)).toMatchObject({ __typename: 'SignInExpired' })
    const attacker = testApp.browser()
    await victim.signIn(attacker)
    await victim.askedOfPasskey(attacker)
    expect(await refused(testApp, attacker, () => victim.verify('PASSKEY', answer, attacker))).toMatchObject(wrong)
  })

  test('A07 gets one session for one assertion sent fifty times at once', async () => {
    const victim = await withPasskey()
    await victim.signIn()
    const answer = victim.passkeys[0]?.get(await victim.askedOfPasskey()) ?? ''
    const browsers = Array.from({ length: 50 }, () => victim.browser.copy())
    const answers = await Promise.all(browsers.map((browser) => victim.verify('PASSKEY', answer, browser)))
    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
  })

  test('has five tries like with any code, and no prompt when second steps are locked', async () => {
    const victim = await withPasskey()
    const lies = { origin: 'https://twinlock.example.net' }
    for (let row = 0; row < 2; row += 1) {
      await victim.signIn()
      for (let left = 4; left >= 0; left -= 1)
        expect(await victim.verifyByPasskey(lies)).toMatchObject({ attemptsLeft: left })
    }
    await victim.signIn()
    await expect(victim.askedOfPasskey()).rejects.toThrow('TooManyAttempts')
    expect(await victim.verify('PASSKEY', '{}')).toMatchObject({ __typename: 'TooManyAttempts' })
    testApp.clock.advance(limits.guessLock)
    await victim.signIn()
    expect(await victim.verifyByPasskey()).toMatchObject(signedIn)
  })

  test('a copy of the key gains nothing: the lower counter is refused, and the owner is notified', async () => {
    const victim = await withPasskey()
    await victim.signIn()
    expect(await victim.verifyByPasskey({ counter: 9 })).toMatchObject(signedIn)
    const attacker = new Person(testApp, testApp.browser(), victim.email)
    attacker.passkeys = victim.passkeys
    await attacker.signIn()
    const copied = await refused(testApp, attacker.browser, () => attacker.verifyByPasskey({ counter: 9 }))
    expect(copied).toMatchObject(wrong)
    expect(await auditTypes(testApp, (await accountOf(testApp, victim))._id)).toContain('two_factor.passkey_copied')
    const mails = await testApp.app.get(CapturedMessagesStore).list(['email'])
    const subjects = mails.filter(({ to }) => to === victim.email).map(({ subject }) => subject)
    expect(subjects).toContain('A passkey of your Twinlock account may have been copied')
    await victim.signIn()
    expect(await victim.verifyByPasskey({ counter: 10 })).toMatchObject(signedIn)
  })

  test('A11 gets nothing by an assertion once the password has been changed', async () => {
    const victim = await withPasskey()
    const attacker = testApp.browser()
    await victim.signIn(attacker)
    const asked = await victim.askedOfPasskey(attacker)
    await victim.browser.field('mutation { changePassword(input: { newPassword: "a new passphrase" }) { __typename } }')
    const answer = victim.passkeys[0]?.get(asked) ?? ''
    const refusal = await refused(testApp, attacker, () => victim.verify('PASSKEY', answer, attacker))
    expect(refusal).toMatchObject({ __typename: 'SignInExpired' })
  })
})

describe('confirming that it is them', () => {
  const confirm = (person: Person, code: string, browser = person.browser) =>
    browser.ask(
      `mutation($input: ReauthenticateInput!) { reauthenticate(input: $input) {
        __typename ... on InvalidCode { alreadyUsed attemptsLeft isOver } } }`,
      { input: { password: person.password, method: 'PASSKEY', code } },
    )

  test('password and passkey confirm a change, once', async () => {
    const ada = await withPasskey()
    testApp.clock.advance(limits.freshEvidence)
    const answer = ada.passkeys[0]?.get(await ada.askedToConfirm()) ?? ''
    expect((await confirm(ada, answer)).data).toMatchObject({ reauthenticate: { __typename: 'Reauthenticated' } })
    expect((await confirm(ada, answer)).data).toMatchObject({ reauthenticate: { __typename: 'InvalidCode' } })
    await ada.setUpPasskey('A second one')
  })

  test('what one session was asked confirms nothing in another', async () => {
    const ada = await withPasskey()
    const elsewhere = new Person(testApp, testApp.browser(), ada.email)
    elsewhere.passkeys = ada.passkeys
    await elsewhere.signIn()
    await elsewhere.verifyByPasskey()
    const answer = ada.passkeys[0]?.get(await ada.askedToConfirm()) ?? ''
    await elsewhere.askedToConfirm()
    expect((await confirm(elsewhere, answer)).data).toMatchObject({ reauthenticate: wrong })
  })

  test('a challenge has ten minutes', async () => {
    const ada = await withPasskey()
    const asked = await ada.askedToConfirm()
    testApp.clock.advance(limits.codeLifetime)
    const { data } = await confirm(ada, ada.passkeys[0]?.get(asked) ?? '')
    expect(data).toMatchObject({ reauthenticate: { __typename: 'InvalidCode', isOver: true } })
  })
})
