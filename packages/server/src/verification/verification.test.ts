import { createHash } from 'node:crypto'
import { MINUTE } from '@twinlock/shared/durations'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { answer, asking, REQUEST, RETURN_ADDRESS, read, START, shopOf, start } from './verification.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

test('an app starts a verification, Ada answers it with her second step, and the app reads the result', async () => {
  const { ada, ...rest } = await shopOf(testApp)
  const asked = await start({ ada, ...rest }, { amount: '1,250.00 EUR', payee: 'Blue Shipping', state: 'order-17' })
  expect(asked).toMatchObject({ status: 'PENDING', email: ada.email, amr: [], token: null })
  expect(asked.url).toBe(`http://localhost:4000/verify/${asked.id}`)

  expect(await ada.browser.field(REQUEST, { id: asked.id })).toMatchObject({
    status: 'PENDING',
    app: 'Shop',
    reason: 'Pay an invoice',
    amount: '1,250.00 EUR',
    payee: 'Blue Shipping',
    methods: ['AUTHENTICATOR_APP', 'BACKUP_CODE'],
    returnTo: null,
  })
  testApp.clock.advance(30_000)
  expect(await answer(ada, asked.id, await ada.appCode())).toEqual({
    __typename: 'VerificationEnded',
    status: 'COMPLETED',
    returnTo: `${RETURN_ADDRESS}?verification=${asked.id}&state=order-17`,
  })
  const now = testApp.clock.now().toISOString()
  expect(await read({ ada, ...rest }, asked.id)).toMatchObject({
    status: 'COMPLETED',
    endedAt: now,
    authTime: now,
    acr: 'urn:twinlock:acr:second-step',
    amr: ['pwd', 'otp', 'mfa'],
    token: expect.stringMatching(/^eyJ/),
  })
})

test('a passkey answers one verification, and its answer no other', async () => {
  const shop = await shopOf(testApp)
  await shop.ada.setUpPasskey()
  const [asked, other] = [await start(shop), await start(shop)]
  const optionsOf = async (id: string) => {
    const begin = 'mutation($id: ID!) { beginPasskeyVerification(id: $id) { ... on PasskeyChallenge { optionsJson } } }'
    return (await shop.ada.browser.field(begin, { id })).optionsJson
  }
  const signed = shop.ada.passkeys[0]?.get(await optionsOf(asked.id)) ?? ''
  await optionsOf(other.id)
  expect(await answer(shop.ada, other.id, signed, 'PASSKEY')).toMatchObject({ __typename: 'InvalidCode' })
  expect(await answer(shop.ada, asked.id, signed, 'PASSKEY')).toMatchObject({ status: 'COMPLETED' })
  expect(await read(shop, asked.id)).toMatchObject({ amr: ['pwd', 'pop', 'mfa'] })
})

test('any library validates the result with the published keys', async () => {
  const shop = await shopOf(testApp)
  const asked = await start(shop, { amount: '9 EUR', nonce: 'n-1' })
  await answer(shop.ada, asked.id, await shop.ada.appCode())
  const { token, memberId } = await read(shop, asked.id)
  const keys = createRemoteJWKSet(new URL(`${testApp.url}/.well-known/jwks.json`))
  const { payload } = await jwtVerify(token, keys, {
    issuer: 'http://localhost:4000',
    audience: shop.shop.keyId,
    algorithms: ['ES256'],
    currentDate: testApp.clock.now(),
  })
  const authTime = Math.floor(testApp.clock.now().getTime() / 1000)
  expect(payload).toEqual({
    iss: 'http://localhost:4000',
    aud: shop.shop.keyId,
    sub: memberId,
    email: shop.ada.email,
    jti: asked.id,
    iat: authTime,
    exp: authTime + 300,
    auth_time: authTime,
    acr: 'urn:twinlock:acr:second-step',
    amr: ['pwd', 'otp', 'mfa'],
    nonce: 'n-1',
    app: 'Shop',
    shown_hash: createHash('sha256').update('Shop\nPay an invoice\n9 EUR\n').digest('base64url'),
  })
})

test('a result can be fetched for ten minutes, and each token is valid for five', async () => {
  const shop = await shopOf(testApp)
  const asked = await start(shop)
  await answer(shop.ada, asked.id, await shop.ada.appCode())
  testApp.clock.advance(10 * MINUTE - 1)
  expect((await read(shop, asked.id)).token).not.toBeNull()
  testApp.clock.advance(1)
  expect(await read(shop, asked.id)).toMatchObject({ status: 'COMPLETED', token: null })
})

test('a texted code answers the verification that it was sent for', async () => {
  const shop = await shopOf(testApp, { hasApp: false })
  await shop.ada.setUpSms('+491701230001')
  const asked = await start(shop)
  const sent = await shop.ada.browser.field(
    `mutation { sendVerificationCode(id: "${asked.id}") { __typename ... on CodeSent { sentTo } } }`,
  )
  expect(sent).toEqual({ __typename: 'CodeSent', sentTo: '•••• 01' })
  expect(await answer(shop.ada, asked.id, await shop.ada.textedCode(), 'SMS')).toMatchObject({ status: 'COMPLETED' })
  expect((await read(shop, asked.id)).amr).toEqual(['pwd', 'sms', 'mfa'])
})

