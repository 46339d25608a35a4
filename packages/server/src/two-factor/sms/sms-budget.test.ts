import { HOUR, MINUTE } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type LocalProvider, type ProviderAnswer, startProvider } from '../../platform/sms/sms-provider.fixture.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
let provider: LocalProvider
let answer: ProviderAnswer = { status: 200 }
let apps: TestApp[] = []

const gateway = () => ({ SMS_PROVIDER: 'http', SMS_HTTP_URL: provider.origin, SMS_HTTP_TOKEN: 'token' })

/** A server with a real gateway, and these limits. */
async function start(env: Record<string, string> = {}): Promise<TestApp> {
  const started = await startTestApp(inject('mongodbUri'), { env: { ...gateway(), ...env } })
  apps = [...apps, started]
  return started
}
beforeAll(async () => {
  provider = await startProvider(() => answer)
  testApp = await start()
})
beforeEach(() => {
  answer = { status: 200 }
  provider.received.splice(0)
})
afterAll(async () => {
  for (const each of apps) await each.close()
  await provider.close()
})

const later = (ms: number) => new Date(testApp.clock.now().getTime() + ms).toISOString()
const SEND = 'mutation { sendSignInCode { __typename ... on TooManyAttempts { retryAt } } }'
const numbers = (count: number) => Array.from({ length: count }, (_, place) => `+4917012348${10 + place}`)

async function withSms(number: string): Promise<Person> {
  const ada = await newPerson(testApp).signUp()
  const { setupId } = await ada.beginSms(number)
  await testApp.settle()
  await ada.confirmSms(setupId, lastCode())
  return ada
}
const lastCode = () => JSON.parse(provider.received.at(-1)?.body ?? '{}').text.match(/\d{6}/)[0] as string

describe('one account', () => {
  test('gets five texts an hour, then the time of the next one, and signs in by another method', async () => {
    const ada = await (await withSms('+491701234801')).setUpApp()
    for (let place = 0; place < 4; place++) {
      testApp.clock.advance(MINUTE)
      expect(await ada.signIn()).toMatchObject({ preferred: 'SMS', sendRetryAt: null })
      await testApp.settle()
    }
    expect(provider.received).toHaveLength(5)
    testApp.clock.advance(MINUTE)
    const retryAt = later(HOUR - 5 * MINUTE - 30_000)
    expect(await ada.signIn()).toMatchObject({
      preferred: 'SMS',
      methods: ['SMS', 'AUTHENTICATOR_APP', 'BACKUP_CODE'],
      sendRetryAt: retryAt,
    })
    await testApp.settle()
    expect(await ada.browser.field(SEND)).toEqual({ __typename: 'TooManyAttempts', retryAt })
    expect(provider.received, 'nothing goes out').toHaveLength(5)
    expect(await ada.verify('AUTHENTICATOR_APP', await ada.appCode())).toMatchObject({ __typename: 'SignedIn' })

    testApp.clock.set(new Date(retryAt))
    expect(await ada.signIn()).toMatchObject({ sendRetryAt: null })
    await testApp.settle()
    expect(await ada.verify('SMS', lastCode())).toMatchObject({ __typename: 'SignedIn' })
  })

  test('requesting one text more than the limit leaves the one that has arrived valid', async () => {
    const ada = await withSms('+491701234807')
    for (let place = 0; place < 3; place++) {
      testApp.clock.advance(MINUTE)
      await ada.signIn()
      await testApp.settle()
    }
    testApp.clock.advance(MINUTE)
    await ada.browser.field(SEND)
    expect(provider.received).toHaveLength(5)
    testApp.clock.advance(MINUTE)
    expect(await ada.browser.field(SEND)).toMatchObject({ __typename: 'TooManyAttempts' })
    expect(await ada.verify('SMS', lastCode())).toMatchObject({ __typename: 'SignedIn' })
  })

  test('gets ten a day, whatever they are for', async () => {
    const ada = await withSms('+491701234802')
    for (let place = 0; place < 9; place++) {
      testApp.clock.advance(13 * MINUTE)
      await ada.signIn()
      await testApp.settle()
    }
    testApp.clock.advance(HOUR)
    expect(provider.received).toHaveLength(10)
    expect(await ada.signIn()).toMatchObject({ sendRetryAt: later(22 * HOUR + 3 * MINUTE - HOUR + 0) })
  })

  test('asked fifty times at once: never more than five', async () => {
    const ada = await withSms('+491701234803')
    await Promise.all(Array.from({ length: 30 }, () => ada.signIn(testApp.browser())))
    await testApp.settle()
    expect(provider.received).toHaveLength(5)
  })
})

