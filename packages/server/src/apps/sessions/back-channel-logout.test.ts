import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HOUR } from '@twinlock/shared/durations'
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { AccountErasureService } from '../../life/erasure/account-erasure.service.js'
import { NetworkErasureService } from '../../life/erasure/network-erasure.service.js'
import { MetricsService } from '../../metrics/metrics.service.js'
import { NetworkCollection } from '../../networks/network.model.js'
import { OperatorService } from '../../operator/operator.service.js'
import { OperatorAccountsService } from '../../operator/operator-accounts.service.js'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { accountOf, putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, type OwnApp, UPDATE_APP } from '../app.fixture.js'
import { exchange, openApp, refresh } from '../oidc/oidc.fixture.js'
import { AppChecksService } from './app-checks.service.js'
import { BackChannelLogoutService } from './back-channel-logout.service.js'

let testApp: TestApp
let receiver: Server
let address: string
let received: string[] = []
let answers: number[] = []
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      received.push(new URLSearchParams(body).get('logout_token') ?? '')
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/logout`
})
afterAll(async () => {
  receiver.close()
  await testApp.close()
})
beforeEach(() => {
  received = []
  answers = []
})

async function inTheWiki(backChannelLogoutUri = address): Promise<{
  ada: Person
  network: OwnNetwork
  app: OwnApp
  sid: unknown
  sub: unknown
  refreshToken: string
}> {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  const app = await appOf(ada, network, { backChannelLogoutUri })
  const tokens = await exchange(testApp, app, await openApp(ada, app))
  const { sid, sub } = decodeJwt(tokens.id_token)
  return { ada, network, app, sid, sub, refreshToken: tokens.refresh_token }
}

/** In addition to the Admin, who is a member too. */
async function memberInTheWiki() {
  const { ada: admin, network, app } = await inTheWiki()
  const ada = await newPerson(testApp).signUp()
  const into = await NetworkCollection.on(testApp.connection).findOne({ _id: network.id })
  if (!into) throw new Error('There is no network.')
  await putNetwork(testApp, [ada], { into })
  await exchange(testApp, app, await openApp(ada, app))
  return { admin, app, ada }
}

/** What the worker does within a second or two. */
async function work(): Promise<void> {
  await testApp.settle()
  await testApp.app.get(AppChecksService).verifyDue()
  await testApp.app.get(BackChannelLogoutService).deliverDue()
  await testApp.settle()
}

test('a person who signs out is signed out of the app, which is notified by a token that it can verify', async () => {
  const { ada, app, sid, sub } = await inTheWiki()
  await ada.browser.field('mutation { signOut }')
  await work()
  expect(received).toHaveLength(1)
  const keys = (await (await fetch(`${testApp.url}/oidc/jwks`)).json()) as { keys: [] }
  const { payload, protectedHeader } = await jwtVerify(received[0] ?? '', createLocalJWKSet(keys), {
    issuer: 'http://localhost:4000/oidc',
    audience: app.id,
    typ: 'logout+jwt',
  })
  expect(protectedHeader.alg).toBe('RS256')
  expect(payload).toMatchObject({ sid, sub, events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })
  expect(payload).not.toHaveProperty('nonce')
  await work()
  expect(received).toHaveLength(1)
})

test('an app that is for others from now on ends at once what it holds for those it was for', async () => {
  const { admin, app, ada } = await memberInTheWiki()
  const apps = async () => (await ada.browser.field('{ viewer { appSessions { appName } } }')).appSessions
  await work()
  expect([received.length, await apps()]).toEqual([0, [{ appName: 'Wiki' }]])
  await admin.browser.field(UPDATE_APP, { input: { id: app.id, access: 'ADMINS' } })
  await work()
  expect([received.length, await apps()]).toEqual([1, []])
})

describe('erased, with all that would notify the app later: it is notified first', () => {
  test('an account', async () => {
    const { app, ada } = await memberInTheWiki()
    const { _id } = await accountOf(testApp, ada)
    await testApp.app.get(AccountErasureService).erase(await accountOf(testApp, ada))
    await testApp.settle()
    expect(received).toHaveLength(1)
    for (const name of ['app_sessions', 'oidc_artifacts', 'app_visits', 'gate_entries'])
      expect(JSON.stringify(await testApp.connection.collection(name).find().toArray()), name).not.toContain(_id)
    const audited = await testApp.connection.collection('audit_events').find({ 'event.appId': app.id }).toArray()
    expect(audited.map(({ event }) => event.type)).toContain('app.access_ended')
    expect(JSON.stringify(audited)).not.toContain(ada.email)
  })

  test('a network', async () => {
    const { app, network } = await inTheWiki()
    await testApp.app.get(NetworkErasureService).erase({ _id: network.id })
    await testApp.settle()
    expect(received).toHaveLength(1)
    for (const name of ['app_sessions', 'oidc_artifacts', 'app_visits', 'gate_entries', 'apps', 'audit_events']) {
      const left = await testApp.connection.collection(name).find().toArray()
      expect(JSON.stringify(left), name).not.toContain(app.id)
    }
  })
})

test('the operator ends the sessions of one account, or of all, and the apps are notified', async () => {
  const { ada, refreshToken, app } = await inTheWiki()
  await inTheWiki()
  await testApp.app.get(OperatorAccountsService).endSessions(ada.email)
  await work()
  expect(received).toHaveLength(1)
  expect((await refresh(testApp, app, refreshToken)).error).toBe('invalid_grant')
  await testApp.app.get(OperatorService).endAllSessions()
  await work()
  expect(received.length).toBeGreaterThan(1)
  const { connection } = testApp
  expect(await connection.collection('app_sessions').countDocuments({ endedAt: null })).toBe(0)
})

test('when the deadline passes, without any act or request, the app is notified', async () => {
  const { network, app, refreshToken } = await inTheWiki()
  const now = testApp.clock.now()
  const deadline = new Date(now.getTime() + 90 * 60_000)
  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: network.id },
    {
      $set: {
        mandate: { activationId: 'act_1', activatedAt: now, activatedBy: { accountId: 'x', name: 'Olga' }, deadline },
      },
    },
  )
  // Every session is looked at again within five minutes, and from then the deadline is known.
  testApp.clock.advance(300_000)
  await work()
  expect(received).toEqual([])
  testApp.clock.set(new Date(deadline.getTime() - 1))
  await work()
  expect(received).toEqual([])
  testApp.clock.set(deadline)
  await work()
  expect(received).toHaveLength(1)
  expect((await refresh(testApp, app, refreshToken)).error).toBe('invalid_grant')
})

test('an app that does not answer is notified again, and once it answers no more', async () => {
  const { ada } = await inTheWiki()
  answers = [500, 503]
  await ada.browser.field('mutation { signOut }')
  await work()
  expect(received).toHaveLength(1)
  testApp.clock.advance(10_000)
  await work()
  testApp.clock.advance(60_000)
  await work()
  expect(received).toHaveLength(3)
  testApp.clock.advance(HOUR)
  await work()
  expect(received).toHaveLength(3)
})

test('an app that takes the token and never answers holds up no other', async () => {
  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  try {
    const stuck = await inTheWiki(`http://127.0.0.1:${(silent.address() as AddressInfo).port}/logout`)
    const { ada } = await inTheWiki()
    await stuck.ada.browser.field('mutation { signOut }')
    await ada.browser.field('mutation { signOut }')
    const asked = once(silent, 'request')
    const working = work()
    await asked
    await vi.waitFor(() => expect(received).toHaveLength(1))
    silent.closeAllConnections()
    await working
    const waiting = await testApp.connection.collection('app_sessions').findOne({ appId: stuck.app.id })
    expect(waiting).toMatchObject({ attempts: 1, logout: { deliveredAt: null, problem: expect.any(String) } })
    expect(waiting?.dueAt.getTime()).toBeGreaterThan(testApp.clock.now().getTime())
  } finally {
    silent.close()
  }
})

