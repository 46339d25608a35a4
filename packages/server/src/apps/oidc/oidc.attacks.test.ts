import { createHash } from 'node:crypto'
import { limits } from '@twinlock/shared/limits'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, CALLBACK, memberOf, networkWithApp, type OwnApp } from '../app.fixture.js'
import { askTokens, authorizationOf, codeIn, exchange, openApp, refresh, userinfo } from './oidc.fixture.js'

let testApp: TestApp
let admin: Person
let network: OwnNetwork
let app: OwnApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ;({ admin, network, app } = await networkWithApp(testApp))
})
afterAll(() => testApp.close())

const member = (role: 'MEMBER' | 'GUEST' = 'MEMBER') => memberOf(testApp, network.id, role)
const stored = async () =>
  JSON.stringify([
    await testApp.connection.collection('oidc_artifacts').find().toArray(),
    await testApp.connection.collection('app_sessions').find().toArray(),
  ])

describe('codes', () => {
  test('a code is good once, and its second use ends what the first has brought', async () => {
    const ada = await member()
    const opened = await openApp(ada, app)
    const first = await exchange(testApp, app, opened)
    expect(first.status).toBe(200)
    expect(await exchange(testApp, app, opened)).toMatchObject({ status: 400, error: 'invalid_grant' })
    expect((await refresh(testApp, app, first.refresh_token)).error).toBe('invalid_grant')
    expect((await userinfo(testApp, first.access_token)).status).toBe(401)
  })

  test('of twenty exchanges of one code at once at most one gets tokens, and none of them lasts', async () => {
    const ada = await member()
    const opened = await openApp(ada, app)
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(testApp, app, opened)))
    const winners = answers.filter(({ status }) => status === 200)
    expect(winners.length).toBeLessThanOrEqual(1)
    for (const { error } of answers.filter(({ status }) => status !== 200)) expect(error).toBe('invalid_grant')
    for (const winner of winners) expect((await refresh(testApp, app, winner.refresh_token)).status).toBe(400)
  })

  test('injected: a code with the verifier of another sign-in, or with none, is refused', async () => {
    const ada = await member()
    const [opened, other] = [await openApp(ada, app), await openApp(ada, app)]
    const form = { grant_type: 'authorization_code', code: codeIn(opened.at), redirect_uri: app.redirectUri }
    expect((await askTokens(testApp, app, { ...form, code_verifier: other.verifier })).error).toBe('invalid_grant')
    expect((await askTokens(testApp, app, form)).status).toBe(400)
  })

  test('of another app, and with another redirect address, is refused', async () => {
    const ada = await member()
    const other = await appOf(admin, network, { name: 'Other', redirectUris: [CALLBACK, `${CALLBACK}2`] })
    const opened = await openApp(ada, app)
    expect((await exchange(testApp, other, opened)).error).toBe('invalid_grant')
    const mixed = await openApp(ada, other)
    const form = {
      grant_type: 'authorization_code',
      code: codeIn(mixed.at),
      redirect_uri: `${CALLBACK}2`,
      code_verifier: mixed.verifier,
    }
    expect((await askTokens(testApp, other, form)).error).toBe('invalid_grant')
  })

  test('named twice in one request, as a refresh token is, it is refused', async () => {
    const ada = await member()
    const code = codeIn((await openApp(ada, app)).at)
    const twice = (grantType: string, name: string): [string, string][] => [
      ['grant_type', grantType],
      [name, code],
      [name, code],
    ]
    for (const form of [twice('authorization_code', 'code'), twice('refresh_token', 'refresh_token')])
      expect(await askTokens(testApp, app, form)).toMatchObject({ status: 400, error: 'invalid_request' })
  })

  test('after a minute it has expired', async () => {
    const ada = await member()
    const opened = await openApp(ada, app)
    testApp.clock.advance(60_000)
    expect((await exchange(testApp, app, opened)).error).toBe('invalid_grant')
  })
})

describe('PKCE cannot be left out or weakened', () => {
  it.each<[string, Record<string, string>]>([
    ['no challenge', { code_challenge: '', code_challenge_method: '' }],
    ['plain', { code_challenge_method: 'plain' }],
    ['no method', { code_challenge_method: '' }],
  ])('%s', async (_, more) => {
    const { at } = await openApp(await member(), app, more)
    expect(new URL(at).searchParams.get('error')).toBe('invalid_request')
    expect(codeIn(at)).toBe('')
  })
})

