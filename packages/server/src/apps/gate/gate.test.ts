import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { AccountCollection } from '../../accounts/account.model.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import { NetworkCollection, type NetworkDocument } from '../../networks/network.model.js'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, memberOf, networkWithApp, type OwnApp } from '../app.fixture.js'
import { AppChecksService } from '../sessions/app-checks.service.js'
import { AtHost, askRaw, gatedWiki, HOST, through } from './gate.fixture.js'

let testApp: TestApp
let admin: Person
let network: OwnNetwork
let app: OwnApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ;({ admin, network, app } = await networkWithApp(testApp, gatedWiki))
})
afterAll(() => testApp.close())

const atHost = (host = HOST, scheme: 'http' | 'https' = 'http') => new AtHost(testApp, host, scheme)
const member = (role: 'MEMBER' | 'GUEST' = 'MEMBER') => memberOf(testApp, network.id, role)
const changeNetwork = (id: string, values: Partial<NetworkDocument>) =>
  NetworkCollection.on(testApp.connection).updateOne({ _id: id }, { $set: values })

test('sent to sign in and back to the requested page, then admitted, and the app learns who it is', async () => {
  const ada = await member()
  const host = atHost()
  const outside = await host.gate('/page?x=1')
  expect(outside.status).toBe(302)
  expect(outside.headers.location).toBe(`http://${HOST}/.twinlock/start?to=%2Fpage%3Fx%3D1`)
  const back = await through(ada, host, '/page?x=1')
  expect([back.status, back.headers.location]).toEqual([303, '/page?x=1'])
  const inside = await host.gate('/page?x=1')
  expect(inside.status).toBe(200)
  expect(inside.headers).toMatchObject({
    'remote-email': ada.email,
    'remote-name': 'ada',
    'remote-groups': 'MEMBER',
    'remote-acr': 'urn:twinlock:acr:1',
    'remote-user': expect.stringMatching(/^[\w-]{43}$/),
  })
})

test('the cookies of the app come back without those of the gate, for proxies that cannot take it out', async () => {
  const ada = await member()
  const host = atHost()
  await through(ada, host)
  expect((await host.gate('/page')).headers.cookie).toBeUndefined()
  host.cookies.set('theirs', 'kept')
  host.cookies.set('__Host-twinlock_gate', 'of-another-scheme')
  host.cookies.set('__Host-twinlock_gate_nonce', 'of-the-way')
  host.cookies.set('twinlock_gate_too', 'kept')
  expect((await host.gate('/page')).headers.cookie).toBe('theirs=kept; twinlock_gate_too=kept')
  expect((await atHost().gate('/public/x', { cookie: 'twinlock_gate=x;a=1' })).headers.cookie).toBe('a=1')
})

test('for nginx a 401 with the address beside it', async () => {
  const answer = await atHost().gate('/page', {}, '?mode=nginx')
  expect(answer.status).toBe(401)
  expect(answer.headers['x-twinlock-redirect']).toBe(`http://${HOST}/.twinlock/start?to=%2Fpage`)
})

test('a public path admits everyone, with all five headers empty', async () => {
  const answer = await atHost().gate('/public/logo.png', { 'remote-user': 'admin', remote_user: 'admin' })
  expect(answer.status).toBe(200)
  for (const name of ['remote-user', 'remote-email', 'remote-name', 'remote-groups', 'remote-acr'])
    expect(answer.headers[name]).toBe('')
})

test('a path for Admins, one that requires a second step, and one that requires a recent one', async () => {
  const ada = await member()
  const host = atHost()
  await through(ada, host)
  expect((await host.gate('/admin/users')).status).toBe(403)
  expect((await host.gate('/secret')).status).toBe(302)
  await ada.setUpApp()
  expect((await host.gate('/secret')).status).toBe(200)
  expect((await host.gate('/money')).status).toBe(200)
  testApp.clock.advance(600_000)
  expect((await host.gate('/secret')).status).toBe(200)
  expect((await host.gate('/money')).status).toBe(302)
})

