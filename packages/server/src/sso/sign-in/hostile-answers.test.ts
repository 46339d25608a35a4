import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkCollection } from '../../networks/network.model.js'
import { Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { CLIENT, HostileProvider, type Lies } from '../testing/hostile-provider.js'
import { claimsOf, placeOf, problemIn, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
let ada: Person
let network: NetworkDocument
let browser: TestBrowser
withProvider((started) => {
  ;({ testApp, provider } = started)
})
beforeAll(async () => {
  ada = await new Person(testApp, testApp.browser(), 'ada@acme.example').signUp()
  network = await putSsoNetwork(testApp, provider, [ada])
})
beforeEach(() => {
  browser = testApp.browser()
})

const start = async (slug = network.slug, from = browser) => placeOf(await from.get(`/sso/start/${slug}`))
const back = async (path: string, from = browser) => placeOf(await from.get(path))
/** Signs in no one, whatever the answer was. @returns the problem that the sign-in page gets */
const refusal = async (act: () => Promise<string>, from = browser) => {
  const place = await refused(testApp, from, act)
  expect(await from.field('{ viewer { id } }')).toBeNull()
  return problemIn(place)
}
const said = () => claimsOf(ada.email)

test('left alone the provider is a good one, and these tests could fail', async () => {
  expect(await signInByProvider(browser, provider, network.slug, said())).toBe(`/networks/${network.slug}`)
  expect(await browser.field('{ viewer { email } }')).toEqual({ email: ada.email })
})

describe('I01 the way there and back', () => {
  it.each<[string, Record<string, string | null>, string]>([
    ['without a state', { state: null }, 'EXPIRED'],
    ['with a state of the attacker’s own', { state: 'A'.repeat(43) }, 'EXPIRED'],
    ['with a state that is no text of ours', { state: '{"$ne":null}' }, 'EXPIRED'],
    ['without a code', { code: null }, 'UNTRUSTED'],
    ['with a code that the provider never gave out', { code: 'made-up' }, 'EXPIRED'],
    ['without the issuer that the provider promises to name', { iss: null }, 'UNTRUSTED'],
    ['naming another issuer (mix-up)', { iss: 'https://evil.example' }, 'UNTRUSTED'],
    ['with the provider’s no', { error: 'access_denied', code: null }, 'DENIED'],
  ])('%s', async (_, over, problem) => {
    const path = provider.signIn(await start(), said(), over)
    expect(await refusal(() => back(path))).toBe(problem)
  })

  test('in another browser', async () => {
    const path = provider.signIn(await start(), said())
    const other = testApp.browser()
    expect(await refusal(() => back(path, other), other)).toBe('EXPIRED')
    // And the attempt did not use it up.
    expect(await back(path)).toBe(`/networks/${network.slug}`)
  })

  test('in another browser that is on its way itself', async () => {
    const path = provider.signIn(await start(), said())
    const other = testApp.browser()
    await start(network.slug, other)
    expect(await refusal(() => back(path, other), other)).toBe('EXPIRED')
  })

  test('a second time: neither state nor code works twice', async () => {
    const path = provider.signIn(await start(), said())
    await back(path)
    await browser.field('mutation { signOut }')
    provider.lies = { isCareless: true }
    expect(await refusal(() => back(path))).toBe('EXPIRED')
  })

  test('fifty times at once: one session', async () => {
    const path = provider.signIn(await start(), said())
    const windows = Array.from({ length: 50 }, () => browser.copy())
    const places = await Promise.all(windows.map((each) => back(path, each)))
    expect(places.filter((place) => problemIn(place) === null)).toEqual([`/networks/${network.slug}`])
  })

  test('after ten minutes', async () => {
    const path = provider.signIn(await start(), said())
    testApp.clock.advance(600_000)
    expect(await refusal(() => back(path))).toBe('EXPIRED')
  })

  test('a code that was stolen is of no use in the thief’s browser: PKCE and nonce are made from its cookie', async () => {
    const victims = new URL(provider.signIn(await start(), said()), 'http://x').searchParams.get('code')
    const thief = testApp.browser()
    const own = new URL(provider.signIn(await start(network.slug, thief), { sub: 'thief' }), 'http://x')
    own.searchParams.set('code', victims ?? '')
    const path = own.pathname + own.search
    expect(await refusal(() => back(path, thief), thief)).toBe('EXPIRED')

    // Even where the provider does not look at PKCE, the nonce is another browser's.
    provider.lies = { isCareless: true }
    const again = new URL(provider.signIn(await start(network.slug, thief), { sub: 'thief' }), 'http://x')
    again.searchParams.set('code', victims ?? '')
    expect(await refusal(() => back(again.pathname + again.search, thief), thief)).toBe('UNTRUSTED')
  })

  test('the verifier goes to the provider, and what is asked is S256', async () => {
    const url = new URL(await start())
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    await back(provider.signIn(url.href, said()))
    const { form, authorization } = provider.tokenRequests.at(-1) ?? { form: new URLSearchParams(), authorization: '' }
    expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/)
    expect(form.has('client_secret')).toBe(false)
    expect(authorization).toMatch(/^Basic /)
  })

  test('what is stored cannot finish a sign-in', async () => {
    const url = new URL(await start())
    await browser.get('/healthz')
    const stored = JSON.stringify(await testApp.connection.collection('sso_requests').find().toArray())
    for (const secret of ['state', 'nonce', 'code_challenge'])
      expect(stored).not.toContain(url.searchParams.get(secret))
    expect(stored).not.toContain(browser.cookies.get('twinlock_sso'))
  })

  test('under a configuration that was changed meanwhile', async () => {
    const path = provider.signIn(await start(), said())
    const networks = NetworkCollection.on(testApp.connection)
    await networks.updateOne({ _id: network._id }, { $set: { 'sso.clientId': 'another' } })
    expect(await refusal(() => back(path))).toBe('EXPIRED')
    await networks.updateOne({ _id: network._id }, { $set: { 'sso.clientId': CLIENT.id } })
  })
})

describe('mix-up between two networks', () => {
  let evil: HostileProvider
  let other: NetworkDocument
  beforeAll(async () => {
    evil = await HostileProvider.start(testApp.clock)
    other = await putSsoNetwork(testApp, evil, [ada], { domain: 'evil.example' })
  })
  afterAll(() => evil.stop())

  test('an answer for one network’s way back is not taken on another’s', async () => {
    const path = provider.signIn(await start(), said()).replace(network.slug, other.slug)
    expect(await refusal(() => back(path))).toBe('EXPIRED')
  })

  test('a provider that sends people on to another’s does not get their code', async () => {
    // The evil one answers its own request by the good one's sign-in, which is sent back by its own way.
    const asked = new URL(await start(other.slug))
    asked.searchParams.set(
      'redirect_uri',
      asked.searchParams.get('redirect_uri')?.replace(other.slug, network.slug) ?? '',
    )
    const path = provider.signIn(asked.href, said())
    expect(await refusal(() => back(path))).toBe('EXPIRED')
    expect(evil.tokenRequests).toEqual([])
  })

  test('I09 a rogue provider cannot say who is in a network whose domain it does not own', async () => {
    const place = await refused(testApp, browser, () => signInByProvider(browser, evil, other.slug, said()))
    expect(place).toBe('/sign-in/sso/join')
    expect(await browser.field('{ viewer { id } }')).toBeNull()
  })

  test('I09 the session of one network’s provider does not enter another', async () => {
    await signInByProvider(browser, provider, network.slug, said())
    const { data, errors } = await browser.ask('query($slug: String!) { network(slug: $slug) { id } }', {
      slug: other.slug,
    })
    expect([data.network, errors]).toEqual([null, undefined])
  })

  test('the same subject at another issuer is another person', async () => {
    const twin = { ...said(), email: 'x@nowhere.example' }
    expect(await signInByProvider(browser, evil, other.slug, twin)).toBe('/sign-in/sso/join')
  })
})

describe('a provider that does not work', () => {
  it.each<[string, Lies, string]>([
    [
      'refuses the client',
      {
        token: (response) =>
          response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}'),
      },
      'CLIENT_REFUSED',
    ],
    ['breaks down', { token: (response) => response.writeHead(500).end('oops') }, 'PROVIDER_DOWN'],
    [
      'answers with a page',
      { token: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>') },
      'MISCONFIGURED',
    ],
  ])('%s: said to the person, and kept for the Admins', async (_, lies, problem) => {
    provider.lies = lies
    expect(await refusal(() => signInByProvider(browser, provider, network.slug, said()))).toBe(problem)
    await testApp.settle()
    const stored = await NetworkCollection.on(testApp.connection).findOne({ _id: network._id })
    expect(stored?.sso?.trouble).toMatchObject({ reason: problem })
    provider.lies = {}
    await signInByProvider(browser, provider, network.slug, said())
    expect((await NetworkCollection.on(testApp.connection).findOne({ _id: network._id }))?.sso?.trouble).toBeNull()
  })

  test('is not there any more', async () => {
    const gone = await HostileProvider.start(testApp.clock)
    const lost = await putSsoNetwork(testApp, gone, [ada])
    await gone.stop()
    expect(problemIn(await start(lost.slug))).toBe('PROVIDER_DOWN')
  })

  test('is none: the network has no company sign-in, and there is no such network', async () => {
    await NetworkCollection.on(testApp.connection).updateOne(
      { _id: network._id },
      { $set: { 'sso.endsAt': testApp.clock.now() } },
    )
    expect(problemIn(await start())).toBe('OFF')
    expect(problemIn(await start('no-such-network'))).toBe('OFF')
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network._id }, { $set: { 'sso.endsAt': null } })
  })
})
