import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { accountOf } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const textsTo = async (number: string) => {
  await testApp.settle()
  return (await testApp.app.get(CapturedMessagesStore).list(['sms'])).filter(({ to }) => to === number)
}
const resend = (person: Person, setupId: string) =>
  person.browser.field(
    'mutation($id: ID!) { resendSmsSetupCode(setupId: $id) { __typename ... on SendCodeTooSoon { retryAt } ... on CodeSent { sentTo } } }',
    { id: setupId },
  )
const begin = (person: Person, input: Record<string, unknown>) =>
  person.browser.field(
    'mutation($input: BeginSmsSetupInput!) { beginSmsSetup(input: $input) { __typename ... on SmsSetup { setupId phoneNumber maskedPhoneNumber } } }',
    { input },
  )
const later = (ms: number) => new Date(testApp.clock.now().getTime() + ms).toISOString()

describe('F03 one number, however it is written', () => {
  test('is one set-up, one code, and one text', async () => {
    const ada = await newPerson(testApp).signUp()
    ada.phone = '+14155552671'
    const spellings = [
      { phoneNumber: '+1 (415) 555-2671' },
      { phoneNumber: '0014155552671' },
      { phoneNumber: '＋１４１５５５５２６７１' },
      { phoneNumber: '415.555.2671\u200b', country: 'US' },
    ]
    const answers = []
    for (const input of spellings) answers.push(await begin(ada, input))
    expect(new Set(answers.map(({ setupId }) => setupId)).size).toBe(1)
    expect(answers[0]).toMatchObject({
      __typename: 'SmsSetup',
      phoneNumber: '+1 415 555 2671',
      maskedPhoneNumber: '•••• 71',
    })
    expect(await textsTo('+14155552671')).toHaveLength(1)
    expect(await ada.confirmSms(answers[0].setupId, await ada.textedCode())).toMatchObject({
      __typename: 'TwoFactorSetUp',
      viewer: { twoFactor: { factors: [{ method: 'SMS', label: '•••• 71' }] } },
    })
  })

  test('may serve two accounts, each with its own code', async () => {
    const [ada, bob] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    const begun = await ada.beginSms('+491701234571')
    const code = sixDigits((await textsTo('+491701234571'))[0]?.text)
    testApp.clock.advance(1)
    const other = await bob.beginSms('+491701234571')
    expect(await bob.confirmSms(begun.setupId, code)).toMatchObject({ __typename: 'CodeExpired' })
    expect(await ada.confirmSms(begun.setupId, code)).toMatchObject({ __typename: 'TwoFactorSetUp' })
    expect(await bob.confirmSms(other.setupId, sixDigits((await textsTo('+491701234571'))[0]?.text))).toMatchObject({
      __typename: 'TwoFactorSetUp',
    })
  })
})