describe('redirect addresses are compared to the letter', () => {
  it.each([
    `${CALLBACK}/`,
    `${CALLBACK}.evil.example`,
    `${CALLBACK}?next=evil`,
    `${CALLBACK}#x`,
    'http://localhost:9999@evil.example/callback',
    'http://localhost:9998/callback',
    'http://localhost/callback',
    'http://127.0.0.1:9999/callback',
    'http://LOCALHOST:9999/callback',
    'http://localhost:9999/%63allback',
    'http://localhost:9999/x/../callback',
    'https://localhost:9999/callback',
    'javascript:alert(1)',
    '//localhost:9999/callback',
  ])('%s leads nowhere', async (redirectUri) => {
    const browser = testApp.browser()
    const response = await browser.get(authorizationOf(app, { redirect_uri: redirectUri }).path, {
      accept: 'text/html',
    })
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).not.toContain('evil')
  })

  test('who goes there for the first time sees the host of this address, not of the first on the list', async () => {
    const redirectUris = ['http://localhost:9999/callback', 'http://localhost:9998/callback']
    const two = await appOf(admin, network, { name: 'Two', redirectUris, hosts: ['two.localhost'] })
    for (const redirectUri of redirectUris) {
      const { entry } = await openApp(await member(), { ...two, redirectUri })
      expect(entry?.data.appEntry.app.host).toBe(new URL(redirectUri).host)
    }
  })

  test('authorizations a minute from one address are limited: the answer to wait comes from here, not the app', async () => {
    const flood = testApp.browser('198.51.100.9')
    testApp.clock.set(new Date(Math.ceil(testApp.clock.now().getTime() / 60_000) * 60_000))
    const begin = () => flood.get(authorizationOf(app).path, { accept: 'text/html' })
    for (let count = 0; count < limits.app.entriesPerAddress; count += 1) expect((await begin()).status).toBe(303)
    const stored = () => testApp.connection.collection('oidc_artifacts').countDocuments({ kind: 'Interaction' })
    const before = await stored()
    const refused = await begin()
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('location')]).toEqual([
      429,
      '60',
      null,
    ])
    expect(await refused.text()).toContain('Wait a minute')
    expect(await stored()).toBe(before)
    expect((await testApp.browser('198.51.100.10').get(authorizationOf(app).path)).status).toBe(303)
    testApp.clock.advance(60_000)
    expect((await begin()).status).toBe(303)
  })

  test('an app without any is no client', async () => {
    const gateOnly = await appOf(admin, network, { name: 'Gate', redirectUris: [] })
    const path = authorizationOf({ ...gateOnly, redirectUri: CALLBACK }).path
    expect((await testApp.browser().get(path)).status).toBe(400)
  })
})

test('mix-up: each answer names who it is from, a refusal too (RFC 9207)', async () => {
  const answers = [await openApp(await member(), app), await openApp(await member(), app, { prompt: 'none' })]
  const said = answers.map(({ at }) => new URL(at).searchParams)
  expect(said.map((each) => each.get('iss'))).toEqual(Array(2).fill('http://localhost:4000/oidc'))
  expect(said.map((each) => each.get('error'))).toEqual([null, 'consent_required'])
  const configuration = await (await fetch(`${testApp.url}/oidc/.well-known/openid-configuration`)).json()
  expect(configuration).toMatchObject({ authorization_response_iss_parameter_supported: true })
})

