import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NetworkCollection } from '../networks/network.model.js'
import { accountOf, putNetwork } from '../testing/network.js'
import {
  addPasskey,
  answerAlone as answer,
  beginAlone as begin,
  signInAlone as signInPasskeyAlone,
} from '../testing/passkey-sign-in.js'
import { newPerson, type Person } from '../testing/person.js'
import { refused } from '../testing/refused.js'
import type { PasskeyLies } from '../testing/software-passkey.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const invalid = { __typename: 'InvalidCredentials' }
const over = { __typename: 'SignInExpired' }
const signedIn = { __typename: 'SignedIn' }

/** With a passkey that checks its owner. */
async function withPasskey(isVerified = true): Promise<Person> {
  const ada = await newPerson(testApp).signUp()
  await addPasskey(ada, isVerified)
  return ada
}

const signInAlone = (person: Person, browser?: TestBrowser, lies?: PasskeyLies) =>
  signInPasskeyAlone(testApp, person, browser, lies)

describe('a passkey that checked its owner', () => {
  test('is requested before any account is named, and offers every passkey of the browser', async () => {
    const options = JSON.parse(await begin(testApp.browser()))
    expect(options).toMatchObject({ userVerification: 'required' })
    expect(options.allowCredentials ?? []).toEqual([])
  })

  test('is made to be found without a name, and to check its owner', async () => {
    const { optionsJson } = await (await newPerson(testApp).signUp()).beginPasskey()
    expect(JSON.parse(optionsJson).authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    })
  })

  test('signs in alone, in a browser that was never here, and is all the proof that a change needs', async () => {
    const ada = await withPasskey()
    const elsewhere = testApp.browser()
    expect(await signInAlone(ada, elsewhere)).toMatchObject({ ...signedIn, viewer: { email: ada.email } })
    const reveal = 'mutation { revealBackupCodes { __typename } }'
    expect(await elsewhere.field(reveal)).toEqual({ __typename: 'BackupCodeSheet' })
    testApp.clock.advance(limits.freshEvidence)
    const { errors } = await elsewhere.ask(reveal)
    expect(errors?.[0]?.extensions).toMatchObject({ needs: ['PASSWORD', 'SECOND_STEP'] })
  })

  test('confirms that it is you alone, too', async () => {
    const ada = await withPasskey()
    testApp.clock.advance(limits.freshEvidence)
    const code = ada.passkeys[0]?.get(await ada.askedToConfirm(), { isVerified: true }) ?? ''
    const { data } = await ada.reauthenticate({ method: 'PASSKEY', code })
    expect(data.reauthenticate).toMatchObject({ __typename: 'Reauthenticated' })
  })

  test('opens a network that requires 2FA', async () => {
    const ada = await withPasskey()
    const { slug } = await putNetwork(testApp, [ada], { deadlineIn: -24 })
    await signInAlone(ada)
    expect(
      await ada.browser.field('query($slug: String!) { network(slug: $slug) { allowsPasskeySignIn } }', { slug }),
    ).toEqual({ allowsPasskeySignIn: true })
  })

  test('does not get past a network that refuses it: there the password is required as well', async () => {
    const ada = await withPasskey()
    const { _id, slug } = await putNetwork(testApp, [ada])
    await NetworkCollection.on(testApp.connection).updateOne({ _id }, { $set: { refusesPasskeySignIn: true } })
    await signInAlone(ada)
    const enter = () => ada.browser.ask('query($slug: String!) { network(slug: $slug) { name } }', { slug })
    expect((await enter()).errors?.[0]?.extensions).toMatchObject({
      code: 'REAUTHENTICATION_REQUIRED',
      needs: ['PASSWORD'],
    })
    await ada.reauthenticate({ password: ada.password })
    expect((await enter()).errors).toBeUndefined()
  })

  test('goes on past the locks for codes, and its failures count against nobody', async () => {
    const ada = await withPasskey()
    await ada.signIn(testApp.browser())
    for (let place = 0; place < 2 * limits.guessesInARow; place++)
      expect(await signInAlone(ada, testApp.browser(), { challenge: 'AAAA' })).toMatchObject(invalid)
    expect((await accountOf(testApp, ada)).attempts).toMatchObject({ inARow: 0, recent: [] })
    for (let place = 0; place < limits.guessesInARow; place += limits.guessesPerCode) {
      const browser = testApp.browser()
      await ada.signIn(browser)
      for (let guess = 0; guess < limits.guessesPerCode; guess++)
        await ada.verify('BACKUP_CODE', 'AAAA-AAAA-AAAAA', browser)
    }
    expect((await accountOf(testApp, ada)).attempts.inARow).toBe(limits.guessesInARow)
    expect(await signInAlone(ada)).toMatchObject(signedIn)
    expect((await accountOf(testApp, ada)).attempts.inARow, 'nor does it clear the row').toBe(limits.guessesInARow)
  })
})

