import { limits } from '@twinlock/shared/limits'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { accountOf, putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { SecondStepStore } from './second-step.store.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())
afterEach(() => vi.restoreAllMocks())

const attemptsOf = async (person: Person) => (await accountOf(testApp, person)).attempts
const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
const prove = (person: Person, code: string) =>
  person.browser.field(
    `mutation($code: String!) { proveMailbox(code: $code) {
    __typename ... on InvalidCode { attemptsLeft } ... on TooManyAttempts { retryAt }
  } }`,
    { code },
  )

test('C13 signing in, confirming, and setting up the other way are throttled by one counter', async () => {
  const ada = await withApp()
  const app = await ada.beginApp()
  const sms = await ada.beginSms('+491701234521')
  const elsewhere = testApp.browser()
  await ada.signIn(elsewhere)

  const attempts: (() => Promise<{ __typename: string }>)[] = [
    () => ada.confirmApp(app.setupId, '000000'),
    () => ada.confirmSms(sms.setupId, '000000'),
    () => ada.verify('AUTHENTICATOR_APP', '000000', elsewhere),
    async () => (await ada.reauthenticate({ method: 'AUTHENTICATOR_APP', code: '000000' })).data.reauthenticate,
    () => ada.verify('BACKUP_CODE', 'AAAAAAAAAAAAA', elsewhere),
  ]
  for (const guess of [...attempts, ...attempts]) expect(await guess()).toMatchObject({ __typename: 'InvalidCode' })
  expect(await attemptsOf(ada)).toMatchObject({ inARow: 10 })
  for (const guess of attempts) expect(await guess()).toMatchObject({ __typename: 'TooManyAttempts' })
  expect(await ada.confirmApp(app.setupId, await ada.appCode()), 'the right code').toMatchObject({
    __typename: 'TooManyAttempts',
    retryAt: new Date(testApp.clock.now().getTime() + limits.guessLock).toISOString(),
  })
  const begun = await ada.browser.field('mutation { beginAuthenticatorSetup { __typename } }')
  expect(begun, 'and no set-up begins while locked').toEqual({ __typename: 'TooManyAttempts' })
})

test('C13 the mailed code of a sign-in counts with the rest', async () => {
  const ada = await newPerson(testApp).signUp()
  await putNetwork(testApp, [ada], { deadlineIn: -1 })
  for (let place = 0; place < 10; place++) {
    if (place % 5 === 0) expect(await ada.signIn()).toMatchObject({ __typename: 'SetUpRequired' })
    expect(await prove(ada, '000000')).toMatchObject({ __typename: 'InvalidCode', attemptsLeft: 4 - (place % 5) })
  }
  testApp.clock.advance(1)
  await ada.signIn()
  const answer = await refused(testApp, ada.browser, async () => prove(ada, await ada.mailedCode()))
  expect(answer).toMatchObject({ __typename: 'TooManyAttempts' })
})

test('a set-up has its own five guesses, and the sixth is refused even if it is right', async () => {
  const ada = await newPerson(testApp).signUp()
  const { setupId } = await ada.beginApp()
  for (const attemptsLeft of [4, 3, 2, 1, 0])
    expect(await ada.confirmApp(setupId, '000000')).toMatchObject({ __typename: 'InvalidCode', attemptsLeft })
  expect(await ada.confirmApp(setupId, await ada.appCode())).toMatchObject({
    __typename: 'TooManyAttempts',
    retryAt: new Date(testApp.clock.now().getTime() + limits.setUpLifetime).toISOString(),
    remedy: 'BEGIN_AGAIN',
  })
  expect(await ada.viewer()).toMatchObject({ twoFactor: { isOn: false } })
})

test('C03 two hundred guesses at once at a set-up are five', async () => {
  const ada = await newPerson(testApp).signUp()
  const { setupId } = await ada.beginSms('+491701234522')
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => ada.confirmSms(setupId, '000000', ada.browser.copy())),
  )
  expect(answers.filter(({ __typename }) => __typename === 'InvalidCode')).toHaveLength(5)
  expect(await attemptsOf(ada)).toMatchObject({ inARow: 5 })
})

test('C15 a fault of ours while judging gives the guess back, wherever it is counted', async () => {
  const ada = await withApp()
  await ada.signIn()
  const before = await attemptsOf(ada)
  vi.spyOn(testApp.keyRing, 'open').mockRejectedValue(new Error('no key'))
  const verify = `mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }`
  const input = { method: 'AUTHENTICATOR_APP', code: '000000' }
  for (let place = 0; place < 7; place++) {
    const { errors } = await refused(testApp, ada.browser, () => ada.browser.ask(verify, { input }))
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } })
  }
  vi.restoreAllMocks()
  expect(await attemptsOf(ada)).toMatchObject({ inARow: before.inARow, recent: before.recent })
  expect(await ada.verify('AUTHENTICATOR_APP', '000000')).toMatchObject({ attemptsLeft: 4 })
})

test('C15 the same while setting up', async () => {
  const ada = await newPerson(testApp).signUp()
  const { setupId } = await ada.beginApp()
  const confirm = 'mutation($input: ConfirmSetupInput!) { confirmAuthenticatorSetup(input: $input) { __typename } }'
  vi.spyOn(testApp.keyRing, 'open').mockRejectedValue(new Error('no key'))
  for (let place = 0; place < 7; place++)
    expect((await ada.browser.ask(confirm, { input: { setupId, code: '000000' } })).errors).toHaveLength(1)
  vi.restoreAllMocks()
  expect(await ada.confirmApp(setupId, '000000')).toMatchObject({ attemptsLeft: 4 })
  expect(await attemptsOf(ada)).toMatchObject({ inARow: 1, recent: { length: 1 } })
})

test('C19 when guesses cannot be counted, no code is checked', async () => {
  const ada = await withApp()
  await ada.signIn()
  vi.spyOn(SecondStepStore.prototype, 'reserveGuess').mockRejectedValueOnce(new Error('the database is away'))
  const verify = `mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }`
  const input = { method: 'AUTHENTICATOR_APP', code: await ada.appCode() }
  const { errors } = await refused(testApp, ada.browser, () => ada.browser.ask(verify, { input }))
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } })
  expect(JSON.stringify(errors)).not.toContain('database')
})
