import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { limits } from '@twinlock/shared/limits'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { appOf, CALLBACK, type OwnApp } from '../app.fixture.js'
import { connectDemoWiki } from '../demo-wiki.js'
import {
  APP_ENTRY,
  askTokens,
  authorizationOf,
  codeIn,
  exchange,
  follow,
  openApp,
  pathOf,
  refresh,
  userinfo,
} from './oidc.fixture.js'

let testApp: TestApp
let admin: Person
let network: OwnNetwork
let app: OwnApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  admin = await newPerson(testApp).signUp()
  network = await networkOf(admin)
  app = await appOf(admin, network)
})
afterAll(() => testApp.close())

/** A member of the network, signed in. */
async function member(role: 'MEMBER' | 'GUEST' = 'MEMBER'): Promise<Person> {
  const person = await newPerson(testApp).signUp()
  const into = await NetworkCollection.on(testApp.connection).findOne({ _id: network.id })
  if (!into) throw new Error('There is no network.')
  await putNetwork(testApp, [person], { into, role })
  return person
}

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

describe('a closed network closes the app from that millisecond', () => {
  const closings: [string, (person: Person) => Promise<unknown>][] = [
    ['signed out', async (person) => person.browser.field('mutation { signOut }')],
    [
      'removed from the network',
      async (person) => {
        const [account] = await testApp.connection.collection('accounts').find({ email: person.email }).toArray()
        await admin.reauthenticate({ password: admin.password })
        await admin.browser.field('mutation($input: MemberInput!) { removeMember(input: $input) { __typename } }', {
          input: { networkId: network.id, memberId: `${network.id}:${account?._id}` },
        })
      },
    ],
    [
      'the password was changed elsewhere',
      async (person) => {
        const elsewhere = testApp.browser('198.51.100.7')
        await person.signIn(elsewhere)
        await elsewhere.field(
          `mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`,
          { input: { newPassword: 'a new and quite long password' } },
        )
      },
    ],
  ]
  it.each(closings)('%s', async (_, close) => {
    const ada = await member()
    const tokens = await exchange(testApp, app, await openApp(ada, app))
    expect((await userinfo(testApp, tokens.access_token)).status).toBe(200)
    await close(ada)
    expect((await userinfo(testApp, tokens.access_token)).status).toBe(401)
    expect((await refresh(testApp, app, tokens.refresh_token)).error).toBe('invalid_grant')
    const introspected = await fetch(`${testApp.url}/oidc/token/introspection`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${app.id}:${app.secret}`).toString('base64')}`,
      },
      body: new URLSearchParams({ token: tokens.access_token }),
    })
    expect(await introspected.json()).toEqual({ active: false })
  })

  test('the deadline', async () => {
    const owner = await newPerson(testApp).signUp()
    const strict = await networkOf(owner)
    const own = await appOf(owner, strict)
    const tokens = await exchange(testApp, own, await openApp(owner, own))
    const now = testApp.clock.now()
    const deadline = new Date(now.getTime() + 3_600_000)
    const mandate = { activationId: 'act_1', activatedAt: now, activatedBy: { accountId: 'x', name: 'Olga' }, deadline }
    await NetworkCollection.on(testApp.connection).updateOne({ _id: strict.id }, { $set: { mandate } })
    testApp.clock.set(new Date(deadline.getTime() - 1))
    const renewed = await refresh(testApp, own, tokens.refresh_token)
    expect(renewed.status).toBe(200)
    testApp.clock.set(deadline)
    expect((await refresh(testApp, own, renewed.refresh_token)).error).toBe('invalid_grant')
    const { at, entry } = await openApp(owner, own)
    expect(at).toMatch(/^\/open\//)
    expect(entry?.errors?.[0]?.extensions.code).toBe('TWO_FACTOR_SETUP_REQUIRED')
    expect((await follow(owner.browser, `${at}/continue`)).at).toBe(at)
  })

  test('another role than the app is for', async () => {
    const admins = await appOf(admin, network, { name: 'Admins', access: 'ADMINS' })
    const { at, entry } = await openApp(await member(), admins)
    expect(at).toMatch(/^\/open\//)
    expect(entry?.data.appEntry).toMatchObject({ __typename: 'AppEntryRefused', reason: 'NOT_FOR_ROLE' })
  })

  test('an app of one network, requested by a member of another', async () => {
    const stranger = await newPerson(testApp).signUp()
    const { at, entry } = await openApp(stranger, app)
    expect(at).toMatch(/^\/open\//)
    expect(entry?.data.appEntry).toMatchObject({ reason: 'NO_MEMBER', email: stranger.email })
    const { at: back } = await follow(stranger.browser, `${at}/decline`)
    expect(new URL(back).searchParams.get('error')).toBe('access_denied')
  })
})

describe('what is asked beside is led to alone', () => {
  test('a second step for acr_values, which is then reported to the app', async () => {
    const ada = await (await member()).setUpApp()
    await ada.browser.field('mutation { signOut }')
    await ada.signIn()
    await ada.verify('BACKUP_CODE', ada.backupCodes[0] ?? '')
    const opened = await openApp(ada, app, { acr_values: 'urn:twinlock:acr:2' })
    expect(decodeJwt((await exchange(testApp, app, opened)).id_token)).toMatchObject({
      acr: 'urn:twinlock:acr:2',
      amr: ['pwd', 'otp', 'mfa'],
    })
  })

  test('without a second step, acr_values lead to the set-up', async () => {
    const { entry } = await openApp(await member(), app, { acr_values: 'urn:twinlock:acr:phr' })
    expect(entry?.data.appEntry).toMatchObject({ reason: 'SET_UP_PASSKEY' })
  })

  test('max_age requires the password again, and prompt=login in any case', async () => {
    const ada = await member()
    await openApp(ada, app)
    testApp.clock.advance(120_000)
    expect((await openApp(ada, app, { max_age: '300' })).at).toContain('code=')
    for (const more of [{ max_age: '60' }, { prompt: 'login' }] as Record<string, string>[]) {
      const { at, entry, verifier } = await openApp(ada, app, more)
      expect(entry?.errors?.[0]?.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['PASSWORD'] })
      expect((await follow(ada.browser, `${at}/continue`)).at).toBe(at)
      await ada.reauthenticate({ password: ada.password })
      const opened = await follow(ada.browser, `${at}/continue`)
      expect(opened.at).toContain('code=')
      const claims = decodeJwt((await exchange(testApp, app, { at: opened.at, verifier })).id_token)
      expect(claims.auth_time).toBe(testApp.clock.now().getTime() / 1000)
      testApp.clock.advance(120_000)
    }
  })

  test('prompt=none never shows a page', async () => {
    const ada = await member()
    const first = await openApp(ada, app, { prompt: 'none' })
    expect(new URL(first.at).searchParams.get('error')).toBe('consent_required')
    await openApp(ada, app)
    expect((await openApp(ada, app, { prompt: 'none' })).at).toContain('code=')
    await ada.browser.field('mutation { signOut }')
    const out = await openApp(ada, app, { prompt: 'none' })
    expect(new URL(out.at).searchParams.get('error')).toBe('login_required')
  })
})

