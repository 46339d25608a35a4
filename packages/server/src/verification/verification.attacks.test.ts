import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { integratorOf } from '../testing/integrator.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { answer, asking, REQUEST, read, START, shopOf, start } from './verification.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code

describe('answering a verification', () => {
  test('that concerns another person is not found', async () => {
    const shop = await shopOf(testApp)
    const eve = await (await newPerson(testApp, 'eve').signUp()).setUpApp()
    const asked = await start(shop)
    expect(await eve.browser.field(REQUEST, { id: asked.id })).toBeNull()
    const input = { id: asked.id, method: 'AUTHENTICATOR_APP', code: await eve.appCode() }
    const mutation = 'mutation($input: AnswerVerificationInput!) { answerVerification(input: $input) { __typename } }'
    expect(codeOf(await eve.browser.ask(mutation, { input }))).toBe('NOT_FOUND')
    expect(codeOf(await eve.browser.ask(`mutation { declineVerification(id: "${asked.id}") { status } }`))).toBe(
      'NOT_FOUND',
    )
    expect((await read(shop, asked.id)).status).toBe('PENDING')
  })

  test('signed out, half signed in, or with the app’s key is refused', async () => {
    const shop = await shopOf(testApp)
    const asked = await start(shop)
    const elsewhere = testApp.browser()
    expect(codeOf(await elsewhere.ask(REQUEST, { id: asked.id }))).toBe('UNAUTHENTICATED')
    await shop.ada.signIn(elsewhere)
    expect(codeOf(await elsewhere.ask(REQUEST, { id: asked.id }))).toBe('UNAUTHENTICATED')
    expect(codeOf(await shop.shop.ask(REQUEST, { id: asked.id }))).toBe('FORBIDDEN')
  })

  test('with the code of the sign-in is refused: each code works once anywhere', async () => {
    const shop = await shopOf(testApp)
    const asked = await start(shop)
    const code = await shop.ada.appCode()
    const elsewhere = testApp.browser()
    await shop.ada.signIn(elsewhere)
    await shop.ada.verify('AUTHENTICATOR_APP', code, elsewhere)
    expect(await answer(shop.ada, asked.id, code)).toMatchObject({ __typename: 'InvalidCode', alreadyUsed: true })
  })

  test('twice counts once: fifty answers at the same moment, one end', async () => {
    const shop = await shopOf(testApp)
    const asked = await start(shop)
    const code = await shop.ada.appCode()
    const answers = await Promise.all(Array.from({ length: 50 }, () => answer(shop.ada, asked.id, code)))
    const ends = answers.filter(({ __typename }) => __typename === 'VerificationEnded')
    expect(ends.length).toBeGreaterThan(0)
    await testApp.settle()
    const ended = await testApp.connection.collection('audit_events').countDocuments({
      'event.verificationId': asked.id,
      type: { $in: ['verification.completed', 'verification.locked'] },
    })
    expect(ended).toBe(1)
  })

  test('C03: a hundred wrong guesses at once: at most five are checked, and it is locked', async () => {
    const shop = await shopOf(testApp)
    const asked = await start(shop)
    const wrong = (await shop.ada.appCode()) === '000000' ? '000001' : '000000'
    await Promise.all(Array.from({ length: 100 }, () => answer(shop.ada, asked.id, wrong)))
    expect((await read(shop, asked.id)).status).toBe('LOCKED')
    const account = await testApp.connection.collection('accounts').findOne({ email: shop.ada.email })
    expect(account?.attempts.recent.length).toBeLessThanOrEqual(5)
    testApp.clock.advance(30_000)
    expect(await answer(shop.ada, asked.id, await shop.ada.appCode())).toMatchObject({ status: 'LOCKED' })
  })

  test('C13: guesses here and at the sign-in are counted together', async () => {
    const shop = await shopOf(testApp)
    for (const _ of [1, 2]) {
      const asked = await start(shop)
      for (let guess = 0; guess < 5; guess += 1) await answer(shop.ada, asked.id, '000000')
    }
    const elsewhere = testApp.browser()
    await shop.ada.signIn(elsewhere)
    expect(await shop.ada.verify('AUTHENTICATOR_APP', await shop.ada.appCode(), elsewhere)).toMatchObject({
      __typename: 'TooManyAttempts',
    })
  })

  test('C01: many guesses in one document are refused before any is checked', async () => {
    const shop = await shopOf(testApp)
    const asked = await start(shop)
    const guess = (alias: string) =>
      `${alias}: answerVerification(input: { id: "${asked.id}", method: AUTHENTICATOR_APP, code: "000000" }) { __typename }`
    const refused = await shop.ada.browser.ask(`mutation { ${guess('a')} ${guess('b')} }`)
    expect(codeOf(refused)).toBe('GRAPHQL_VALIDATION_FAILED')
    const account = await testApp.connection.collection('accounts').findOne({ email: shop.ada.email })
    expect(account?.attempts.recent).toEqual([])
  })

  test('a text that was sent for one verification does not answer another', async () => {
    const shop = await shopOf(testApp, { hasApp: false })
    await shop.ada.setUpSms('+491701230002')
    const [one, other] = [await start(shop), await start(shop)]
    await shop.ada.browser.field(`mutation { sendVerificationCode(id: "${one.id}") { __typename } }`)
    const code = await shop.ada.textedCode()
    expect(await answer(shop.ada, other.id, code, 'SMS')).toMatchObject({ __typename: 'InvalidCode' })
  })
})

