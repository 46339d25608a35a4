import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { NetworkDocument } from '../networks/network.model.js'
import { HostileProvider } from '../sso/testing/hostile-provider.js'
import { comeBy, putSsoNetwork, saysOf } from '../sso/testing/sso-story.js'
import { type Integrator, integratorOf } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'
import { asking, REQUEST, RETURN_ADDRESS, START } from './verification.fixture.js'

let testApp: TestApp
let provider: HostileProvider
let network: NetworkDocument
let ida: Person
let shop: Integrator
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  provider = await HostileProvider.start(testApp.clock)
  const admin = await new Person(testApp, testApp.browser(), 'admin@acme.example').signUp()
  ida = new Person(testApp, testApp.browser(), 'ida@acme.example')
  network = await putSsoNetwork(testApp, provider, [], { over: { justInTimeRole: 'MEMBER' } })
  await putNetwork(testApp, [admin], { into: network, role: 'ADMIN' })
  await comeBy(ida.browser, provider, network.slug, saysOf(ida.email))
  const place = { id: network._id, slug: network.slug }
  shop = await integratorOf(testApp, admin, place, {
    name: 'Shop',
    scopes: ['verifications:write'],
    returnAddresses: [RETURN_ADDRESS],
  })
})
afterAll(async () => {
  await provider.stop()
  await testApp.close()
})

const start = async () => (await shop.field(START, { input: asking(ida) })).verification
const byProvider = (browser: TestBrowser, id: string) =>
  browser.ask(
    `mutation { answerVerificationByProvider(id: "${id}") { __typename ... on VerificationEnded { status returnTo } } }`,
  )

test('who comes in by the company sign-in proves themselves there once more, and is not asked for a code', async () => {
  testApp.clock.advance(60_000)
  const { id } = await start()
  const { providerUrl, methods } = await ida.browser.field(REQUEST, { id })
  expect(methods).toEqual([])
  expect((await byProvider(ida.browser, id)).errors?.[0]?.extensions.code).toBe('SSO_REQUIRED')

  testApp.clock.advance(1_000)
  const { search } = new URL(providerUrl, testApp.url)
  const back = await comeBy(ida.browser, provider, network.slug, saysOf(ida.email, { amr: ['pwd', 'mfa'] }), search)
  expect(back).toBe(`/verify/${id}?back`)
  expect((await byProvider(ida.browser, id)).data.answerVerificationByProvider).toMatchObject({ status: 'COMPLETED' })
  const read = await shop.field(`{ verification(id: "${id}") { status amr acr } }`)
  expect(read).toEqual({ status: 'COMPLETED', amr: ['pwd', 'mfa'], acr: 'urn:twinlock:acr:second-step' })
})

test('a word that the provider gave before the question, or of long ago, does not answer it', async () => {
  testApp.clock.advance(3_600_000)
  await comeBy(ida.browser, provider, network.slug, saysOf(ida.email))
  testApp.clock.advance(120_000)
  const { id } = await start()
  expect((await byProvider(ida.browser, id)).errors?.[0]?.extensions.code).toBe('SSO_REQUIRED')
  testApp.clock.advance(1_000)
  const hoursAgo = Math.floor(testApp.clock.now().getTime() / 1_000) - 7_200
  await comeBy(ida.browser, provider, network.slug, saysOf(ida.email, { auth_time: hoursAgo }))
  expect((await byProvider(ida.browser, id)).errors?.[0]?.extensions.code).toBe('SSO_REQUIRED')
})