describe('what does not sign in alone', () => {
  test.each<[string, PasskeyLies]>([
    ['one that did not check its owner this time', { isVerified: false }],
    ['one of another site', { origin: 'https://evil.example' }],
    ['one for another site', { rpId: 'evil.example' }],
    ['one that signed something else', { challenge: 'AAAA' }],
    ['one that names another account', { userHandle: 'acc_other' }],
    ['one that names nobody', { userHandle: '' }],
  ])('%s', async (_, lies) => {
    const ada = await withPasskey()
    const browser = testApp.browser()
    expect(await refused(testApp, browser, () => signInAlone(ada, browser, lies))).toMatchObject(invalid)
  })

  test('a passkey from before, or a simple key: it stays a second step', async () => {
    const ada = await withPasskey(false)
    expect(await refused(testApp, ada.browser, () => signInAlone(ada))).toMatchObject(invalid)
    await ada.signIn()
    expect(await ada.verifyByPasskey({ isVerified: true })).toMatchObject(signedIn)
    const needs = 'mutation { revealBackupCodes { __typename } }'
    expect((await ada.browser.ask(needs)).errors).toBeUndefined()
  })

  test('an answer in another browser than the one that was asked', async () => {
    const ada = await withPasskey()
    const { _id } = await accountOf(testApp, ada)
    const asked = await begin(testApp.browser())
    const response = ada.passkeys[0]?.get(asked, { isVerified: true, userHandle: _id }) ?? ''
    const thief = testApp.browser()
    expect(await refused(testApp, thief, () => answer(thief, response))).toMatchObject(over)
    await begin(thief)
    expect(await refused(testApp, thief, () => answer(thief, response))).toMatchObject(invalid)
  })

  test('an answer that was used, also at the same moment, and one that is too old', async () => {
    const ada = await withPasskey()
    const { _id } = await accountOf(testApp, ada)
    const browser = testApp.browser()
    const asked = await begin(browser)
    const response = ada.passkeys[0]?.get(asked, { isVerified: true, userHandle: _id, counter: 0 }) ?? ''
    const windows = Array.from({ length: 10 }, () => browser.copy())
    const answers = await Promise.all(windows.map((window) => answer(window, response)))
    expect(answers.filter(({ __typename }) => __typename === 'SignedIn')).toHaveLength(1)
    expect(answers.filter(({ __typename }) => __typename === 'SignInExpired')).toHaveLength(9)

    const late = await begin(browser)
    testApp.clock.advance(limits.codeLifetime)
    const lateAnswer = ada.passkeys[0]?.get(late, { isVerified: true, userHandle: _id, counter: 0 }) ?? ''
    expect(await refused(testApp, browser, () => answer(browser, lateAnswer))).toMatchObject(over)
  })

  test('a challenge that the browser made up', async () => {
    const ada = await withPasskey()
    const browser = testApp.browser()
    await begin(browser)
    const [challenge, expires] = (browser.cookies.get('twinlock_passkey') ?? '').split('.')
    browser.cookies.set('twinlock_passkey', `${challenge}.${Number(expires) + 1}.${'0'.repeat(64)}`)
    const { _id } = await accountOf(testApp, ada)
    const response =
      ada.passkeys[0]?.get(JSON.stringify({ challenge, rpId: 'localhost' }), { isVerified: true, userHandle: _id }) ??
      ''
    expect(await refused(testApp, browser, () => answer(browser, response))).toMatchObject(over)
  })

  test('a removed passkey, and rubbish', async () => {
    const ada = await withPasskey()
    const { factors } = await accountOf(testApp, ada)
    await addPasskey(ada)
    await ada.browser.field('mutation($id: ID!) { removeFactor(id: $id) { __typename } }', {
      id: factors.passkeys?.[0]?.id,
    })
    expect(await refused(testApp, ada.browser, () => signInAlone(ada))).toMatchObject(invalid)
    for (const rubbish of ['', '{}', 'null', '[]', '"x"'])
      expect(await refused(testApp, ada.browser, () => answer(ada.browser, rubbish))).toMatchObject(invalid)
  })
})

test('a network that accepts passkeys alone is not opened by a backup code', async () => {
  const ada = await withPasskey()
  const { slug } = await putNetwork(testApp, [ada], { deadlineIn: -24, methods: ['PASSKEY'] })
  await ada.signIn()
  expect(await ada.verify('BACKUP_CODE', ada.backupCodes[0] ?? '')).toMatchObject(signedIn)
  const enter = () => ada.browser.ask('query($slug: String!) { network(slug: $slug) { name } }', { slug })
  expect((await enter()).errors?.[0]?.extensions.code).toBe('TWO_FACTOR_REQUIRED')
  await signInAlone(ada)
  expect((await enter()).errors).toBeUndefined()
})