test('one number gets five an hour, for all accounts together', async () => {
  for (let place = 0; place < 5; place++) {
    const bob = await newPerson(testApp).signUp()
    expect(await bob.beginSms('+49 170 1234804')).toMatchObject({ __typename: 'SmsSetup' })
  }
  const sixth = await newPerson(testApp).signUp()
  expect(await sixth.beginSms('00491701234804')).toEqual({
    __typename: 'TooManyAttempts',
    message: expect.any(String),
    retryAt: later(HOUR),
  })
  expect(await sixth.beginSms('+491701234805'), 'and the refusal cost that account nothing').toMatchObject({
    __typename: 'SmsSetup',
  })
})

describe('F07 a provider that does not take it', () => {
  test.each([400, 500])('is reported to the person, without its text or the code (%i)', async (status) => {
    answer = { status, body: 'cannot send 123456 to +491701234840' }
    const ada = await newPerson(testApp).signUp()
    const begun = await ada.beginSms('+491701234840')
    expect(begun).toEqual({ __typename: 'DeliveryFailed', message: expect.any(String) })
    const code = lastCode()
    expect(JSON.stringify(begun)).not.toContain(code)
    expect(testApp.logs()).not.toMatch(new RegExp(`\\b${code}\\b|1701234840|123456`))
  })

  test('is reported for a set-up too', async () => {
    const ada = await newPerson(testApp).signUp()
    const delivery = () => ada.browser.field('{ setUpProgress { sms { codeDelivery } } }')
    expect(await ada.beginSms('+491701234843')).toMatchObject({ __typename: 'SmsSetup' })
    expect(await delivery()).toEqual({ sms: { codeDelivery: 'SENT' } })
    answer = { status: 400 }
    testApp.clock.advance(MINUTE)
    await ada.beginSms('+491701234843')
    expect(await delivery()).toEqual({ sms: { codeDelivery: 'FAILED' } })
  })

  test('is reported as late while it is retried, and as sent once it is', async () => {
    const ada = await withSms('+491701234842')
    const delivery = () => ada.browser.field('{ signInProgress { ... on SecondStepRequired { codeDelivery } } }')
    answer = { status: 503 }
    testApp.clock.advance(MINUTE)
    await ada.signIn()
    await testApp.settle()
    expect(await delivery()).toEqual({ codeDelivery: 'DELAYED' })
    answer = { status: 200 }
    testApp.clock.advance(MINUTE)
    await testApp.settle()
    expect(await delivery()).toEqual({ codeDelivery: 'SENT' })
    expect(await ada.verify('SMS', lastCode())).toMatchObject({ __typename: 'SignedIn' })
  })

  test('skips no step: the sign-in goes on by another method', async () => {
    const ada = await withSms('+491701234841')
    const codes = (
      await ada.browser.field('mutation { revealBackupCodes { ... on BackupCodeSheet { codes { code } } } }')
    ).codes
    answer = { status: 503 }
    testApp.clock.advance(MINUTE)
    expect(await ada.signIn()).toMatchObject({ __typename: 'SecondStepRequired' })
    await testApp.settle()
    expect(await ada.viewer()).toBeNull()
    expect(await ada.verify('BACKUP_CODE', codes[0].code)).toMatchObject({ __typename: 'SignedIn' })
  })
})