describe('cross-site', () => {
  test('a way on that was begun in another browser is not finished in this one', async () => {
    const [ada, eve] = [await member(), await member()]
    const { at } = await follow(eve.browser, authorizationOf(app).path)
    const finished = await ada.browser.get(`${at}/continue`)
    expect(finished.headers.get('location')).toBe('/open/over')
    expect((await ada.browser.ask(APP_ENTRY, { id: 'x' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  test('nor with the cookies of its authorization, which another host of the domain can plant', async () => {
    const [ada, eve] = [await member(), await member()]
    const { at } = await follow(eve.browser, authorizationOf(app).path)
    const plant = () => {
      for (const name of ['twinlock_oidc', 'twinlock_oidc_entry', 'twinlock_oidc_resume'])
        ada.browser.cookies.set(name, eve.browser.cookies.get(name) ?? '')
    }
    plant()
    expect((await ada.browser.get(`${at}/continue`)).headers.get('location')).toBe('/open/over')
    await follow(ada.browser, authorizationOf(app).path)
    plant()
    expect((await ada.browser.get(`${at}/continue`)).headers.get('location')).toBe('/open/over')
    const back = (await eve.browser.get(`${at}/continue`)).headers.get('location')
    const resumed = await ada.browser.get(pathOf(back), { accept: 'text/html' })
    expect([resumed.status, await resumed.text()]).toEqual([400, expect.not.stringContaining('logout')])
    expect((await ada.viewer()).email).toBe(ada.email)
    expect((await follow(eve.browser, pathOf(back))).at).toContain('code=')
  })

  test('two authorizations at once in one browser are both finished', async () => {
    const ada = await member()
    const begun: [string, TestBrowser][] = []
    for (const { path } of [authorizationOf(app), authorizationOf(app)])
      begun.push([(await follow(ada.browser, path)).at, ada.browser.copy()])
    // Each as its path has its cookies in a browser.
    for (const [at, { cookies }] of begun) {
      for (const name of ['twinlock_oidc_entry', 'twinlock_oidc_resume'])
        ada.browser.cookies.set(name, cookies.get(name) ?? '')
      expect((await follow(ada.browser, `${at}/continue`)).at).toContain('code=')
    }
  })

  test('under https the cookies that name a browser are kept from other hosts of the domain', async () => {
    const secure = await startTestApp(inject('mongodbUri'), { env: { PUBLIC_URL: 'https://localhost' } })
    try {
      const redirectUri = 'https://wiki.example.com/callback'
      const wiki = { url: 'https://wiki.example.com', secret: 'x' }
      await connectDemoWiki({ connection: secure.connection, now: secure.clock.now() }, { id: 'net', name: 'A' }, wiki)
      const cookies = async (path: string) => {
        const asked = requestHttp(`${secure.url}${path}`, { headers: { host: 'localhost' } }).end()
        const [answer] = (await once(asked, 'response')) as [IncomingMessage]
        answer.resume()
        return (answer.headers['set-cookie'] ?? []).join('\n')
      }
      expect(await cookies(authorizationOf({ id: 'app_demo_wiki', secret: 'x', redirectUri }).path)).toMatch(
        /^__Host-twinlock_entry=[\w-]{43}; Max-Age=7200; Path=\/; HttpOnly; Secure; SameSite=Lax$/m,
      )
      expect(await cookies('/oidc/session/end')).toMatch(/^__Host-twinlock_oidc=[^;]+; path=\/; .*; secure; httponly/m)
    } finally {
      await secure.close()
    }
  })

  test('signing out asks first, and cannot be submitted from elsewhere', async () => {
    const ada = await member()
    await openApp(ada, app)
    const page = await ada.browser.get('/oidc/session/end', { accept: 'text/html' })
    const html = await page.text()
    expect(html).toContain('Sign out?')
    const post = (form: Record<string, string>) =>
      fetch(`${testApp.url}/oidc/session/end/confirm`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        body: new URLSearchParams(form),
      })
    expect((await post({ logout: 'yes', xsrf: 'guessed' })).status).toBe(400)
    expect((await ada.viewer()).email).toBe(ada.email)
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await post({ logout: 'yes', xsrf })).status).toBe(303)
    expect(await ada.viewer()).toBeNull()
  })

  test('signing out of one app alone ends what it holds at once, and nothing else', async () => {
    const ada = await member()
    const other = await appOf(admin, network, { name: 'Other' })
    const [wiki, rest] = [
      await exchange(testApp, app, await openApp(ada, app)),
      await exchange(testApp, other, await openApp(ada, other)),
    ]
    const path = `/oidc/session/end?id_token_hint=${wiki.id_token}`
    const html = await (await ada.browser.get(path, { accept: 'text/html' })).text()
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    await fetch(`${testApp.url}/oidc/session/end/confirm`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: new URLSearchParams({ xsrf }),
    })
    expect((await userinfo(testApp, wiki.access_token)).status).toBe(401)
    expect((await refresh(testApp, app, wiki.refresh_token)).error).toBe('invalid_grant')
    expect((await refresh(testApp, other, rest.refresh_token)).status).toBe(200)
    expect((await ada.viewer()).email).toBe(ada.email)
    await testApp.settle()
    const held = await ada.browser.field('{ viewer { appSessions { appName } } }')
    expect(held.appSessions).toEqual([{ appName: 'Other' }])
  })

  test('the pages speak the language of the account, else of the browser, else of the network, and make names harmless', async () => {
    const ada = await member()
    const evil = await appOf(admin, network, { name: '<b>Wiki</b>' })
    const { id_token } = await exchange(testApp, evil, await openApp(ada, evil))
    const leave = async (language: string) => {
      const path = `/oidc/session/end?id_token_hint=${id_token}`
      return (await ada.browser.get(path, { accept: 'text/html', 'accept-language': language })).text()
    }
    expect(await leave('de')).toContain('Überall abmelden')
    const arabic = await leave('ar')
    expect(arabic).toContain('<html lang="ar" dir="rtl">')
    expect(arabic).not.toContain('<b>')
    expect(await leave('fr')).toContain('&#60;b&#62;Wiki&#60;/b&#62;')
    await ada.browser.field('mutation { setLocale(locale: JA) { __typename } }')
    expect(await leave('de')).toContain('サインアウトしますか')
    const stranger = testApp.browser()
    const wrong = `/oidc/auth?client_id=${app.id}&redirect_uri=https://evil.example/`
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { locale: 'es' } })
    expect(await (await stranger.get(wrong, { accept: 'text/html' })).text()).toContain('lang="es"')
    expect(await (await stranger.get(wrong, { accept: 'text/html', 'accept-language': 'pl' })).text()).toContain(
      'lang="pl"',
    )
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { locale: null } })
    const unknown = await stranger.get('/oidc/auth?client_id=x', { accept: 'text/html', 'accept-language': 'pl' })
    expect(await unknown.text()).toContain('Ten link nie zadziałał')
  })

  test('an address that is not on the list is not a way back from signing out', async () => {
    const ada = await member()
    const tokens = await exchange(testApp, app, await openApp(ada, app))
    const query = new URLSearchParams({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: 'https://evil.example/',
    })
    expect((await ada.browser.get(`/oidc/session/end?${query}`)).status).toBe(400)
  })

  test('nothing of it may be framed', async () => {
    for (const path of ['/oidc/session/end', '/oidc/auth?client_id=x']) {
      const response = await testApp.browser().get(path, { accept: 'text/html' })
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
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
