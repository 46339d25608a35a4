import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { NetworkDocument } from '../networks/network.model.js'
import { NetworkCollection } from '../networks/network.model.js'
import { FakeClock } from '../testing/fake-clock.js'
import { accountOf, putNetwork } from '../testing/network.js'
import { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { ProviderJar, REAL_CLIENT, RealProvider } from './testing/real-provider.js'
import { placeOf, problemIn, putSsoNetwork } from './testing/sso-story.js'

/** One with a second step there, one without, one about whom it says nothing, and one with an unverified address. */
const people = [
  { id: 'ida', amr: ['pwd', 'mfa'], isEmailVerified: true },
  { id: 'noah', amr: ['pwd'], isEmailVerified: true },
  { id: 'sam', amr: null, isEmailVerified: true },
  { id: 'una', amr: ['pwd', 'mfa'], isEmailVerified: false },
].map((person) => ({ ...person, name: person.id, email: `${person.id}@globex.example`, acr: null, isActive: true }))

let testApp: TestApp
let provider: RealProvider
let network: NetworkDocument
let admin: Person
beforeAll(async () => {
  // The provider goes by the machine's clock, and so does this test.
  testApp = await startTestApp(inject('mongodbUri'), { clock: new FakeClock(new Date()) })
  provider = await RealProvider.start(testApp.url, people)
  admin = await new Person(testApp, testApp.browser(), 'admin@globex.example').signUp()
  network = await putSsoNetwork(testApp, provider, [], {
    domain: 'globex.example',
    deadlineIn: 24,
    over: { justInTimeRole: 'MEMBER', clientId: REAL_CLIENT.id, sealedSecret: null },
  })
  await putNetwork(testApp, [admin], { into: network, role: 'ADMIN' })
  const saved = await admin.browser.field(
    'mutation($input: SaveSsoConnectionInput!) { saveSsoConnection(input: $input) { __typename ... on UserError { message } } }',
    {
      input: {
        networkId: network._id,
        issuer: provider.issuer,
        clientId: REAL_CLIENT.id,
        clientSecret: REAL_CLIENT.secret,
      },
    },
  )
  expect(saved).toEqual({ __typename: 'SsoChanged' })
})
afterAll(async () => {
  await provider.stop()
  await testApp.close()
})
const NETWORK = 'query($slug: String!) { network(slug: $slug) { slug } }'
const codeAt = async (browser: ReturnType<TestApp['browser']>) =>
  (await browser.ask(NETWORK, { slug: network.slug })).errors?.[0]?.extensions.code ?? 'open'

test('a member signs in by a real provider, and its second step is enough', async () => {
  const browser = testApp.browser()
  expect(await provider.signInByProvider(browser, network.slug, 'ida')).toBe(`/networks/${network.slug}`)
  expect(await codeAt(browser)).toBe('open')
  expect(await browser.field('{ viewer { email isCompanySignIn memberships { standing } } }')).toEqual({
    email: 'ida@globex.example',
    isCompanySignIn: true,
    memberships: [{ standing: 'EXEMPT_SSO' }],
  })
})

test('where proof is required, only people with a proved second step sign in', async () => {
  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: network._id },
    { $set: { 'sso.proofRequiredFrom': testApp.clock.now() } },
  )
  const codes = []
  for (const person of ['ida', 'noah', 'sam']) {
    const browser = testApp.browser()
    await provider.signInByProvider(browser, network.slug, person)
    codes.push(await codeAt(browser))
  }
  expect(codes).toEqual(['open', 'TWO_FACTOR_SETUP_REQUIRED', 'TWO_FACTOR_SETUP_REQUIRED'])
  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: network._id },
    { $set: { 'sso.proofRequiredFrom': null } },
  )
})

test('an address that it has not verified says nothing of who it is', async () => {
  const browser = testApp.browser()
  expect(await provider.signInByProvider(browser, network.slug, 'una')).toBe('/sign-in/sso/join')
  expect(await browser.field('{ viewer { id } }')).toBeNull()
})

test('a person who cancels there is not signed in here', async () => {
  const browser = testApp.browser()
  expect(await provider.signInByProvider(browser, network.slug, 'nobody')).toContain('problem=DENIED')
})

test.each([
  ['taken away', null, 'MISCONFIGURED'],
  ['replaced by someone else', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'EXPIRED'],
])('I01 with the PKCE challenge %s on the way there nobody is signed in', async (_, challenge, problem) => {
  const browser = testApp.browser()
  const place = new URL(placeOf(await browser.get(`/sso/start/${network.slug}`)))
  if (challenge) place.searchParams.set('code_challenge', challenge)
  else for (const name of ['code_challenge', 'code_challenge_method']) place.searchParams.delete(name)
  const back = await provider.signIn(place.href, 'ida')
  expect(problemIn(placeOf(await browser.get(back)))).toBe(problem)
  expect(await browser.field('{ viewer { id } }')).toBeNull()
})

test('confirming asks again there, though it knows the person', async () => {
  const [browser, jar] = [testApp.browser(), new ProviderJar()]
  await provider.signInByProvider(browser, network.slug, 'ida', '', jar)
  testApp.clock.set(new Date())
  expect(await provider.signInByProvider(browser, network.slug, 'ida', '?confirm', jar)).toBe(
    `/networks/${network.slug}`,
  )
  const { _id: accountId } = await accountOf(testApp, { email: 'ida@globex.example' })
  const [session] = await testApp.connection
    .collection('sessions')
    .find({ accountId })
    .sort({ createdAt: -1 })
    .limit(1)
    .toArray()
  expect(session?.evidence).toMatchObject([{ method: 'IDENTITY_PROVIDER', authTime: expect.any(Date) }])
})

test('an Admin tests the sign-in and sees what came back', async () => {
  await provider.signInByProvider(admin.browser, network.slug, 'noah', '?try')
  const { sso } = await admin.browser.field(
    'query($slug: String!) { network(slug: $slug) { sso { trial { result proof trouble claims { name value } } } } }',
    { slug: network.slug },
  )
  expect(sso.trial).toMatchObject({ proof: 'SAID_OTHERWISE', trouble: null })
  expect(sso.trial.claims).toContainEqual({ name: 'email', value: '"noah@globex.example"' })
})

test('a person who is disabled there is signed out here, and does not come back', async () => {
  const [browser, other] = [testApp.browser(), testApp.browser()]
  await provider.signInByProvider(browser, network.slug, 'noah')
  await provider.signInByProvider(other, network.slug, 'ida')
  await provider.switchOff('noah')
  expect(await browser.field('{ viewer { id } }')).toBeNull()
  expect(await other.field('{ viewer { email } }')).toEqual({ email: 'ida@globex.example' })
  expect(await provider.signInByProvider(browser, network.slug, 'noah')).toContain('problem=DENIED')
})
