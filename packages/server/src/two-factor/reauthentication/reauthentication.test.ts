import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accountOf } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const FRESH = limits.freshEvidence
const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
/** With an app, and nothing fresh in this session. */
const stale = async () => {
  const ada = await withApp()
  testApp.clock.advance(FRESH)
  return ada
}
type Input = Parameters<Person['reauthenticate']>[0]
const outcome = async (person: Person, input: Input) => {
  const { data, errors } = await person.reauthenticate(input)
  return errors ? errors[0]?.extensions : data.reauthenticate
}
const needs = (...missing: string[]) => ({ code: 'REAUTHENTICATION_REQUIRED', needs: missing })
const appCode = async (person: Person) => ({ method: 'AUTHENTICATOR_APP', code: await person.appCode() })
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')
const REVEAL = 'mutation { revealBackupCodes { __typename } }'
const reveal = async (person: Person) => {
  const { data, errors } = await person.browser.ask(REVEAL)
  return errors ? errors[0]?.extensions : data.revealBackupCodes
}

describe('what is required', () => {
  test('both, once 2FA is on', async () => {
    const ada = await stale()
    expect(await reveal(ada)).toMatchObject(needs('PASSWORD', 'SECOND_STEP'))
    const input = { password: ada.password, ...(await appCode(ada)) }
    expect(await outcome(ada, input)).toEqual({
      __typename: 'Reauthenticated',
      until: new Date(testApp.clock.now().getTime() + FRESH).toISOString(),
    })
    expect(await reveal(ada)).toEqual({ __typename: 'BackupCodeSheet' })
  })

  test('what was proved is retained, and the rest is named', async () => {
    const ada = await stale()
    expect(await outcome(ada, { password: ada.password })).toMatchObject(needs('SECOND_STEP'))
    testApp.clock.advance(60_000)
    expect(await outcome(ada, await appCode(ada))).toEqual({
      __typename: 'Reauthenticated',
      until: new Date(testApp.clock.now().getTime() + FRESH - 60_000).toISOString(),
    })
    testApp.clock.advance(FRESH - 60_000)
    expect(await reveal(ada)).toMatchObject(needs('PASSWORD'))
    expect(await outcome(ada, { password: ada.password })).toMatchObject({ __typename: 'Reauthenticated' })
  })

  test('nothing given is nothing confirmed', async () => {
    const ada = await stale()
    expect(await outcome(ada, {})).toMatchObject(needs('PASSWORD', 'SECOND_STEP'))
    expect(await outcome(ada, { code: await ada.appCode() }), 'a code of no method').toMatchObject(
      needs('PASSWORD', 'SECOND_STEP'),
    )
  })

  test('the sign-in itself counts, for five minutes to the millisecond', async () => {
    const ada = await withApp()
    await ada.signIn()
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode())
    testApp.clock.advance(FRESH - 1)
    expect(await reveal(ada)).toEqual({ __typename: 'BackupCodeSheet' })
    testApp.clock.advance(1)
    expect(await reveal(ada)).toMatchObject(needs('PASSWORD', 'SECOND_STEP'))
  })

  test('in that session, and in no other', async () => {
    const ada = await stale()
    const other = ada.browser
    const here = Object.assign(Object.create(ada) as Person, { browser: testApp.browser() })
    await ada.signIn(here.browser)
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), here.browser)
    expect(await reveal(here)).toEqual({ __typename: 'BackupCodeSheet' })
    expect((await other.ask(REVEAL)).errors?.[0]?.extensions).toMatchObject(needs('PASSWORD', 'SECOND_STEP'))
  })

  test('without 2FA the password alone', async () => {
    const ada = await newPerson(testApp).signUp()
    testApp.clock.advance(FRESH)
    expect(await outcome(ada, {})).toMatchObject(needs('PASSWORD'))
    expect(await outcome(ada, { password: ada.password, method: 'SMS', code: '000000' })).toMatchObject({
      __typename: 'Reauthenticated',
    })
  })
})

describe('what is checked first', () => {
  test('the password: with a wrong one no code is spent or counted', async () => {
    const ada = await stale()
    const [backup = ''] = ada.backupCodes
    expect(await outcome(ada, { password: 'not it', method: 'BACKUP_CODE', code: backup })).toMatchObject({
      __typename: 'InvalidCredentials',
    })
    const before = await accountOf(testApp, ada)
    expect(before.attempts).toMatchObject({ inARow: 0 })
    expect(before.backupCodes.filter(({ usedAt }) => usedAt)).toEqual([])
    expect(await outcome(ada, { password: ada.password, method: 'BACKUP_CODE', code: backup })).toMatchObject({
      __typename: 'Reauthenticated',
    })
  })

  test('a right password counts in spite of a wrong code', async () => {
    const ada = await stale()
    expect(await outcome(ada, { password: ada.password, method: 'AUTHENTICATOR_APP', code: '000000' })).toMatchObject({
      __typename: 'InvalidCode',
      attemptsLeft: 4,
    })
    expect(await outcome(ada, await appCode(ada))).toMatchObject({ __typename: 'Reauthenticated' })
  })

  test('the password given again and again gives no further guesses at the code', async () => {
    const ada = await stale()
    const wrong = { password: ada.password, method: 'AUTHENTICATOR_APP', code: '000000' }
    for (const attemptsLeft of [4, 3, 2, 1, 0]) expect(await outcome(ada, wrong)).toMatchObject({ attemptsLeft })
    expect(await outcome(ada, { password: ada.password, ...(await appCode(ada)) })).toMatchObject({
      __typename: 'TooManyAttempts',
      retryAt: new Date(testApp.clock.now().getTime() + limits.guessLock).toISOString(),
    })
    testApp.clock.advance(limits.guessLock)
    expect(await outcome(ada, { password: ada.password, ...(await appCode(ada)) })).toMatchObject({
      __typename: 'Reauthenticated',
    })
  })
})