test('the pages of the gate are in the language of the person, else of the browser, else of the network', async () => {
  const refusal = async (host: AtHost, headers: Record<string, string>) =>
    (await host.gate('/admin/users', { accept: 'text/html', ...headers })).body
  const ada = await member()
  const host = atHost()
  await through(ada, host)
  expect(await refusal(host, {})).toContain('<html lang="en"')
  await changeNetwork(network.id, { locale: 'ja' })
  expect(await refusal(host, {})).toContain('このページは開けません')
  expect(await refusal(host, { 'accept-language': 'fr' })).toContain('Vous ne pouvez pas ouvrir cette page')
  expect((await host.gate('/admin/users', { 'accept-language': 'fr' })).body).toMatch(/^Votre rôle dans le réseau/)
  await ada.browser.field('mutation { setLocale(locale: DE) { __typename } }')
  expect(await refusal(host, { 'accept-language': 'fr' })).toContain('Diese Seite können Sie nicht öffnen')
  expect((await atHost().go('/.twinlock/callback')).body).toContain('<html lang="ja"')
  await changeNetwork(network.id, { locale: null })
})

test('a rule for a path asks no less than its app, except for what it says itself', async () => {
  await appOf(admin, network, {
    name: 'Office',
    redirectUris: [],
    hosts: ['office.localhost'],
    access: 'ADMINS',
    requires: 'SECOND_STEP',
    pathRules: [
      { prefix: '/new', withinMinutes: 10 },
      { prefix: '/team/', roles: ['MEMBER'] },
      { prefix: '/open', access: 'EVERYONE', requires: 'SIGNED_IN' },
    ],
  })
  const ada = await member()
  const host = atHost('office.localhost')
  await through(ada, host, '/open')
  const paths = ['/', '/new', '/team', '/team/x', '/open']
  const answers = async () => Promise.all(paths.map(async (path) => (await host.gate(path)).status))
  expect(await answers()).toEqual([403, 403, 302, 302, 200])
  await ada.setUpApp()
  expect(await answers()).toEqual([403, 403, 200, 200, 200])
})

test('the worker leaves alone who may open a path of an app, though not the app', async () => {
  const ada = await member()
  await appOf(admin, network, {
    name: 'Status',
    redirectUris: [],
    hosts: ['status.localhost'],
    access: 'ADMINS',
    requires: 'SECOND_STEP',
    pathRules: [{ prefix: '/open', access: 'EVERYONE', requires: 'SIGNED_IN' }],
  })
  const host = atHost('status.localhost')
  await through(ada, host, '/open')
  testApp.clock.advance(300_000)
  await testApp.settle()
  await testApp.app.get(AppChecksService).verifyDue()
  expect((await host.gate('/open')).status).toBe(200)
  const [held] = (await ada.browser.field('{ viewer { appSessions { appName } } }')).appSessions
  expect(held).toEqual({ appName: 'Status' })
})

test('a passkey that no longer counts for the network is no passkey for its apps either', async () => {
  await appOf(admin, network, {
    name: 'Keys',
    redirectUris: [],
    hosts: ['keys.localhost'],
    requires: 'PHISHING_RESISTANT',
  })
  const ada = await member()
  await (await ada.setUpPasskey()).setUpApp()
  const [strict, plain] = [atHost('keys.localhost'), atHost()]
  await through(ada, strict)
  await through(ada, plain)
  expect((await strict.gate('/')).status).toBe(200)
  expect((await plain.gate('/')).headers['remote-acr']).toBe('urn:twinlock:acr:phr')
  const account = await AccountCollection.on(testApp.connection).findOne({ email: ada.email })
  const memberships = testApp.connection.collection<{ _id: string }>('memberships')
  const ended = { $set: { sessionsEndedAt: testApp.clock.now() } }
  await memberships.updateOne({ _id: `${network.id}:${account?._id}` }, ended)
  testApp.clock.advance(30_000)
  await ada.reauthenticate({ password: ada.password })
  await ada.reauthenticate({ method: 'AUTHENTICATOR_APP', code: await ada.appCode() })
  expect((await strict.gate('/')).status).toBe(302)
  const inside = await plain.gate('/')
  expect([inside.status, inside.headers['remote-acr']]).toEqual([200, 'urn:twinlock:acr:2'])
})