describe('F01 the whole installation', () => {
  test('sends to no country that is not on its list, and does not even ask the provider', async () => {
    testApp = await start({ SMS_COUNTRIES: 'DE' })
    const ada = await newPerson(testApp).signUp()
    const refused = await ada.beginSms('+33612345678')
    expect(refused).toMatchObject({ __typename: 'UnsupportedDestination', reason: 'COUNTRY', country: 'FR' })
    expect(refused.message).toMatch(/No texts are sent to France from here/)
    expect(await ada.beginSms('+491701234806')).toMatchObject({ __typename: 'SmsSetup' })
    expect(provider.received).toHaveLength(1)
  })

  test('treats a territory as a separate country, and reports it: US does not include Puerto Rico', async () => {
    testApp = await start({ SMS_COUNTRIES: 'US' })
    const ada = await newPerson(testApp).signUp()
    const refused = await ada.beginSms('+1 787 555 2671')
    expect(refused).toMatchObject({ reason: 'COUNTRY', country: 'PR' })
    expect(refused.message).toMatch(/Puerto Rico.*A territory with a country code of its own counts as a country/)
    expect(await ada.beginSms('+1 415 555 2671')).toMatchObject({ __typename: 'SmsSetup' })
  })

  test('to a country that is off its list: reports it in the answer of the sign-in, and goes on without a text', async () => {
    testApp = await start()
    const ada = await withSms('+33612345679')
    const { clock, keyRing, connection } = testApp
    const stricter = await startTestApp(inject('mongodbUri'), {
      clock,
      keyRing,
      database: connection.name,
      env: { ...gateway(), SMS_COUNTRIES: 'DE' },
    })
    clock.advance(MINUTE)
    const answered = await ada.signIn(stricter.browser())
    expect(answered).toMatchObject({ preferred: 'SMS', sendRetryAt: answered.expiresAt })
    await stricter.closeButKeep()
    expect(provider.received, 'the set-up').toHaveLength(1)
  })

  test('gives one country a tenth of its month a day, and at least ten; set-ups leave some of it to sign-ins', async () => {
    testApp = await start({ SMS_MONTHLY_CAP: '30' })
    const ada = await withSms('+491701234833')
    expect(await setUps(8)).toEqual([...Array.from({ length: 7 }, () => 'SmsSetup'), 'TooManyAttempts'])
    const other = await newPerson(testApp).signUp()
    expect(await other.beginSms('+33612345678'), 'another country').toMatchObject({ __typename: 'SmsSetup' })

    await signsInByText(ada)
    await signsInByText(ada)
    const tomorrow = new Date(testApp.clock.now())
    tomorrow.setUTCHours(24, 0, 0, 0)
    expect(await ada.signIn(), 'stated in the answer').toMatchObject({ sendRetryAt: tomorrow.toISOString() })
    testApp.clock.set(tomorrow)
    await signsInByText(ada)
  })

  test('stops set-ups at four fifths of its month, so that sign-ins still work, and logs it', async () => {
    testApp = await start({ SMS_MONTHLY_CAP: '10' })
    const ada = await withSms('+491701234831')
    expect(await setUps(8)).toEqual([...Array.from({ length: 7 }, () => 'SmsSetup'), 'TooManyAttempts'])
    await signsInByText(ada)
    await signsInByText(ada)
    const { sendRetryAt } = await ada.signIn()
    expect(sendRetryAt, 'stated in the answer, until the month is over').toMatch(firstOfAMonth)
    for (const share of ['0.5', '0.8']) expect(testApp.logs()).toContain(`"share":${share}`)
  })

  test('whose last text another server sent: none goes out, and the sign-in reports it on its next read', async () => {
    testApp = await start({ SMS_MONTHLY_CAP: '2' })
    const ada = await withSms('+491701234835')
    const { clock, keyRing, connection } = testApp
    const env = { ...gateway(), SMS_MONTHLY_CAP: '2' }
    const other = await startTestApp(inject('mongodbUri'), { clock, keyRing, database: connection.name, env })
    await signsInByText(ada)

    clock.advance(MINUTE)
    const browser = other.browser()
    await ada.signIn(browser)
    await other.settle()
    const progress = await browser.field(
      '{ signInProgress { ... on SecondStepRequired { sendRetryAt codeDelivery } } }',
    )
    expect(progress).toEqual({ sendRetryAt: expect.stringMatching(firstOfAMonth), codeDelivery: null })
    expect(await ada.signIn(other.browser()), 'and from then on at once').toMatchObject({
      sendRetryAt: progress.sendRetryAt,
    })
    expect(provider.received).toHaveLength(2)
    await other.closeButKeep()
  })
})

const firstOfAMonth = /^\d{4}-\d{2}-01T00:00:00.000Z$/

/** Begins that many set-ups, each by a new person with another number. */
async function setUps(count: number): Promise<string[]> {
  const answers = []
  for (const number of numbers(count))
    answers.push((await (await newPerson(testApp).signUp()).beginSms(number)).__typename)
  return answers
}

async function signsInByText(person: Person): Promise<void> {
  testApp.clock.advance(MINUTE)
  const before = provider.received.length
  expect(await person.signIn()).toMatchObject({ sendRetryAt: null })
  await testApp.settle()
  expect(provider.received).toHaveLength(before + 1)
  expect(await person.verify('SMS', lastCode())).toMatchObject({ __typename: 'SignedIn' })
}