test("Ada says that it wasn't her: the app reads it, and the Admins are mailed", async () => {
  const shop = await shopOf(testApp)
  const asked = await start(shop)
  const ended = await shop.ada.browser.field(`mutation { declineVerification(id: "${asked.id}") { status returnTo } }`)
  expect(ended).toEqual({ status: 'DECLINED', returnTo: `${RETURN_ADDRESS}?verification=${asked.id}` })
  expect(await read(shop, asked.id)).toMatchObject({ status: 'DECLINED', token: null, amr: [] })
  expect(await shop.ada.lastMessage()).toMatchObject({ subject: 'ada says it wasn’t them' })
})

test('without an answer it expires after ten minutes, even if no one reads it', async () => {
  const shop = await shopOf(testApp)
  const looked = await start(shop)
  const unseen = await start(shop)
  testApp.clock.advance(10 * MINUTE - 1)
  expect((await read(shop, looked.id)).status).toBe('PENDING')
  testApp.clock.advance(1)
  expect((await read(shop, looked.id)).status).toBe('EXPIRED')
  await testApp.app.worker.runOnce()
  await testApp.settle()
  const logged = await testApp.connection
    .collection('audit_events')
    .findOne({ type: 'verification.expired', 'event.verificationId': unseen.id })
  expect(logged?.event.actor).toEqual({ kind: 'system' })
  expect(await answer(shop.ada, looked.id, await shop.ada.appCode())).toMatchObject({ status: 'EXPIRED' })
})

test('a member without a second step sets one up, then answers', async () => {
  const shop = await shopOf(testApp, { hasApp: false })
  const asked = await start(shop)
  expect(await shop.ada.browser.field(REQUEST, { id: asked.id })).toMatchObject({ status: 'PENDING', methods: [] })
  await shop.ada.reauthenticate({ password: shop.ada.password })
  await shop.ada.setUpApp()
  expect(await answer(shop.ada, asked.id, await shop.ada.appCode())).toMatchObject({ status: 'COMPLETED' })
})

test('a member without a second step can leave without setting one up', async () => {
  const shop = await shopOf(testApp, { hasApp: false })
  const asked = await start(shop)
  expect(await shop.ada.browser.field(`mutation { leaveVerification(id: "${asked.id}") { status } }`)).toEqual({
    status: 'NO_SECOND_STEP',
  })
  const unanswered = await start(shop)
  testApp.clock.advance(10 * MINUTE)
  expect((await read(shop, unanswered.id)).status).toBe('NO_SECOND_STEP')
})

test('a repeated idempotency key returns the same verification; a different request under it is refused', async () => {
  const shop = await shopOf(testApp)
  const once = await start(shop, { idempotencyKey: 'order-17' })
  expect((await start(shop, { idempotencyKey: 'order-17' })).id).toBe(once.id)
  const other = await shop.shop.field(START, {
    input: asking(shop.ada, { idempotencyKey: 'order-17', amount: '1 EUR' }),
  })
  expect(other).toMatchObject({ __typename: 'InvalidInput', fields: [{ field: 'idempotencyKey' }] })
  const both = await Promise.all([1, 2, 3].map(() => start(shop, { idempotencyKey: 'order-18' })))
  expect(new Set(both.map(({ id }) => id)).size).toBe(1)
})

test('the member is given by address or id, and must exist', async () => {
  const shop = await shopOf(testApp)
  const { memberId } = await start(shop)
  const byId = await shop.shop.field(START, { input: asking(shop.ada, { member: { id: memberId } }) })
  expect(byId.verification.memberId).toBe(memberId)
  const stranger = await shop.shop.field(START, { input: asking(shop.ada, { member: { email: 'eve@example.com' } }) })
  expect(stranger.__typename).toBe('NoSuchMember')
  const both = { input: asking(shop.ada, { member: { id: memberId, email: shop.ada.email } }) }
  expect(await shop.shop.field(START, both)).toMatchObject({ fields: [{ field: 'member' }] })
})

test('signing keys rotate by the calendar, and the previous one stays published', async () => {
  const publishedKeys = async () => {
    const answer = await fetch(`${testApp.url}/.well-known/jwks.json`)
    return ((await answer.json()) as { keys: { kid: string; d?: string }[] }).keys
  }
  const shop = await shopOf(testApp)
  const asked = await start(shop)
  await answer(shop.ada, asked.id, await shop.ada.appCode())
  const { kid } = decodeProtectedHeader((await read(shop, asked.id)).token)

  testApp.clock.advance(30 * 24 * 60 * MINUTE)
  const later = await publishedKeys()
  expect(later.map((key) => key.kid)).toContain(kid)
  expect(later.length).toBeGreaterThan(1)
  expect(later.filter((key) => 'd' in key)).toEqual([])

  testApp.clock.advance(30 * 24 * 60 * MINUTE)
  expect((await publishedKeys()).map((key) => key.kid)).not.toContain(kid)
})