describe('a method that a network requires is not set up with a weaker one', () => {
  const BEGIN_PASSKEY = 'mutation { beginPasskeySetup { __typename } }'
  const BEGIN_APP = 'mutation { beginAuthenticatorSetup { __typename } }'
  const REVEAL = 'mutation { revealBackupCodes { __typename } }'
  const REGENERATE = 'mutation { regenerateBackupCodes { __typename } }'
  const REMOVE = 'mutation($id: ID!) { removeFactor(id: $id) { __typename } }'

  const refusalOf = async (person: Person, document: string, variables = {}) =>
    (await person.browser.ask(document, variables)).errors?.[0]?.extensions
  const signInBy = async (person: Person, method: string, code: string) => {
    await person.signIn()
    expect(await person.verify(method, code)).toMatchObject(signedIn)
  }

  const optionalSso = () => ({
    issuer: 'https://idp.example',
    clientId: 'twinlock',
    sealedSecret: null,
    requiredFrom: null,
    proofRequiredFrom: null,
    proofValues: [],
    earlierProof: null,
    endsAt: null,
    justInTimeRole: null,
    savedAt: testApp.clock.now(),
    version: 1,
    workedAt: null,
    trouble: null,
  })

  test('a backup code adds no passkey where passkeys alone are accepted; a passkey does', async () => {
    const ada = await withPasskey()
    const network = await putNetwork(testApp, [ada], { deadlineIn: -24, methods: ['PASSKEY'] })
    await signInBy(ada, 'BACKUP_CODE', ada.backupCodes[0] ?? '')
    expect(await refusalOf(ada, BEGIN_PASSKEY)).toMatchObject({
      code: 'TWO_FACTOR_REQUIRED',
      network: { slug: network.slug },
      acceptedMethods: ['PASSKEY'],
      methods: ['PASSKEY'],
    })
    const id = (await accountOf(testApp, ada)).factors.passkeys?.[0]?.id
    await ada.setUpApp()
    expect(await refusalOf(ada, REMOVE, { id }), 'nor is the passkey removed').toBeUndefined()
    expect((await accountOf(testApp, ada)).factors.passkeys, 'the network requires it').toHaveLength(1)
    await signInAlone(ada)
    await addPasskey(ada)
    expect((await accountOf(testApp, ada)).factors.passkeys).toHaveLength(2)
    await signInBy(ada, 'BACKUP_CODE', ada.backupCodes[1] ?? '')
    expect(await refusalOf(ada, REMOVE, { id })).toMatchObject({ code: 'TWO_FACTOR_REQUIRED' })
  })

  test('a text message replaces no app, and shows no backup codes, where an app is required', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    await ada.setUpSms('+41795550133')
    await putNetwork(testApp, [ada], { deadlineIn: -24, methods: ['AUTHENTICATOR_APP'] })
    testApp.clock.advance(limits.freshEvidence)
    await ada.signIn()
    await ada.browser.field('mutation { sendSignInCode { __typename } }')
    expect(await ada.verify('SMS', await ada.textedCode())).toMatchObject(signedIn)
    for (const document of [BEGIN_APP, REVEAL, REGENERATE])
      expect(await refusalOf(ada, document)).toMatchObject({
        code: 'TWO_FACTOR_REQUIRED',
        methods: ['AUTHENTICATOR_APP'],
      })
    await ada.reauthenticate({ method: 'AUTHENTICATOR_APP', code: await ada.appCode() })
    expect(await refusalOf(ada, REVEAL)).toBeUndefined()
    testApp.clock.advance(limits.freshEvidence)
    await ada.reauthenticate({ password: ada.password, method: 'BACKUP_CODE', code: ada.backupCodes[0] ?? '' })
    expect(await refusalOf(ada, BEGIN_APP), 'where a backup code opens the network, it counts here too').toBeUndefined()
  })

  test('a first method needs the mailbox where the company sign-in alone opens a network that requires two steps', async () => {
    const ada = await newPerson(testApp).signUp()
    await putNetwork(testApp, [ada], { deadlineIn: -24, usesSso: true, sso: optionalSso() })
    expect(await refusalOf(ada, BEGIN_APP)).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['MAILBOX'] })
  })
})

test('a passkey is given another name', async () => {
  const ada = await withPasskey()
  const { factors, epoch } = await accountOf(testApp, ada)
  const id = factors.passkeys?.[0]?.id
  const rename =
    'mutation($id: ID!, $label: String!) { renamePasskey(id: $id, label: $label) { twoFactor { factors { label } } } }'
  const renamed = await ada.browser.field(rename, { id, label: '  Work\nlaptop ' })
  expect(renamed).toEqual({ twoFactor: { factors: [{ label: 'Work laptop' }] } })
  expect((await accountOf(testApp, ada)).epoch, 'nobody is signed out for it').toBe(epoch)
  const other = await ada.browser.ask(rename, { id: 'fac_other', label: 'x' })
  expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})
