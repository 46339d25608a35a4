import { HOUR } from '@twinlock/shared/durations'
import { decodeJwt } from 'jose'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { SECOND_STEP_ACR } from '../domain/verification.js'
import { NetworkCollection, type NetworkDocument } from '../networks/network.model.js'
import type { HostileProvider } from '../sso/testing/hostile-provider.js'
import { claimsOf, putSsoNetwork, signInByProvider } from '../sso/testing/sso-story.js'
import { withProvider } from '../sso/testing/with-provider.js'
import { type Integrator, integratorOf } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { Person } from '../testing/person.js'
import type { TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'
import { answer, asking, REQUEST, RETURN_ADDRESS, START } from './verification.fixture.js'

let testApp: TestApp
let provider: HostileProvider
let network: NetworkDocument
let ida: Person
let shop: Integrator
withProvider((started) => {
  ;({ testApp, provider } = started)
})
beforeAll(async () => {
  const admin = await new Person(testApp, testApp.browser(), 'admin@acme.example').signUp()
  ida = new Person(testApp, testApp.browser(), 'ida@acme.example')
  network = await putSsoNetwork(testApp, provider, [], { over: { justInTimeRole: 'MEMBER' } })
  await putNetwork(testApp, [admin], { into: network, role: 'ADMIN' })
  await signInByProvider(ida.browser, provider, network.slug, claimsOf(ida.email))
  const place = { id: network._id, slug: network.slug }
  shop = await integratorOf(testApp, admin, place, {
    name: 'Shop',
    scopes: ['verifications:write'],
    returnAddresses: [RETURN_ADDRESS],
  })
})

const start = async () => (await shop.field(START, { input: asking(ida) })).verification
const byProvider = (browser: TestBrowser, id: string) =>
  browser.ask(
    `mutation { answerVerificationByProvider(id: "${id}") { __typename ... on VerificationEnded { status returnTo } } }`,
  )

test('a member who signed in by the company is authenticated there again, without a code', async () => {
  testApp.clock.advance(60_000)
  const { id } = await start()
  const { providerUrl, methods } = await ida.browser.field(REQUEST, { id })
  expect(methods).toEqual([])
  expect((await byProvider(ida.browser, id)).errors?.[0]?.extensions).toMatchObject({
    code: 'SSO_REQUIRED',
    startUrl: providerUrl,
  })

  testApp.clock.advance(1_000)
  const { search } = new URL(providerUrl, testApp.url)
  const back = await signInByProvider(
    ida.browser,
    provider,
    network.slug,
    claimsOf(ida.email, { amr: ['pwd', 'mfa'] }),
    search,
  )
  expect(back).toBe(`/verify/${id}?back`)
  expect((await byProvider(ida.browser, id)).data.answerVerificationByProvider).toMatchObject({ status: 'COMPLETED' })
  const read = await shop.field(`{ verification(id: "${id}") { status amr acr } }`)
  expect(read).toEqual({ status: 'COMPLETED', amr: ['pwd', 'mfa'], acr: SECOND_STEP_ACR })
})

describe('what the result claims is what the provider said', () => {
  it.each<[string, Record<string, unknown>, { amr: string[]; acr: string | null }]>([
    ['a password alone', { amr: ['pwd'] }, { amr: ['pwd'], acr: null }],
    ['nothing of how', {}, { amr: [], acr: null }],
    ['a level of its own', { amr: ['pwd'], acr: 'silver' }, { amr: ['pwd'], acr: 'silver' }],
    ['our level, which it cannot give', { amr: ['pwd'], acr: SECOND_STEP_ACR }, { amr: ['pwd'], acr: null }],
    ['a second step', { amr: ['mfa'], acr: 'gold' }, { amr: ['mfa'], acr: SECOND_STEP_ACR }],
  ])('%s', async (_, claims, expected) => {
    const { id } = await start()
    testApp.clock.advance(60_000)
    await signInByProvider(ida.browser, provider, network.slug, claimsOf(ida.email, claims), '?confirm')
    const authTime = new Date(Math.floor(testApp.clock.now().getTime() / 1_000) * 1_000)
    testApp.clock.advance(30_000)
    expect((await byProvider(ida.browser, id)).data.answerVerificationByProvider).toMatchObject({ status: 'COMPLETED' })
    const read = await shop.field(`{ verification(id: "${id}") { amr acr authTime token } }`)
    expect(read).toMatchObject({ ...expected, authTime: authTime.toISOString() })
    const { amr, acr = null, auth_time } = decodeJwt(read.token)
    expect({ amr, acr, auth_time }).toEqual({ ...expected, auth_time: authTime.getTime() / 1_000 })
  })
})

test('a member who used their own second step, since the provider proved none, answers by it', async () => {
  const eva = await (await new Person(testApp, testApp.browser(), 'eva@acme.example').signUp()).setUpApp()
  await putNetwork(testApp, [eva], { into: network })
  const proofRequiredFrom = testApp.clock.now()
  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: network._id },
    { $set: { 'sso.proofRequiredFrom': proofRequiredFrom } },
  )
  const browser = testApp.browser()
  await signInByProvider(browser, provider, network.slug, claimsOf(eva.email, { amr: ['pwd'] }))
  testApp.clock.advance(30_000)
  await browser.ask('mutation($input: ReauthenticateInput!) { reauthenticate(input: $input) { __typename } }', {
    input: { method: 'AUTHENTICATOR_APP', code: await eva.appCode() },
  })
  const { id } = (await shop.field(START, { input: asking(eva) })).verification
  expect(await browser.field(REQUEST, { id })).toMatchObject({
    providerUrl: null,
    methods: ['AUTHENTICATOR_APP', 'BACKUP_CODE'],
  })
  expect((await byProvider(browser, id)).errors?.[0]?.extensions.code).toBe('SSO_REQUIRED')
  testApp.clock.advance(30_000)
  const there = new Person(testApp, browser, eva.email)
  expect(await answer(there, id, await eva.appCode())).toMatchObject({ status: 'COMPLETED' })
  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: network._id },
    { $set: { 'sso.proofRequiredFrom': null } },
  )
})

test('an assertion from before the request, or an old one, does not answer it', async () => {
  testApp.clock.advance(HOUR)
  await signInByProvider(ida.browser, provider, network.slug, claimsOf(ida.email))
  testApp.clock.advance(120_000)
  const { id } = await start()
  expect((await byProvider(ida.browser, id)).errors?.[0]?.extensions.code).toBe('SSO_REQUIRED')
  testApp.clock.advance(1_000)
  const hoursAgo = Math.floor(testApp.clock.now().getTime() / 1_000) - 7_200
  await signInByProvider(ida.browser, provider, network.slug, claimsOf(ida.email, { auth_time: hoursAgo }))
  expect((await byProvider(ida.browser, id)).errors?.[0]?.extensions.code).toBe('SSO_REQUIRED')
})
