import { describe, expect, it, test } from 'vitest'
import { MembershipCollection } from '../../memberships/membership.model.js'
import { putNetwork } from '../../testing/network.js'
import { Person, viewerFields } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import type { HostileProvider } from '../testing/hostile-provider.js'
import { claimsOf, placeOf, problemIn, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
withProvider((started) => {
  ;({ testApp, provider } = started)
})

const NETWORK = 'query($slug: String!) { network(slug: $slug) { slug } }'
const enter = async (browser: TestBrowser, slug: string) => {
  const { data, errors } = await browser.ask(NETWORK, { slug })
  return errors?.[0]?.extensions.code ?? data.network?.slug ?? null
}
const viewer = (browser: TestBrowser) => browser.field(`{ viewer { isCompanySignIn ${viewerFields} } }`)

/** A person with an account, whose address is at this domain. */
let count = 0
async function at(domain: string): Promise<Person> {
  count += 1
  const person = new Person(testApp, testApp.browser(), `p${count}@${domain}`)
  return person.signUp()
}

describe('I07 a guest', () => {
  test('a person who signs in by the provider is sent to the password, and stays a guest', async () => {
    const gus = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [gus], { role: 'GUEST', over: { justInTimeRole: 'MEMBER' } })
    const browser = testApp.browser()
    expect(problemIn(await signInByProvider(browser, provider, network.slug, claimsOf(gus.email)))).toBe('GUEST')
    expect(await browser.field('{ viewer { id } }')).toBeNull()
    expect(await MembershipCollection.on(testApp.connection).findOne({ networkId: network._id })).toMatchObject({
      role: 'GUEST',
      usesSso: false,
    })
  })

  test('made of a member who came by the provider is shut out of that way at once', async () => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [ada], { deadlineIn: -1 })
    const browser = testApp.browser()
    await signInByProvider(browser, provider, network.slug, claimsOf(ada.email))
    expect(await enter(browser, network.slug)).toBe(network.slug)
    await MembershipCollection.on(testApp.connection).updateOne({ networkId: network._id }, { $set: { role: 'GUEST' } })
    expect(await enter(browser, network.slug)).toBe('UNAUTHENTICATED')
    expect(problemIn(await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email)))).toBe(
      'GUEST',
    )
    expect(await ada.signIn()).toMatchObject({ __typename: 'SetUpRequired', networks: [{ slug: network.slug }] })
  })
})