describe('clients', () => {
  test('a wrong, an empty and a foreign secret are refused alike', async () => {
    const other = await appOf(admin, network, { name: 'Other' })
    for (const secret of ['wrong', 'stored-as-a-hash', other.secret]) {
      const answer = await askTokens(testApp, app, { grant_type: 'refresh_token', refresh_token: 'x' }, secret)
      expect(answer).toMatchObject({ status: 401, error: 'invalid_client' })
    }
    expect((await askTokens(testApp, app, { grant_type: 'refresh_token', refresh_token: 'x' }, '')).status).toBe(400)
  })

  test('two secrets work during a rotation, and the one before them does not', async () => {
    const rotating = await appOf(admin, network, { name: 'Rotating' })
    const rotate = async () =>
      (
        await admin.browser.field(
          `mutation { rotateAppSecret(id: "${rotating.id}") { ... on AppCreated { clientSecret } } }`,
        )
      ).clientSecret
    const asked = { grant_type: 'refresh_token', refresh_token: 'x' }
    const isKnown = async (secret: string) =>
      (await askTokens(testApp, rotating, asked, secret)).error === 'invalid_grant'
    const second = await rotate()
    expect([await isKnown(rotating.secret), await isKnown(second)]).toEqual([true, true])
    const third = await rotate()
    expect([await isKnown(rotating.secret), await isKnown(second), await isKnown(third)]).toEqual([false, true, true])
  })

  test('a public app gets its tokens by PKCE alone, and a confidential one does not', async () => {
    const ada = await member()
    const open = await appOf(admin, network, { name: 'Phone', isPublic: true })
    const opened = await openApp(ada, open)
    const form = {
      grant_type: 'authorization_code',
      client_id: open.id,
      code: codeIn(opened.at),
      redirect_uri: open.redirectUri,
      code_verifier: opened.verifier,
    }
    expect((await askTokens(testApp, open, form, '')).status).toBe(200)
    const secretive = await openApp(ada, app)
    const bare = { ...form, client_id: app.id, code: codeIn(secretive.at), code_verifier: secretive.verifier }
    expect(await askTokens(testApp, app, bare, '')).toMatchObject({ status: 401, error: 'invalid_client' })
  })

  test('introspection and revocation are for the app whose token it is', async () => {
    const ada = await member()
    const other = await appOf(admin, network, { name: 'Other' })
    const tokens = await exchange(testApp, app, await openApp(ada, app))
    const ask = async (path: string, by: OwnApp) =>
      fetch(`${testApp.url}/oidc/token/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${Buffer.from(`${by.id}:${by.secret}`).toString('base64')}`,
        },
        body: new URLSearchParams({ token: tokens.access_token }),
      })
    expect(await (await ask('introspection', other)).json()).toEqual({ active: false })
    expect(await (await ask('introspection', app)).json()).toMatchObject({ active: true, client_id: app.id })
    await ask('revocation', other)
    expect((await userinfo(testApp, tokens.access_token)).status).toBe(200)
    await ask('revocation', app)
    expect((await userinfo(testApp, tokens.access_token)).status).toBe(401)
    expect((await refresh(testApp, app, tokens.refresh_token)).error).toBe('invalid_grant')
  })
})

describe('refresh tokens', () => {
  test('one that was used before ends the family', async () => {
    const ada = await member()
    const first = await exchange(testApp, app, await openApp(ada, app))
    const second = await refresh(testApp, app, first.refresh_token)
    expect((await refresh(testApp, app, first.refresh_token)).error).toBe('invalid_grant')
    expect((await refresh(testApp, app, second.refresh_token)).error).toBe('invalid_grant')
    expect((await userinfo(testApp, second.access_token)).status).toBe(401)
    await testApp.settle()
    const ended = await testApp.connection
      .collection('audit_events')
      .findOne({ 'event.type': 'app.access_ended', 'event.email': ada.email })
    expect(ended?.event.reason).toBe('GRANT_REUSED')
  })

  test('of ten at once one wins at most, and the family ends', async () => {
    const ada = await member()
    const first = await exchange(testApp, app, await openApp(ada, app))
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(testApp, app, first.refresh_token)))
    const winners = answers.filter(({ status }) => status === 200)
    expect(winners.length).toBeLessThanOrEqual(1)
    for (const winner of winners) expect((await refresh(testApp, app, winner.refresh_token)).status).toBe(400)
  })

  test('another app cannot use it', async () => {
    const ada = await member()
    const other = await appOf(admin, network, { name: 'Other' })
    const tokens = await exchange(testApp, app, await openApp(ada, app))
    expect((await refresh(testApp, other, tokens.refresh_token)).error).toBe('invalid_grant')
    expect((await refresh(testApp, app, tokens.refresh_token)).status).toBe(200)
  })
})

test('a sub is the same for the apps of one network, and another one in the next', async () => {
  const ada = await newPerson(testApp).signUp()
  const [one, two] = [await networkOf(ada), await networkOf(ada)]
  const subOf = async (where: OwnNetwork) => {
    const own = await appOf(ada, where)
    return decodeJwt((await exchange(testApp, own, await openApp(ada, own))).id_token).sub
  }
  const [first, second, third] = [await subOf(one), await subOf(one), await subOf(two)]
  expect(first).toBe(second)
  expect(first).not.toBe(third)
})

test('a dump of the database holds no code, token or cookie', async () => {
  const ada = await member()
  const opened = await openApp(ada, app)
  const dumpBefore = await stored()
  const tokens = await exchange(testApp, app, opened)
  const dump = (await stored()) + dumpBefore
  const secrets = [codeIn(opened.at), tokens.access_token, tokens.refresh_token, app.secret]
  secrets.push(ada.browser.cookies.get('twinlock_oidc') ?? '')
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(20)
    expect(dump).not.toContain(secret)
  }
  const used = createHash('sha256').update(tokens.refresh_token).digest('hex')
  expect(dump).toContain(used)
  await testApp.settle()
  for (const secret of secrets) expect(testApp.logs()).not.toContain(secret)
})