describe('requesting a verification', () => {
  test('with a return address that is not registered is refused, however it is written', async () => {
    const shop = await shopOf(testApp)
    for (const returnUrl of [
      'https://evil.example.com/confirmed',
      'https://shop.example.com/confirmed/../evil',
      'https://shop.example.com.evil.example/confirmed',
      'https://user@shop.example.com/confirmed',
      'https://shop.example.com/confirmed#token',
      'https://shop.example.com:8443/confirmed',
      'http://shop.example.com/confirmed',
      '//evil.example.com/confirmed',
      'javascript:alert(1)',
      '',
    ]) {
      const refused = await shop.shop.field(START, { input: asking(shop.ada, { returnUrl }) })
      expect({ returnUrl, refused }).toMatchObject({ refused: { fields: [{ field: 'returnUrl' }] } })
    }
  })

  test('as a person, also as an OWNER, is refused', async () => {
    const shop = await shopOf(testApp)
    expect(codeOf(await shop.ada.browser.ask(START, { input: asking(shop.ada) }))).toBe('FORBIDDEN')
  })

  test('without the scope is refused, and another key’s request is not found', async () => {
    const shop = await shopOf(testApp)
    const asked = await start(shop)
    const weak = await integratorOf(testApp, shop.ada, shop.network, { scopes: ['network:read'] })
    expect((await weak.ask(START, { input: asking(shop.ada) })).errors?.[0]?.extensions).toEqual({
      code: 'FORBIDDEN',
      missingScope: 'verifications:write',
    })
    const other = await integratorOf(testApp, shop.ada, shop.network, { scopes: ['verifications:write'] })
    expect(await other.field(`{ verification(id: "${asked.id}") { id } }`)).toBeNull()
  })

  test('of another network’s member is refused', async () => {
    const shop = await shopOf(testApp)
    const other = await shopOf(testApp)
    expect((await shop.shop.field(START, { input: asking(other.ada) })).__typename).toBe('NoSuchMember')
    const foreign = (await start(other)).memberId
    expect((await shop.shop.field(START, { input: asking(shop.ada, { member: { id: foreign } }) })).__typename).toBe(
      'NoSuchMember',
    )
  })

  test('with text that displays as something else is refused', async () => {
    const shop = await shopOf(testApp)
    for (const reason of ['Pay\n1 EUR', 'Pay \u202e5RUE', ' ', 'x'.repeat(141)]) {
      const refused = await shop.shop.field(START, { input: asking(shop.ada, { reason }) })
      expect(refused).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'reason' }] })
    }
  })

  test('leaves no result in the return address', async () => {
    const shop = await shopOf(testApp)
    const asked = await start(shop, { nonce: 'n-1', state: 's-1' })
    const { returnTo } = await answer(shop.ada, asked.id, await shop.ada.appCode())
    expect([...new URL(returnTo).searchParams.keys()]).toEqual(['verification', 'state'])
  })
})