describe('walking between networks', () => {
  test('the own sign-in and the provider’s word add up in one session', async () => {
    const ada = await at('acme.example')
    const company = await putSsoNetwork(testApp, provider, [ada], { over: { requiredFrom: testApp.clock.now() } })
    const ordinary = await putSsoNetwork(testApp, provider, [ada], { domain: null, over: {} })
    expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
    expect(await enter(ada.browser, ordinary.slug)).toBe(ordinary.slug)
    expect(await enter(ada.browser, company.slug)).toBe('SSO_REQUIRED')
    const place = await signInByProvider(
      ada.browser,
      provider,
      company.slug,
      claimsOf(ada.email),
      '?next=/networks/x/people%3Fa%3D1',
    )
    expect(place).toBe('/networks/x/people?a=1')
    expect(await enter(ada.browser, company.slug)).toBe(company.slug)
    expect(await enter(ada.browser, ordinary.slug)).toBe(ordinary.slug)
    expect(await viewer(ada.browser)).toMatchObject({ isCompanySignIn: false })
  })

  test('each network learns of the sign-ins that opened it, and of its own provider alone', async () => {
    const ada = await at('acme.example')
    const company = await putSsoNetwork(testApp, provider, [ada], { over: { requiredFrom: testApp.clock.now() } })
    const ordinary = await putNetwork(testApp, [ada])
    testApp.clock.advance(1_000)
    await ada.signIn()
    testApp.clock.advance(1_000)
    await signInByProvider(ada.browser, provider, company.slug, claimsOf(ada.email))
    testApp.clock.advance(1_000)
    // The word still counts: this confirms it.
    await signInByProvider(ada.browser, provider, company.slug, claimsOf(ada.email))
    testApp.clock.advance(1_000)
    await signInByProvider(testApp.browser(), provider, company.slug, claimsOf(ada.email))
    await testApp.settle()
    const { id } = await viewer(ada.browser)
    // An Admin signs them out of the company: the word that comes next opens it again.
    testApp.clock.advance(1_000)
    await MembershipCollection.on(testApp.connection).updateOne(
      { _id: `${company._id}:${id}` },
      { $set: { sessionsEndedAt: testApp.clock.now() } },
    )
    testApp.clock.advance(1_000)
    await signInByProvider(ada.browser, provider, company.slug, claimsOf(ada.email))
    await testApp.settle()
    const signIns = await testApp.connection
      .collection('audit_events')
      .find({ accountId: id, type: 'sign_in.completed' })
      .sort({ at: 1 })
      .toArray()
    expect(signIns.map(({ event: { methods, opens, provider = null } }) => ({ methods, opens, provider }))).toEqual([
      { methods: ['PASSWORD'], opens: [], provider: null },
      { methods: ['PASSWORD'], opens: [ordinary._id], provider: null },
      { methods: ['IDENTITY_PROVIDER'], opens: [company._id], provider: company._id },
      { methods: ['IDENTITY_PROVIDER'], opens: [company._id], provider: company._id },
      { methods: ['IDENTITY_PROVIDER'], opens: [company._id], provider: company._id },
    ])
    const stays = await MembershipCollection.on(testApp.connection).find({ accountId: id }).toArray()
    const lastIn = ({ _id }: { _id: string }) => stays.find(({ networkId }) => networkId === _id)?.lastSignInAt
    expect(lastIn(company)?.getTime()).toBeGreaterThan(lastIn(ordinary)?.getTime() ?? Number.NaN)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/networks/..//evil.example',
    '/%2e//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
  ])('K13 the way on never leads to %s', async (next) => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    const query = `?${new URLSearchParams({ next })}`
    expect(await signInByProvider(testApp.browser(), provider, network.slug, claimsOf(ada.email), query)).toBe(
      `/networks/${network.slug}`,
    )
  })

  test.each([
    ['', { next: '/networks/x/people', confirm: null }],
    ['&confirm', { next: '/networks/x/people', confirm: 'yes' }],
  ])('a person who cancels there is still on their way (%s)', async (query, way) => {
    const ada = await at('acme.example')
    const network = await putSsoNetwork(testApp, provider, [ada])
    await signInByProvider(ada.browser, provider, network.slug, claimsOf(ada.email))
    const start = placeOf(await ada.browser.get(`/sso/start/${network.slug}?next=/networks/x/people${query}`))
    const back = provider.signIn(start, {}, { code: null, error: 'access_denied' })
    const asked = new URL(placeOf(await ada.browser.get(back)), 'http://x').searchParams
    expect(asked.get('problem')).toBe('DENIED')
    expect({ next: asked.get('next'), confirm: asked.get('confirm') }).toEqual(way)
    // The way was good once.
    const again = new URL(placeOf(await ada.browser.get(back)), 'http://x').searchParams
    expect([again.get('problem'), again.get('next')]).toEqual(['EXPIRED', null])
  })

  test.each([
    ['cross-site', false],
    ['same-site', false],
    ['same-origin', true],
    ['none', true],
  ])('a link that the browser calls %s begins a sign-in: %s', async (site, begins) => {
    const network = await putSsoNetwork(testApp, provider, [])
    const headers = { 'sec-fetch-site': site }
    const start = `/sso/start/${network.slug}?next=/networks/x`
    const place = placeOf(await testApp.browser().get(start, headers))
    if (begins) expect(place).toMatch(provider.issuer)
    else expect(place).toBe(`/sign-in/sso?network=${network.slug}&next=%2Fnetworks%2Fx`)
  })

  test('another person’s session ends when this one signs in', async () => {
    const [ada, bob] = [await at('acme.example'), await at('acme.example')]
    const network = await putSsoNetwork(testApp, provider, [ada, bob])
    const before = ada.browser.copy()
    await signInByProvider(ada.browser, provider, network.slug, claimsOf(bob.email))
    expect(await viewer(ada.browser)).toMatchObject({ email: bob.email, isCompanySignIn: true })
    await testApp.settle()
    expect(await before.field('{ viewer { id } }')).toBeNull()
  })
})