test('a scraper reads sign-ins to apps and how telling them went', async () => {
  const { ada } = await inTheWiki()
  answers = [500]
  await ada.browser.field('mutation { signOut }')
  await work()
  testApp.clock.advance(10_000)
  await work()
  const text = await testApp.app.get(MetricsService).text()
  expect(text).toMatch(/twinlock_app_sign_ins_total\{acr="urn:twinlock:acr:1"\} [1-9]/)
  expect(text).toMatch(/twinlock_back_channel_logouts_total\{outcome="failed"\} [1-9]/)
  expect(text).toMatch(/twinlock_back_channel_logouts_total\{outcome="delivered"\} [1-9]/)
})

test('two workers tell it once', async () => {
  const { ada } = await inTheWiki()
  await ada.browser.field('mutation { signOut }')
  await testApp.settle()
  const [held, logouts] = [testApp.app.get(AppChecksService), testApp.app.get(BackChannelLogoutService)]
  await Promise.all([held.verifyDue(), held.verifyDue()])
  await Promise.all([logouts.deliverDue(), logouts.deliverDue()])
  await testApp.settle()
  expect(received).toHaveLength(1)
})

test('a member sees what apps hold, and ends it; the app may be opened again, under another name for the session', async () => {
  const { ada, app, refreshToken, sid } = await inTheWiki()
  const held = async () => (await ada.browser.field('{ viewer { appSessions { appName networkName } } }')).appSessions
  expect(await held()).toMatchObject([{ appName: 'Wiki' }])
  await ada.browser.field(`mutation { endAppSessions(appId: "${app.id}") }`)
  expect(await held()).toEqual([])
  expect((await refresh(testApp, app, refreshToken)).error).toBe('invalid_grant')
  await work()
  expect(received).toHaveLength(1)
  const again = await exchange(testApp, app, await openApp(ada, app))
  expect(again.status).toBe(200)
  expect(decodeJwt(again.id_token).sid).not.toBe(sid)
})

test('Admins see who used an app and when, members do not', async () => {
  const { ada, network } = await inTheWiki()
  await testApp.settle()
  const uses = await ada.browser.ask(
    `{ network(slug: "${network.slug}") { apps { lastUsedAt uses { email endedAt } } } }`,
  )
  expect(uses.data.network.apps).toMatchObject([{ uses: [{ email: ada.email, endedAt: null }] }])
  expect(uses.data.network.apps[0].lastUsedAt).toBe(testApp.clock.now().toISOString())
  const own = await ada.browser.field('{ viewer { apps { uses { email } } } }')
  expect(own.apps).toEqual([{ uses: [] }])
})

test('signing in and losing access are in the audit log', async () => {
  const { ada, app } = await inTheWiki()
  await ada.browser.field('mutation { signOut }')
  await work()
  const entries = await testApp.connection.collection('audit_events').find({ 'event.appId': app.id }).toArray()
  expect(entries.map(({ event }) => event.type)).toEqual(
    expect.arrayContaining(['app.created', 'app.signed_in', 'app.access_ended']),
  )
})

test('a deleted app loses everything, and is notified', async () => {
  const { ada, app, refreshToken } = await inTheWiki()
  await ada.browser.field(`mutation { deleteApp(id: "${app.id}") }`)
  await work()
  expect(received).toHaveLength(1)
  expect((await refresh(testApp, app, refreshToken)).error).toBe('invalid_client')
})