describe('the texted code', () => {
  test('is the same when it is sent again, a minute later and not before, and resets nothing', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId } = await ada.beginSms('+491701234572')
    expect(await ada.confirmSms(setupId, '000000')).toMatchObject({ attemptsLeft: 4 })
    testApp.clock.advance(limits.resendCooldown - 1)
    expect(await resend(ada, setupId)).toEqual({ __typename: 'SendCodeTooSoon', retryAt: later(1) })
    testApp.clock.advance(1)
    expect(await resend(ada, setupId)).toMatchObject({ __typename: 'CodeSent', sentTo: '+49 170 1234572' })
    const texts = await textsTo('+491701234572')
    expect(texts).toHaveLength(2)
    expect(texts[0]?.text).toBe(texts[1]?.text)
    expect(await ada.confirmSms(setupId, '000000')).toMatchObject({ attemptsLeft: 3 })
  })

  test('lives for ten minutes to the millisecond; then a new one is sent', async () => {
    const ada = await newPerson(testApp).signUp()
    const { setupId } = await ada.beginSms('+491701234573')
    const code = sixDigits((await textsTo('+491701234573'))[0]?.text)
    testApp.clock.advance(limits.codeLifetime)
    expect(await ada.confirmSms(setupId, code)).toMatchObject({ __typename: 'CodeExpired' })
    await resend(ada, setupId)
    const fresh = sixDigits((await textsTo('+491701234573'))[0]?.text)
    testApp.clock.advance(limits.codeLifetime - 1)
    expect(await ada.confirmSms(setupId, fresh)).toMatchObject({ __typename: 'TwoFactorSetUp' })
  })

  test('of the set-up does not sign in, and of a sign-in does not set up', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    const { setupId } = await ada.beginSms('+491701234574')
    const ofSetUp = sixDigits((await textsTo('+491701234574'))[0]?.text)
    await ada.confirmSms(setupId, ofSetUp)
    testApp.clock.advance(60_000)
    const elsewhere = testApp.browser()
    await ada.signIn(elsewhere)
    await elsewhere.field('mutation { sendSignInCode { __typename } }')
    expect(await ada.verify('SMS', ofSetUp, elsewhere)).toMatchObject({ __typename: 'InvalidCode' })
  })

  test('goes to the new number when the number was wrong, and the old code is no code', async () => {
    const ada = await newPerson(testApp).signUp()
    const wrong = await ada.beginSms('+491701234575')
    const old = sixDigits((await textsTo('+491701234575'))[0]?.text)
    const right = await ada.beginSms('+491701234576')
    expect(right.setupId).not.toBe(wrong.setupId)
    expect(await ada.confirmSms(wrong.setupId, old)).toMatchObject({ __typename: 'CodeExpired' })
    expect(await ada.confirmSms(right.setupId, sixDigits((await textsTo('+491701234576'))[0]?.text))).toMatchObject({
      __typename: 'TwoFactorSetUp',
    })
  })

  test('F09 stands in one fixed sentence, with the domain that a phone fills it in for', async () => {
    const ada = await newPerson(testApp).signUp()
    await ada.beginSms('+491701234577')
    const { text = '' } = (await textsTo('+491701234577'))[0] ?? {}
    expect(text).toMatch(/^[^\n]*\d{6}[^\n]*\n\n@localhost #\d{6}$/)
    expect(text).not.toContain(ada.name)
    expect(text).not.toMatch(/https?:/)
  })

  test('F07 is in no answer, no log and no stored document', async () => {
    const ada = await newPerson(testApp).signUp()
    const begun = await ada.beginSms('+491701234578')
    const code = sixDigits((await textsTo('+491701234578'))[0]?.text)
    expect(JSON.stringify(begun)).not.toContain(code)
    expect(testApp.logs()).not.toMatch(new RegExp(`\\b${code}\\b`))
    expect(JSON.stringify(await accountOf(testApp, ada))).not.toMatch(new RegExp(`\\b${code}\\b|1701234578`))
  })
})

test('F05 a phone number given at sign-in is no field of it', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpSms('+491701234579')
  await ada.signIn()
  for (const document of [
    'mutation { sendSignInCode(phoneNumber: "+491701234580") { __typename } }',
    'mutation { verifySecondStep(input: { method: SMS, code: "000000", phoneNumber: "+491701234580" }) { __typename } }',
  ])
    expect((await ada.browser.ask(document)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(await textsTo('+491701234580')).toEqual([])
})

test.each([
  ['a landline', '+49 30 123456', 'UnsupportedDestination'],
  ['a premium number', '+1 900 555 2671', 'UnsupportedDestination'],
  ['no number', 'hello', 'InvalidPhoneNumber'],
  ['half a number', '+49 170', 'InvalidPhoneNumber'],
])('%s is refused before anything is counted or sent', async (_, phoneNumber, answer) => {
  const ada = await newPerson(testApp).signUp()
  const acts = testApp.connection.collection('acts')
  const before = await acts.countDocuments()
  expect(await begin(ada, { phoneNumber })).toMatchObject({ __typename: answer })
  expect(await acts.countDocuments()).toBe(before)
})

test('a number that takes no texts, or is none, is answered with how one of its country is written', async () => {
  const ada = await newPerson(testApp).signUp()
  const ask = (phoneNumber: string, country?: string) =>
    ada.browser.field(
      `mutation($input: BeginSmsSetupInput!) { beginSmsSetup(input: $input) {
        __typename
        ... on UnsupportedDestination { message reason country example }
        ... on InvalidPhoneNumber { message example }
      } }`,
      { input: { phoneNumber, country } },
    )
  const landline = await ask('030 123456', 'DE')
  expect(landline).toMatchObject({ __typename: 'UnsupportedDestination', reason: 'NOT_MOBILE', country: 'DE' })
  expect(landline.example).toMatch(/^\+49 1/)
  expect(landline.message).toContain(`Mobile numbers of Germany look like ${landline.example}.`)
  const none = await ask('12', 'AR')
  expect(none).toMatchObject({ __typename: 'InvalidPhoneNumber', example: expect.stringMatching(/^\+54 9 /) })
  expect(none.message).toContain(none.example)
})

test('a number as people of its country still write it gets its text', async () => {
  const ada = await newPerson(testApp).signUp()
  expect(await begin(ada, { phoneNumber: '+54 11 2345 6789' })).toMatchObject({ __typename: 'SmsSetup' })
  expect(await textsTo('+5491123456789')).toHaveLength(1)
})

function sixDigits(text = ''): string {
  return text.match(/\d{6}/)?.[0] ?? ''
}
