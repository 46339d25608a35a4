import { type OutgoingHttpHeaders, request as requestHttp } from 'node:http'
import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { AccountCollection } from '../../accounts/account.model.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import { NetworkCollection, type NetworkDocument } from '../../networks/network.model.js'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, CREATE_APP, type OwnApp, UPDATE_APP } from '../app.fixture.js'
import { AppChecksService } from '../held/app-checks.service.js'
import { APP_ENTRY } from '../oidc/oidc.fixture.js'

const HOST = 'wiki.localhost'
let testApp: TestApp
let admin: Person
let network: OwnNetwork
let app: OwnApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  admin = await newPerson(testApp).signUp()
  network = await networkOf(admin)
  app = await appOf(admin, network, {
    redirectUris: [],
    hosts: [HOST, 'other.localhost'],
    pathRules: [
      { prefix: '/public', isPublic: true },
      { prefix: '/admin', access: 'ADMINS' },
      { prefix: '/secret', requires: 'SECOND_STEP' },
      { prefix: '/money', withinMinutes: 10 },
    ],
  })
})
afterAll(() => testApp.close())

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** As a proxy asks: `fetch` would not let a Host header through. */
function ask(path: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = requestHttp(`${testApp.url}${path}`, { headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** One browser at one host of an app, seen through a proxy. */
class AtHost {
  cookies = new Map<string, string>()
  constructor(
    readonly host = HOST,
    readonly scheme: 'http' | 'https' = 'http',
  ) {}

  gate(uri: string, more: OutgoingHttpHeaders = {}, mode = '') {
    return ask(`/gate${mode}`, {
      'x-forwarded-host': this.host,
      'x-forwarded-proto': this.scheme,
      'x-forwarded-uri': uri,
      'x-forwarded-method': 'GET',
      cookie: this.#cookie(),
      ...more,
    })
  }

  async go(path: string): Promise<Answer> {
    const answer = await ask(path, { host: this.host, 'x-forwarded-proto': this.scheme, cookie: this.#cookie() })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return answer
  }

  #cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

const pathIn = (location: unknown) => {
  const url = new URL(String(location))
  return url.pathname + url.search
}

/** Through the sign-in and back, as the redirects lead. */
async function through(person: Person, host: AtHost, to = '/page'): Promise<Answer> {
  const start = await host.go(`/.twinlock/start?to=${encodeURIComponent(to)}`)
  const open = pathIn(start.headers.location)
  const { appEntry } = (await person.browser.ask(APP_ENTRY, { id: open.slice('/open/'.length) })).data
  expect(appEntry).toMatchObject({ __typename: 'AppEntryOpen' })
  const continued = await person.browser.get(`${open}/continue`)
  return host.go(pathIn(continued.headers.get('location')))
}

async function member(role: 'MEMBER' | 'GUEST' = 'MEMBER'): Promise<Person> {
  const person = await newPerson(testApp).signUp()
  const into = await NetworkCollection.on(testApp.connection).findOne({ _id: network.id })
  if (!into) throw new Error('There is no network.')
  await putNetwork(testApp, [person], { into, role })
  return person
}

const changeNetwork = (id: string, values: Partial<NetworkDocument>) =>
  NetworkCollection.on(testApp.connection).updateOne({ _id: id }, { $set: values })

test('sent to sign in and back to the requested page, then admitted, and the app learns who it is', async () => {
  const ada = await member()
  const host = new AtHost()
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
  const host = new AtHost()
  await through(ada, host)
  expect((await host.gate('/page')).headers.cookie).toBeUndefined()
  host.cookies.set('theirs', 'kept')
  host.cookies.set('__Host-twinlock_gate', 'of-another-scheme')
  host.cookies.set('__Host-twinlock_gate_nonce', 'of-the-way')
  host.cookies.set('twinlock_gate_too', 'kept')
  expect((await host.gate('/page')).headers.cookie).toBe('theirs=kept; twinlock_gate_too=kept')
  expect((await new AtHost().gate('/public/x', { cookie: 'twinlock_gate=x;a=1' })).headers.cookie).toBe('a=1')
})

test('for nginx a 401 with the address beside it', async () => {
  const answer = await new AtHost().gate('/page', {}, '?mode=nginx')
  expect(answer.status).toBe(401)
  expect(answer.headers['x-twinlock-redirect']).toBe(`http://${HOST}/.twinlock/start?to=%2Fpage`)
})

test('a public path admits everyone, with all five headers empty', async () => {
  const answer = await new AtHost().gate('/public/logo.png', { 'remote-user': 'admin', remote_user: 'admin' })
  expect(answer.status).toBe(200)
  for (const name of ['remote-user', 'remote-email', 'remote-name', 'remote-groups', 'remote-acr'])
    expect(answer.headers[name]).toBe('')
})

test('a path for Admins, one that requires a second step, and one that requires a recent one', async () => {
  const ada = await member()
  const host = new AtHost()
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
  const host = new AtHost()
  await through(ada, host)
  expect(await refusal(host, {})).toContain('<html lang="en"')
  await changeNetwork(network.id, { locale: 'ja' })
  expect(await refusal(host, {})).toContain('このページは開けません')
  expect(await refusal(host, { 'accept-language': 'fr' })).toContain('Vous ne pouvez pas ouvrir cette page')
  expect((await host.gate('/admin/users', { 'accept-language': 'fr' })).body).toMatch(/^Votre rôle dans le réseau/)
  await ada.browser.field('mutation { setLocale(locale: DE) { __typename } }')
  expect(await refusal(host, { 'accept-language': 'fr' })).toContain('Diese Seite können Sie nicht öffnen')
  expect((await new AtHost().go('/.twinlock/callback')).body).toContain('<html lang="ja"')
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
  const host = new AtHost('office.localhost')
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
  const host = new AtHost('status.localhost')
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
  const [strict, plain] = [new AtHost('keys.localhost'), new AtHost()]
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
  const host = new AtHost()
  await through(ada, host)
  expect((await host.gate('/')).status).toBe(200)
  await ada.browser.field('mutation { signOut }')
  expect((await host.gate('/')).status).toBe(302)
})

test('the deadline closes it at its own millisecond', async () => {
  const owner = await newPerson(testApp).signUp()
  const strict = await networkOf(owner)
  await appOf(owner, strict, { redirectUris: [], hosts: ['strict.localhost'] })
  const host = new AtHost('strict.localhost')
  await through(owner, host)
  const now = testApp.clock.now()
  const deadline = new Date(now.getTime() + 3_600_000)
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

describe('nobody else comes through', () => {
  test('the cookie of one host is good at no other, of the same app either', async () => {
    const ada = await member()
    const host = new AtHost()
    await through(ada, host)
    const other = new AtHost('other.localhost')
    other.cookies = host.cookies
    expect((await other.gate('/')).status).toBe(302)
  })

  test('the cookie of the gate is no session, and a session is no cookie of the gate', async () => {
    const ada = await member()
    const host = new AtHost()
    await through(ada, host)
    const thief = testApp.browser()
    thief.cookies.set('twinlock_session', host.cookies.get('twinlock_gate') ?? '')
    expect(await thief.field('{ viewer { id } }')).toBeNull()
    const forged = new AtHost()
    forged.cookies.set('twinlock_gate', ada.browser.cookies.get('twinlock_session') ?? '')
    expect((await forged.gate('/')).status).toBe(302)
  })

  test('login CSRF: a callback that another person began is refused in this browser', async () => {
    const eve = await member()
    const evesHost = new AtHost()
    const start = await evesHost.go('/.twinlock/start?to=/')
    const open = pathIn(start.headers.location)
    await eve.browser.ask(APP_ENTRY, { id: open.slice('/open/'.length) })
    const continued = await eve.browser.get(`${open}/continue`)
    const back = pathIn(continued.headers.get('location'))
    const victim = new AtHost()
    expect((await victim.go(back)).status).toBe(400)
    await victim.go('/.twinlock/start?to=/')
    expect((await victim.go(back)).status).toBe(400)
    expect(victim.cookies.has('twinlock_gate')).toBe(false)
  })

  test('login CSRF from a sibling host: a nonce that it plants for the whole domain is no nonce', async () => {
    const eve = await member()
    const evesHost = new AtHost(HOST, 'https')
    const start = await evesHost.go('/.twinlock/start?to=/')
    expect(start.headers['set-cookie']?.[0]).toMatch(/^__Host-twinlock_gate_nonce=.*Path=\/;.*Secure/)
    const continued = await eve.browser.get(`${pathIn(start.headers.location)}/continue`)
    const back = pathIn(continued.headers.get('location'))
    const victim = new AtHost(HOST, 'https')
    victim.cookies.set('twinlock_gate_nonce', evesHost.cookies.get('__Host-twinlock_gate_nonce') ?? '')
    expect((await victim.go(back)).status).toBe(400)
    expect((await evesHost.go(back)).status).toBe(303)
  })

  test('a code of the way back is good once, for a minute', async () => {
    const ada = await member()
    const host = new AtHost()
    const start = await host.go('/.twinlock/start?to=/')
    const open = pathIn(start.headers.location)
    const continued = await ada.browser.get(`${open}/continue`)
    const back = pathIn(continued.headers.get('location'))
    const nonce = new Map(host.cookies)
    expect((await host.go(back)).status).toBe(303)
    host.cookies = new Map(nonce)
    expect((await host.go(back)).status).toBe(400)
    const late = new AtHost()
    const again = await late.go('/.twinlock/start?to=/')
    const finished = await ada.browser.get(`${pathIn(again.headers.location)}/continue`)
    testApp.clock.advance(60_000)
    expect((await late.go(pathIn(finished.headers.get('location')))).status).toBe(400)
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/%0d%0aSet-Cookie:x'])(
    'the way back leads nowhere else: %s',
    async (to) => {
      const back = await through(await member(), new AtHost(), to)
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
    expect((await new AtHost().gate(uri)).status).toBe(403),
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
    expect((await new AtHost().gate('/page', more)).status).toBe(403),
  )

  test('a member of another network gets a refusal, and no code', async () => {
    const stranger = await newPerson(testApp).signUp()
    const start = await new AtHost().go('/.twinlock/start?to=/')
    const open = pathIn(start.headers.location)
    const entry = await stranger.browser.ask(APP_ENTRY, { id: open.slice('/open/'.length) })
    expect(entry.data.appEntry).toMatchObject({ reason: 'NO_MEMBER' })
    const continued = await stranger.browser.get(`${open}/continue`)
    expect(continued.headers.get('location')).toBe(open)
  })

  test('a host that was taken from the app is closed', async () => {
    const ada = await member()
    const other = await appOf(admin, network, { name: 'Board', redirectUris: [], hosts: ['board.localhost'] })
    const host = new AtHost('board.localhost')
    await through(ada, host)
    await admin.reauthenticate({ password: admin.password })
    await admin.browser.field(UPDATE_APP, { input: { id: other.id, hosts: [] } })
    expect((await host.gate('/')).status).toBe(403)
  })
})

describe('a domain that changed hands', () => {
  const [HERE, DOCS] = ['wiki.acme.example', 'docs.acme.example']
  const claims = async (id: string, isProved: boolean) => {
    const now = testApp.clock.now()
    const missingSince = isProved ? null : new Date(now.getTime() - limits.domainMissing)
    const domain = { name: 'acme.example', token: 'x', claimedAt: now, provedAt: now, missingSince }
    await NetworkCollection.on(testApp.connection).updateOne({ _id: id }, { $set: { ssoDomains: [domain] } })
  }
  const owner = async () => {
    const person = await newPerson(testApp).signUp()
    const own = await networkOf(person)
    await claims(own.id, true)
    return { person, own }
  }

  test('neither the person nor an Admin sees an access at a lost host, and the worker ends it', async () => {
    const { person, own } = await owner()
    const app = await appOf(person, own, { redirectUris: [], hosts: ['lost.acme.example', 'kept.localhost'] })
    await through(person, new AtHost('lost.acme.example'))
    const seen = async () => {
      await testApp.settle()
      const { appSessions } = await person.browser.field('{ viewer { appSessions { appName } } }')
      const { app: listed } = await person.browser.field(
        `{ network(slug: "${own.slug}") { app(id: "${app.id}") { people { nodes { isSignedIn } } } } }`,
      )
      return [appSessions.length, listed.people.nodes[0].isSignedIn]
    }
    const reasons = async () => {
      await testApp.settle()
      await testApp.app.get(AppChecksService).verifyDue()
      const held = await testApp.connection.collection('app_sessions').find({ appId: app.id }).toArray()
      return held.map(({ reason }) => reason)
    }
    expect([await seen(), await reasons()]).toEqual([[1, true], [null]])
    await claims(own.id, false)
    expect(await seen()).toEqual([0, false])
    testApp.clock.advance(300_000)
    expect(await reasons()).toEqual(['CLOSED'])

    // Where the Admin takes the host away, nothing has to pass.
    await through(person, new AtHost('kept.localhost'))
    expect(await seen()).toEqual([1, true])
    await person.reauthenticate({ password: person.password })
    await person.browser.field(UPDATE_APP, { input: { id: app.id, hosts: [] } })
    expect(await seen()).toEqual([0, false])
    expect((await reasons()).sort()).toEqual(['CLOSED', 'CLOSED'])
  })

  test('the gate of the former network closes at once, and the next one takes the hosts', async () => {
    const former = await owner()
    const hosts = [HERE, DOCS, 'kept.localhost']
    const pathRules = [{ prefix: '/public', isPublic: true }]
    const held = await appOf(former.person, former.own, { redirectUris: [], hosts, pathRules })
    const [inside, onTheWay] = [new AtHost(HERE), new AtHost(HERE)]
    await through(former.person, inside)
    expect((await inside.gate('/')).status).toBe(200)
    const start = await onTheWay.go('/.twinlock/start?to=/')
    const back = await former.person.browser.get(`${pathIn(start.headers.location)}/continue`)

    const heir = await owner()
    const taken = { __typename: 'InvalidInput', fields: [{ field: 'hosts' }] }
    const take = (host: string) => ({ input: { networkId: heir.own.id, name: 'Heir', hosts: [host] } })
    expect(await heir.person.browser.field(CREATE_APP, take(DOCS))).toMatchObject(taken)

    await claims(former.own.id, false)
    for (const uri of ['/', '/public/logo.png']) {
      expect((await inside.gate(uri)).status).toBe(403)
      expect((await new AtHost(HERE).gate(uri)).status).toBe(403)
    }
    expect((await onTheWay.go(pathIn(back.headers.get('location')))).status).toBe(400)
    expect((await new AtHost(HERE).go('/.twinlock/start?to=/')).status).toBe(404)
    expect((await new AtHost('kept.localhost').gate('/')).status).toBe(302)

    expect((await heir.person.browser.field(CREATE_APP, take(DOCS))).__typename).toBe('AppCreated')
    const app = await appOf(heir.person, heir.own)
    const update = { input: { id: app.id, hosts: [HERE] } }
    expect((await heir.person.browser.field(UPDATE_APP, update)).__typename).toBe('AppUpdated')
    const apps = testApp.connection.collection<{ _id: string; hosts: string[] }>('apps')
    expect((await apps.findOne({ _id: held.id }))?.hosts).toEqual(['kept.localhost'])
    await testApp.settle()
    const written = { type: 'app.changed', networkId: former.own.id, 'event.fields': 'hosts' }
    expect(await testApp.connection.collection('audit_events').countDocuments(written)).toBe(2)
    expect((await inside.gate('/')).status).toBe(302)
    expect((await through(heir.person, new AtHost(HERE))).status).toBe(303)
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

test('a page’s own background request is not sent to a sign-in', async () => {
  const ofPage = { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }
  expect((await new AtHost().gate('/api', ofPage)).status).toBe(401)
  expect((await new AtHost().gate('/api', { 'x-requested-with': 'XMLHttpRequest' })).status).toBe(401)
})

test('entries a minute from one address are limited for all people together; other addresses do not wait', async () => {
  const host = new AtHost('busy.localhost')
  await appOf(admin, network, { name: 'Busy', redirectUris: [], hosts: [host.host] })
  const start = (address: string) =>
    ask('/.twinlock/start', { host: host.host, 'x-forwarded-proto': 'http', 'x-forwarded-for': address })
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
  expect((await new AtHost().gate('/api', { 'sec-fetch-mode': 'cors' })).status).toBe(302)
})

test('the app holds it, and the member ends it', async () => {
  const ada = await member()
  const host = new AtHost()
  await through(ada, host)
  expect((await ada.browser.field('{ viewer { appSessions { appName } } }')).appSessions).toEqual([{ appName: 'Wiki' }])
  await ada.browser.field(`mutation { endAppSessions(appId: "${app.id}") }`)
  expect((await host.gate('/')).status).toBe(302)
})

test('a scraper reads what proxies were answered', async () => {
  const ada = await member()
  const host = new AtHost()
  await host.gate('/page')
  await through(ada, host)
  await host.gate('/page')
  await host.gate('/public/logo.png')
  await host.gate('/admin')
  const text = await testApp.app.get(MetricsService).text()
  for (const decision of ['sign_in', 'let_in', 'public', 'refused'])
    expect(text).toMatch(new RegExp(`twinlock_gate_decisions_total\\{decision="${decision}"\\} [1-9]`))
})

describe('a request with a live cookie costs one command, which by itself detects that the network has closed', () => {
  const HERE = 'fast.localhost'
  let own: OwnNetwork
  beforeAll(async () => {
    const owner = await newPerson(testApp).signUp()
    own = await networkOf(owner)
    await appOf(owner, own, { redirectUris: [], hosts: [HERE] })
  })

  const inNetwork = (values: Partial<NetworkDocument>) => changeNetwork(own.id, values)
  const mandate = (deadline: Date) =>
    inNetwork({
      mandate: {
        activationId: 'act_1',
        activatedAt: new Date(0),
        activatedBy: { accountId: 'x', name: 'Olga' },
        deadline,
      },
    })

  it.each<[string, (person: Person, accountId: string) => unknown]>([
    [
      'the member was removed',
      (_, accountId) =>
        testApp.connection
          .collection('memberships')
          .updateOne({ accountId }, { $set: { leftAt: testApp.clock.now() } }),
    ],
    ['the session was ended', (person) => person.browser.field('mutation { signOut }')],
    [
      'the account has a new epoch',
      (_, accountId) => AccountCollection.on(testApp.connection).updateOne({ _id: accountId }, { $inc: { epoch: 1 } }),
    ],
    ['the deadline passes, and they have no second step', () => mandate(testApp.clock.now())],
    ['the session is too old', () => testApp.clock.advance(3 * 86_400_000)],
  ])('%s', async (_, close) => {
    await inNetwork({ mandate: null })
    const person = await newPerson(testApp).signUp()
    const into = await NetworkCollection.on(testApp.connection).findOne({ _id: own.id })
    if (!into) throw new Error('There is no network.')
    await putNetwork(testApp, [person], { into })
    const host = new AtHost(HERE)
    await through(person, host)
    expect(await counted(host)).toEqual([200, ['aggregate']])
    const account = await AccountCollection.on(testApp.connection).findOne({ email: person.email })
    await close(person, account?._id ?? '')
    expect(await counted(host)).toEqual([302, ['aggregate']])
  })

  test('a method that the network bars', async () => {
    await mandate(testApp.clock.now())
    await inNetwork({ acceptedMethods: ['AUTHENTICATOR_APP'] })
    const person = await (await newPerson(testApp).signUp()).setUpApp()
    const into = await NetworkCollection.on(testApp.connection).findOne({ _id: own.id })
    if (!into) throw new Error('There is no network.')
    await putNetwork(testApp, [person], { into })
    const host = new AtHost(HERE)
    await through(person, host)
    expect(await counted(host)).toEqual([200, ['aggregate']])
    await inNetwork({ acceptedMethods: ['PASSKEY'] })
    expect(await counted(host)).toEqual([302, ['aggregate']])
  })

  async function counted(host: AtHost) {
    await testApp.settle()
    testApp.takeCommands()
    const { status } = await host.gate('/')
    return [status, testApp.takeCommands()]
  }
})
