import type { OutgoingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import type { OwnNetwork } from '../../testing/integrator.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, memberOf, networkWithApp, UPDATE_APP } from '../app.fixture.js'
import { APP_ENTRY } from '../oidc/oidc.fixture.js'
import { AtHost, gatedWiki, HOST, pathIn, through } from './gate.fixture.js'

let testApp: TestApp
let admin: Person
let network: OwnNetwork
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ;({ admin, network } = await networkWithApp(testApp, gatedWiki))
})
afterAll(() => testApp.close())

const atHost = (host = HOST, scheme: 'http' | 'https' = 'http') => new AtHost(testApp, host, scheme)
const member = (role: 'MEMBER' | 'GUEST' = 'MEMBER') => memberOf(testApp, network.id, role)

describe('nobody else comes through', () => {
  test('the cookie of one host is good at no other, of the same app either', async () => {
    const ada = await member()
    const host = atHost()
    await through(ada, host)
    const other = atHost('other.localhost')
    other.cookies = host.cookies
    expect((await other.gate('/')).status).toBe(302)
  })

  test('the cookie of the gate is no session, and a session is no cookie of the gate', async () => {
    const ada = await member()
    const host = atHost()
    await through(ada, host)
    const thief = testApp.browser()
    thief.cookies.set('twinlock_session', host.cookies.get('twinlock_gate') ?? '')
    expect(await thief.field('{ viewer { id } }')).toBeNull()
    const forged = atHost()
    forged.cookies.set('twinlock_gate', ada.browser.cookies.get('twinlock_session') ?? '')
    expect((await forged.gate('/')).status).toBe(302)
  })

  test('login CSRF: a callback that another person began is refused in this browser', async () => {
    const eve = await member()
    const evesHost = atHost()
    const start = await evesHost.go('/.twinlock/start?to=/')
    const open = pathIn(start.headers.location)
    await eve.browser.ask(APP_ENTRY, { id: open.slice('/open/'.length) })
    const continued = await eve.browser.get(`${open}/continue`)
    const back = pathIn(continued.headers.get('location'))
    const victim = atHost()
    expect((await victim.go(back)).status).toBe(400)
    await victim.go('/.twinlock/start?to=/')
    expect((await victim.go(back)).status).toBe(400)
    expect(victim.cookies.has('twinlock_gate')).toBe(false)
  })

  test('login CSRF from a sibling host: a nonce that it plants for the whole domain is no nonce', async () => {
    const eve = await member()
    const evesHost = atHost(HOST, 'https')
    const start = await evesHost.go('/.twinlock/start?to=/')
    expect(start.headers['set-cookie']?.[0]).toMatch(/^__Host-twinlock_gate_nonce=.*Path=\/;.*Secure/)
    const continued = await eve.browser.get(`${pathIn(start.headers.location)}/continue`)
    const back = pathIn(continued.headers.get('location'))
    const victim = atHost(HOST, 'https')
    victim.cookies.set('twinlock_gate_nonce', evesHost.cookies.get('__Host-twinlock_gate_nonce') ?? '')
    expect((await victim.go(back)).status).toBe(400)
    expect((await evesHost.go(back)).status).toBe(303)
  })

  test('a code of the way back is good once, for a minute', async () => {
    const ada = await member()
    const host = atHost()
    const start = await host.go('/.twinlock/start?to=/')
    const open = pathIn(start.headers.location)
    const continued = await ada.browser.get(`${open}/continue`)
    const back = pathIn(continued.headers.get('location'))
    const nonce = new Map(host.cookies)
    expect((await host.go(back)).status).toBe(303)
    host.cookies = new Map(nonce)
    expect((await host.go(back)).status).toBe(400)
    const late = atHost()
    const again = await late.go('/.twinlock/start?to=/')
    const finished = await ada.browser.get(`${pathIn(again.headers.location)}/continue`)
    testApp.clock.advance(60_000)
    expect((await late.go(pathIn(finished.headers.get('location')))).status).toBe(400)
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/%0d%0aSet-Cookie:x'])(
    'the way back leads nowhere else: %s',
    async (to) => {
      const back = await through(await member(), atHost(), to)
      expect(back.status).toBe(303)
      const { origin } = new URL(String(back.headers.location), `http://${HOST}`)
      expect(origin).toBe(`http://${HOST}`)
    },
  )

  it.each([
    '/public/../admin',
    '/public/%2e%2e/admin',
    '//admin',
    '/admin%2fusers',
    '/public/..;/admin',
    '/public\\..\\admin',
    '/public#/../admin/',
  ])('an address that proxies and apps may read differently is refused: %s', async (uri) =>
    expect((await atHost().gate(uri)).status).toBe(403),
  )

  it.each<[string, OutgoingHttpHeaders]>([
    ['a public address before the one that is asked for', { 'x-forwarded-uri': ['/public/x?', '/admin'] }],
    ['two hosts that are the same', { 'x-forwarded-host': [HOST, HOST] }],
    ['two methods', { 'x-forwarded-method': ['GET', 'POST'] }],
    ['two hosts', { 'x-forwarded-host': `${HOST}, evil.example` }],
    ['no host', { 'x-forwarded-host': '' }],
    ['an unknown host', { 'x-forwarded-host': 'evil.example' }],
    ['another scheme', { 'x-forwarded-proto': 'javascript' }],
    ['a host that is none', { 'x-forwarded-host': 'wiki.localhost/..' }],
  ])('headers that say nothing clear: %s', async (_, more) =>
    expect((await atHost().gate('/page', more)).status).toBe(403),
  )

  test('a member of another network gets a refusal, and no code', async () => {
    const stranger = await newPerson(testApp).signUp()
    const start = await atHost().go('/.twinlock/start?to=/')
    const open = pathIn(start.headers.location)
    const entry = await stranger.browser.ask(APP_ENTRY, { id: open.slice('/open/'.length) })
    expect(entry.data.appEntry).toMatchObject({ reason: 'NO_MEMBER' })
    const continued = await stranger.browser.get(`${open}/continue`)
    expect(continued.headers.get('location')).toBe(open)
  })

  test('a host that was taken from the app is closed', async () => {
    const ada = await member()
    const other = await appOf(admin, network, { name: 'Board', redirectUris: [], hosts: ['board.localhost'] })
    const host = atHost('board.localhost')
    await through(ada, host)
    await admin.reauthenticate({ password: admin.password })
    await admin.browser.field(UPDATE_APP, { input: { id: other.id, hosts: [] } })
    expect((await host.gate('/')).status).toBe(403)
  })
})

test('without a trusted proxy nobody is answered, whatever the headers say', async () => {
  const plain = await startTestApp(inject('mongodbUri'), { env: { TRUSTED_PROXIES: '198.51.100.1' } })
  try {
    const headers = { 'x-forwarded-host': HOST, 'x-forwarded-proto': 'http', 'x-forwarded-uri': '/' }
    expect((await fetch(`${plain.url}/gate`, { headers })).status).toBe(403)
    expect((await fetch(`${plain.url}/.twinlock/start`, { headers })).status).toBe(403)
  } finally {
    await plain.close()
  }
})
