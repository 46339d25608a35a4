import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { CALLBACK } from '../../apps/app.fixture.js'
import { AppsService } from '../../apps/apps.service.js'
import { exchange, openApp, refresh } from '../../apps/oidc/oidc.fixture.js'
import { AppChecksService } from '../../apps/sessions/app-checks.service.js'
import { systemEventOf } from '../../events/event-frame.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { SessionStore } from '../../sessions/session.store.js'
import type { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { CLIENT, HostileProvider } from '../testing/hostile-provider.js'
import { newPersonAt } from '../testing/sso-admin.js'
import { claimsOf, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

type Claims = Record<string, unknown>

const LOGOUT = 'http://schemas.openid.net/event/backchannel-logout'
let testApp: TestApp
let provider: HostileProvider
let ada: Person
let network: NetworkDocument
withProvider((started) => {
  ;({ testApp, provider } = started)
})
beforeEach(async () => {
  ada = await newPersonAt(testApp)
  network = await putSsoNetwork(testApp, provider, [ada])
})

async function comesBy(claims: Record<string, unknown> = {}): Promise<TestBrowser> {
  const browser = testApp.browser()
  await signInByProvider(browser, provider, network.slug, claimsOf(ada.email, claims))
  return browser
}
const isIn = async (browser: TestBrowser) => (await browser.field('{ viewer { id } }')) !== null
let tokens = 0
const claimsFor = (over: Claims = {}): JWTPayload => {
  tokens += 1
  return {
    ...provider.standardClaims(),
    sub: `sub-of-${ada.email}`,
    jti: `token-${tokens}`,
    events: { [LOGOUT]: {} },
    ...over,
  }
}
const logoutToken = (over: Claims = {}, header: Record<string, unknown> = {}) =>
  provider.sign(claimsFor(over), { typ: 'logout+jwt', ...header })
async function send(token: string): Promise<number> {
  const body = new URLSearchParams({ logout_token: token })
  const response = await fetch(`${testApp.url}/sso/back-channel-logout`, { method: 'POST', body })
  return response.status
}

describe('the provider reports that a person signed out there', () => {
  test('the apps that they opened are notified, too', async () => {
    const browser = await comesBy()
    const created = await testApp.app.get(AppsService).create(systemEventOf(network, testApp.clock.now()), {
      name: 'Wiki',
      redirectUris: [CALLBACK],
    })
    if (created.kind !== 'created') throw new Error(created.kind)
    const app = { id: created.app._id, secret: created.secret ?? '', redirectUri: CALLBACK }
    const opened = await openApp(ada, app, {}, browser)
    const { refresh_token } = await exchange(testApp, app, opened)
    expect(await send(await logoutToken())).toBe(200)
    await testApp.settle()
    await testApp.app.get(AppChecksService).verifyDue()
    expect((await refresh(testApp, app, refresh_token)).error).toBe('invalid_grant')
    const held = await testApp.connection.collection('app_sessions').findOne({ appId: app.id })
    expect(held).toMatchObject({ reason: 'SIGNED_OUT', endedAt: testApp.clock.now() })
  })

  test('every session that it opened for them ends, and it is written down; other people’s go on', async () => {
    const bob = await newPersonAt(testApp)
    const browsers = [await comesBy(), await comesBy()]
    expect(await send(await logoutToken())).toBe(200)
    expect(await Promise.all(browsers.map(isIn))).toEqual([false, false])
    expect(await isIn(bob.browser)).toBe(true)
    await testApp.settle()
    const events = testApp.connection.collection('audit_events')
    expect(await events.findOne({ type: 'sso.signed_out_by_provider', networkId: network._id })).toMatchObject({
      event: { email: ada.email, sessions: 2 },
    })
  })

  test('with one provider session named, that one alone ends', async () => {
    const [one, other] = [await comesBy({ sid: 's1' }), await comesBy({ sid: 's2' })]
    expect(await send(await logoutToken({ sid: 's1' }))).toBe(200)
    expect([await isIn(one), await isIn(other)]).toEqual([false, true])
    expect(await send(await logoutToken({ sub: undefined, sid: 's2' }))).toBe(200)
    expect(await isIn(other)).toBe(false)
  })

  test('the account’s own sessions go on, and those of its other networks’ providers', async () => {
    const other = await HostileProvider.start(testApp.clock)
    const elsewhere = await putSsoNetwork(testApp, other, [ada])
    const browser = testApp.browser()
    await signInByProvider(browser, other, elsewhere.slug, claimsOf(ada.email))
    await comesBy()
    await send(await logoutToken())
    expect([await isIn(ada.browser), await isIn(browser)]).toEqual([true, true])
    await other.stop()
  })

  test('a copy of the token ends nothing that was opened after it', async () => {
    const token = await logoutToken()
    await comesBy()
    expect(await send(token)).toBe(200)
    const later = await comesBy()
    expect(await send(token)).toBe(200)
    expect(await isIn(later)).toBe(true)
  })
})

describe('what the provider says is not lost', () => {
  test('after a fault of the database its next try ends the sessions, and not those of meanwhile', async () => {
    const browser = await comesBy()
    const token = await logoutToken()
    const broken = vi.spyOn(SessionStore.prototype, 'end').mockRejectedValueOnce(new Error('the database is gone'))
    expect(await send(token)).toBe(500)
    expect(await isIn(browser)).toBe(true)
    testApp.clock.advance(120_000)
    const later = await comesBy()
    expect(await send(token)).toBe(200)
    expect([await isIn(browser), await isIn(later)]).toEqual([false, true])
    broken.mockRestore()
  })

  test('a token for two clients of ours ends the sessions in the networks of both', async () => {
    const second = await putSsoNetwork(testApp, provider, [ada], { over: { clientId: 'second' } })
    const browser = testApp.browser()
    provider.lies = { claims: (claims) => ({ ...claims, aud: 'second' }) }
    await signInByProvider(browser, provider, second.slug, claimsOf(ada.email))
    provider.lies = {}
    const other = await comesBy()
    expect([await isIn(browser), await isIn(other)]).toEqual([true, true])
    expect(await send(await logoutToken({ aud: [CLIENT.id, 'second'] }))).toBe(200)
    expect([await isIn(browser), await isIn(other)]).toEqual([false, false])
  })
})

describe('I11 forged: nobody is signed out', () => {
  it.each<[string, () => Promise<string> | string]>([
    ['an ID token (no typ)', () => provider.sign(claimsFor())],
    ['of another type', () => logoutToken({}, { typ: 'JWT' })],
    ['with a nonce', () => logoutToken({ nonce: 'n' })],
    ['without the event', () => logoutToken({ events: {} })],
    ['without events', () => logoutToken({ events: undefined })],
    ['whose event is a text', () => logoutToken({ events: { [LOGOUT]: 'yes' } })],
    ['that names nobody', () => logoutToken({ sub: undefined })],
    ['without an id', () => logoutToken({ jti: undefined })],
    ['without an end', () => logoutToken({ exp: undefined })],
    ['that is over', () => logoutToken({ exp: (provider.standardClaims().iat ?? 0) - 100 })],
    ['of an hour ago', () => logoutToken({ iat: (provider.standardClaims().iat ?? 0) - 3_600 })],
    ['issued in the future', () => logoutToken({ iat: (provider.standardClaims().iat ?? 0) + 3_600 })],
    ['for another client', () => logoutToken({ aud: 'another' })],
    ['of another issuer', () => logoutToken({ iss: 'https://evil.example' })],
    ['of a foreign key id', () => logoutToken({}, { kid: 'foreign' })],
    ['unsigned', () => new UnsecuredJWT(claimsFor()).encode()],
    [
      'signed by a key that is not the provider’s',
      async () => {
        const { privateKey } = await generateKeyPair('RS256')
        return new SignJWT(claimsFor())
          .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'logout+jwt' })
          .sign(privateKey)
      },
    ],
    [
      'signed with the client secret',
      () =>
        new SignJWT(claimsFor())
          .setProtectedHeader({ alg: 'HS256', typ: 'logout+jwt' })
          .sign(new TextEncoder().encode(CLIENT.secret.padEnd(32, '.'))),
    ],
    ['no token at all', () => 'x'],
    ['nothing', () => ''],
  ])('%s', async (_, forge) => {
    const browser = await comesBy()
    expect(await send(await forge())).toBe(400)
    expect(await isIn(browser)).toBe(true)
  })

  test('by another network’s provider, about a subject of this one', async () => {
    const evil = await HostileProvider.start(testApp.clock)
    await putSsoNetwork(testApp, evil, [ada])
    const browser = await comesBy()
    const token = await evil.sign({ ...claimsFor(), iss: evil.issuer }, { typ: 'logout+jwt' })
    await send(token)
    expect(await isIn(browser)).toBe(true)
    await evil.stop()
  })
})