describe('by SMS', () => {
  const SEND = 'mutation { sendReauthenticationCode { __typename } }'
  const withSms = async (digits: string) => {
    const ada = await (await newPerson(testApp).signUp()).setUpSms(`+4917012346${digits}`)
    testApp.clock.advance(FRESH)
    return ada
  }

  test('password and texted code in one go', async () => {
    const ada = await withSms('01')
    expect(await ada.browser.field(SEND)).toEqual({ __typename: 'CodeSent' })
    const code = await ada.textedCode()
    expect(await outcome(ada, { password: ada.password, method: 'SMS', code })).toMatchObject({
      __typename: 'Reauthenticated',
    })
    expect(await outcome(ada, { method: 'SMS', code }), 'once').toMatchObject({
      __typename: 'InvalidCode',
      alreadyUsed: true,
    })
    expect(await outcome(ada, { method: 'SMS', code: otherThan(code) }), 'and any other is wrong').toMatchObject({
      alreadyUsed: false,
    })
  })

  test('a second confirmation needs a new text message', async () => {
    const ada = await withSms('05')
    await ada.browser.field(SEND)
    await outcome(ada, { password: ada.password, method: 'SMS', code: await ada.textedCode() })
    const first = await ada.lastMessage(ada.phone ?? '')
    testApp.clock.advance(FRESH)
    expect(await ada.browser.field(SEND)).toEqual({ __typename: 'CodeSent' })
    expect(await ada.lastMessage(ada.phone ?? '')).not.toEqual(first)
    expect(await outcome(ada, { password: ada.password, method: 'SMS', code: await ada.textedCode() })).toMatchObject({
      __typename: 'Reauthenticated',
    })
  })

  test('the password first, then the code that was texted before it', async () => {
    const ada = await withSms('02')
    await ada.browser.field(SEND)
    const code = await ada.textedCode()
    expect(await outcome(ada, { password: ada.password })).toMatchObject(needs('SECOND_STEP'))
    expect(await outcome(ada, { method: 'SMS', code })).toMatchObject({ __typename: 'Reauthenticated' })
  })

  test('the code of a sign-in confirms nothing here, and the other way round', async () => {
    const ada = await withSms('03')
    const elsewhere = testApp.browser()
    await ada.signIn(elsewhere)
    const ofSignIn = await ada.textedCode()
    expect(await outcome(ada, { password: ada.password, method: 'SMS', code: ofSignIn })).toMatchObject({
      __typename: 'InvalidCode',
      alreadyUsed: false,
    })
    testApp.clock.advance(1_000)
    await ada.browser.field(SEND)
    const ofSession = await ada.textedCode()
    if (ofSession !== ofSignIn)
      expect(await ada.verify('SMS', ofSession, elsewhere)).toMatchObject({ __typename: 'InvalidCode' })
  })

  test('a texted code expires after exactly ten minutes', async () => {
    const ada = await withSms('04')
    await ada.browser.field(SEND)
    const code = await ada.textedCode()
    testApp.clock.advance(limits.codeLifetime)
    expect(await outcome(ada, { password: ada.password, method: 'SMS', code })).toMatchObject({
      __typename: 'InvalidCode',
      message: 'That code has expired. Request a new one.',
      alreadyUsed: false,
    })
  })
})

test('E01 a stolen session changes nothing that lasts', async () => {
  const ada = await stale()
  for (const document of [
    'mutation { beginAuthenticatorSetup { __typename } }',
    'mutation { beginSmsSetup(input: { phoneNumber: "+491701234699" }) { __typename } }',
    'mutation { regenerateBackupCodes { __typename } }',
    'mutation { turnOffTwoFactor { __typename } }',
    'mutation { setPreferredMethod(method: AUTHENTICATOR_APP) { __typename } }',
    'mutation { changePassword(input: { newPassword: "a new passphrase" }) { __typename } }',
    'mutation { changeName(input: { name: "Eve" }) { __typename } }',
    REVEAL,
  ]) {
    const { errors } = await ada.browser.ask(document)
    expect(errors?.[0]?.extensions, document).toMatchObject(needs('PASSWORD', 'SECOND_STEP'))
  }
  const { factors } = (await ada.viewer()).twoFactor
  const { errors } = await ada.browser.ask('mutation($id: ID!) { removeFactor(id: $id) { __typename } }', {
    id: factors[0].id,
  })
  expect(errors?.[0]?.extensions).toMatchObject(needs('PASSWORD', 'SECOND_STEP'))
})

test('a password and a code that are confirmed at the same moment both count', async () => {
  for (let round = 0; round < 10; round++) {
    const ada = await stale()
    const input = await appCode(ada)
    await Promise.all([outcome(ada, { password: ada.password }), outcome(ada, input)])
    expect(await reveal(ada), `round ${round}`).toEqual({ __typename: 'BackupCodeSheet' })
  }
})