test('a closed network closes the gate with the next request', async () => {
  const ada = await member()
  const host = atHost()
  await through(ada, host)
  expect((await host.gate('/')).status).toBe(200)
  await ada.browser.field('mutation { signOut }')
  expect((await host.gate('/')).status).toBe(302)
})

test('the deadline closes it at its own millisecond', async () => {
  const owner = await newPerson(testApp).signUp()
  const strict = await networkOf(owner)
  await appOf(owner, strict, { redirectUris: [], hosts: ['strict.localhost'] })
  const host = atHost('strict.localhost')
  await through(owner, host)
  const now = testApp.clock.now()
  const deadline = new Date(now.getTime() + HOUR)
  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: strict.id },
    {
      $set: {
        mandate: { activationId: 'act_1', activatedAt: now, activatedBy: { accountId: 'x', name: 'Olga' }, deadline },
      },
    },
  )
  testApp.clock.set(new Date(deadline.getTime() - 1))
  expect((await host.gate('/')).status).toBe(200)
  testApp.clock.set(deadline)
  expect((await host.gate('/')).status).toBe(302)
})

test('a page’s own background request is not sent to a sign-in', async () => {
  const ofPage = { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
  expect((await atHost().gate('/api', ofPage)).status).toBe(401)
  expect((await atHost().gate('/api', { 'x-requested-with': 'XMLHttpRequest' })).status).toBe(401)
})

test('entries a minute from one address are limited for all people together; other addresses do not wait', async () => {
  const host = atHost('busy.localhost')
  await appOf(admin, network, { name: 'Busy', redirectUris: [], hosts: [host.host] })
  const start = (address: string) =>
    askRaw(testApp, '/.twinlock/start', { host: host.host, 'x-forwarded-proto': 'http', 'x-forwarded-for': address })
  testApp.clock.set(new Date(Math.ceil(testApp.clock.now().getTime() / 60_000) * 60_000))
  for (let count = 0; count < limits.app.entriesPerAddress; count += 1)
    expect((await start('198.51.100.9')).status).toBe(302)
  const refused = await start('198.51.100.9')
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60'])
  expect(refused.body).toContain('Wait a minute')
  expect((await start('198.51.100.10')).status).toBe(302)
  testApp.clock.advance(60_000)
  expect((await start('198.51.100.9')).status).toBe(302)
})

test('a client that is no browser is sent to sign in, Node’s fetch too', async () => {
  expect((await atHost().gate('/api', { 'sec-fetch-mode': 'cors' })).status).toBe(302)
})

test('the app holds it, and the member ends it', async () => {
  const ada = await member()
  const host = atHost()
  await through(ada, host)
  expect((await ada.browser.field('{ viewer { appSessions { appName } } }')).appSessions).toEqual([{ appName: 'Wiki' }])
  await ada.browser.field(`mutation { endAppSessions(appId: "${app.id}") }`)
  expect((await host.gate('/')).status).toBe(302)
})

test('a scraper reads what proxies were answered', async () => {
  const ada = await member()
  const host = atHost()
  await host.gate('/page')
  await through(ada, host)
  await host.gate('/page')
  await host.gate('/public/logo.png')
  await host.gate('/admin')
  const text = await testApp.app.get(MetricsService).text()
  for (const decision of ['sign_in', 'let_in', 'public', 'refused'])
    expect(text).toMatch(new RegExp(`twinlock_gate_decisions_total\\{decision="${decision}"\\} [1-9]`))
})