describe('signing out here', () => {
  test('leads on to the provider, which is reminded of the person by its own token', async () => {
    const browser = await comesBy()
    const { companySignOutUrl } = await browser.field('{ viewer { companySignOutUrl } }')
    const url = new URL(companySignOutUrl)
    expect(url.origin + url.pathname).toBe(`${provider.issuer}/sign-out`)
    expect(url.searchParams.get('client_id')).toBe(CLIENT.id)
    expect(url.searchParams.get('post_logout_redirect_uri')).toMatch(/\/sign-in$/)
    expect(url.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3)
    const stored = JSON.stringify(await testApp.connection.collection('sessions').find().toArray())
    expect(stored).not.toContain(url.searchParams.get('id_token_hint'))
    await browser.field('mutation { signOut }')
    expect(await isIn(browser)).toBe(false)
  })

  test('is null for a session without a provider, or where the provider has no sign-out address', async () => {
    expect(await ada.browser.field('{ viewer { companySignOutUrl } }')).toEqual({ companySignOutUrl: null })
    const plain = await HostileProvider.start(testApp.clock)
    plain.lies = { metadata: ({ end_session_endpoint: _, ...metadata }) => metadata }
    const there = await putSsoNetwork(testApp, plain, [ada])
    const browser = testApp.browser()
    await signInByProvider(browser, plain, there.slug, claimsOf(ada.email))
    expect(await browser.field('{ viewer { companySignOutUrl } }')).toEqual({ companySignOutUrl: null })
    await plain.stop()
  })
})
