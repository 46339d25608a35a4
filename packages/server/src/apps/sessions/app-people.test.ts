import { DAY, HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { integratorOf, networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { putNetwork } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, type OwnApp } from '../app.fixture.js'
import { exchange, openApp, refresh } from '../oidc/oidc.fixture.js'
import { AppChecksService } from './app-checks.service.js'

let testApp: TestApp
let ada: Person
let network: OwnNetwork
let app: OwnApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())
beforeEach(async () => {
  ada = await newPerson(testApp).signUp()
  network = await networkOf(ada)
  app = await appOf(ada, network, { backChannelLogoutUri: 'http://127.0.0.1:9/logout' })
})

const PEOPLE = `query($slug: String!, $id: ID!, $first: Int! = 50, $after: String) { network(slug: $slug) { app(id: $id) {
  people(first: $first, after: $after) {
    nodes { memberId name email role firstUsedAt lastUsedAt isSignedIn }
    pageInfo { hasNextPage endCursor }
  }
} } }`

interface People {
  nodes: { memberId: string; email: string; role: string | null; isSignedIn: boolean }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

const END = 'mutation($appId: ID!, $memberId: ID!) { endMemberAppSessions(appId: $appId, memberId: $memberId) }'

async function people(more: Record<string, unknown> = {}): Promise<People> {
  await testApp.settle()
  return (await ada.browser.field(PEOPLE, { slug: network.slug, id: app.id, ...more })).app.people
}

async function member(role: 'MEMBER' | 'ADMIN' = 'MEMBER'): Promise<Person> {
  const person = await newPerson(testApp).signUp()
  const into = await NetworkCollection.on(testApp.connection).findOne({ _id: network.id })
  if (!into) throw new Error('There is no network.')
  await putNetwork(testApp, [person], { into, role })
  return person
}

const use = async (person: Person) => exchange(testApp, app, await openApp(person, app))

async function end(admin: Person, memberId: string, appId = app.id) {
  await admin.reauthenticate({ password: admin.password })
  return admin.browser.ask(END, { appId, memberId })
}

test('each person is listed once, with the first time, the last time, and whether they are signed in', async () => {
  expect(await people()).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } })
  const bob = await member()
  const first = testApp.clock.now().toISOString()
  const tokens = await use(bob)
  testApp.clock.advance(60_000)
  await use(ada)
  testApp.clock.advance(60_000)
  const last = testApp.clock.now().toISOString()
  await refresh(testApp, app, tokens.refresh_token)
  const { nodes } = await people()
  expect(nodes.map(({ email }) => email)).toEqual([bob.email, ada.email])
  expect(nodes[0]).toMatchObject({ role: 'MEMBER', firstUsedAt: first, lastUsedAt: last, isSignedIn: true })

  await bob.browser.field('mutation { signOut }')
  await testApp.settle()
  await testApp.app.get(AppChecksService).verifyDue()
  const [again] = (await people()).nodes
  expect(again).toMatchObject({ email: bob.email, firstUsedAt: first, lastUsedAt: last, isSignedIn: false })
})

test('a person who only saw where they would go has not used it', async () => {
  const bob = await member()
  await openApp(bob, app)
  expect((await people()).nodes).toEqual([])
})

test('pages follow each other, also where several used it at the same moment', async () => {
  const emails = new Set<string>()
  for (let count = 0; count < 5; count += 1) {
    const bob = await member()
    emails.add(bob.email)
    await use(bob)
  }
  const found: string[] = []
  let after: string | null = null
  do {
    const { nodes, pageInfo }: People = await people({ first: 2, after })
    found.push(...nodes.map(({ email }) => email))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after)
  expect(found).toHaveLength(5)
  expect(new Set(found)).toEqual(emails)
})

test('a member of the network, or a key that may not read its members, learns nothing', async () => {
  await use(ada)
  const bob = await member()
  const own = await bob.browser.field('{ viewer { apps { people { nodes { email } } } } }')
  expect(own.apps).toEqual([{ people: { nodes: [] } }])
  expect((await bob.browser.ask(PEOPLE, { slug: network.slug, id: app.id })).errors?.[0]?.extensions.code).toBe(
    'FORBIDDEN',
  )
  const scopes = ['network:read', 'apps:write']
  const key = await integratorOf(testApp, ada, network, { scopes })
  for (const field of ['people { nodes { email } }', 'uses { email }']) {
    const answer = await key.ask(`{ network(slug: "${network.slug}") { apps { ${field} } } }`)
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', missingScope: 'members:read' })
  }
  const reader = await integratorOf(testApp, ada, network, { scopes: [...scopes, 'members:read'] })
  await testApp.settle()
  expect((await reader.field(PEOPLE, { slug: network.slug, id: app.id })).app.people.nodes).toHaveLength(1)
})

test('an Admin ends the access of one person, in all their browsers: tokens fail, the app is notified, the log names the Admin', async () => {
  const bob = await member()
  const tokens = await use(bob)
  testApp.clock.advance(1_000)
  const others = await use(ada)
  const [{ memberId = '' } = {}] = (await people()).nodes.filter(({ email }) => email === bob.email)
  expect((await end(ada, memberId)).data.endMemberAppSessions).toBe(true)
  expect((await refresh(testApp, app, tokens.refresh_token)).error).toBe('invalid_grant')
  expect((await refresh(testApp, app, others.refresh_token)).status).toBe(200)
  expect((await people()).nodes).toMatchObject([
    { email: ada.email, isSignedIn: true },
    { email: bob.email, isSignedIn: false },
  ])
  const { connection } = testApp
  const held = await connection.collection('app_sessions').find({ appId: app.id, email: bob.email }).toArray()
  expect(held).toMatchObject([{ reason: 'ENDED_BY_ADMIN', dueAt: expect.any(Date) }])
  const entries = await connection.collection('audit_events').find({ 'event.type': 'app.access_ended' }).toArray()
  expect(entries.filter(({ event }) => event.appId === app.id)).toMatchObject([
    { event: { reason: 'ENDED_BY_ADMIN', email: bob.email, actor: { kind: 'person', name: 'ada' } } },
  ])
  expect((await use(bob)).status).toBe(200)
})

test('it is refused to callers without the right, and for users who never opened the app', async () => {
  const [bob, cleo] = [await member(), await member('ADMIN')]
  await use(ada)
  await use(bob)
  const { nodes } = await people()
  const idOf = (email: string) => nodes.find((node) => node.email === email)?.memberId ?? ''
  const codeOf = async (admin: Person, memberId: string, appId?: string) =>
    (await end(admin, memberId, appId)).errors?.[0]?.extensions.code
  expect(await codeOf(bob, idOf(bob.email))).toBe('FORBIDDEN')
  expect(await codeOf(cleo, idOf(ada.email))).toBe('FORBIDDEN')
  expect(await codeOf(cleo, idOf(bob.email))).toBeUndefined()
  expect(await codeOf(ada, `${network.id}:acc_nobody`)).toBe('NOT_FOUND')
  const eve = await newPerson(testApp).signUp()
  const { slug } = await networkOf(eve)
  expect((await eve.browser.field(PEOPLE, { slug, id: app.id })).app).toBeNull()
  expect(await codeOf(eve, idOf(bob.email))).toBe('NOT_FOUND')
  const [, accountId] = idOf(bob.email).split(':')
  expect(await codeOf(ada, `net_other:${accountId}`)).toBe('NOT_FOUND')
  const key = await integratorOf(testApp, ada, network, { scopes: ['apps:write', 'members:read'] })
  const byKey = await key.ask(END, { appId: app.id, memberId: idOf(bob.email) })
  expect(byKey.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
  testApp.clock.advance(DAY)
  await cleo.signIn()
  testApp.clock.advance(HOUR)
  const stale = await cleo.browser.ask(END, { appId: app.id, memberId: idOf(bob.email) })
  expect(stale.errors?.[0]?.extensions.code).toBe('REAUTHENTICATION_REQUIRED')
})

test('a former member is still listed; a deleted app and the retention of the log end the list', async () => {
  const bob = await member()
  await use(bob)
  await bob.browser.field(`mutation { leaveNetwork(networkId: "${network.id}") { __typename } }`)
  expect((await people()).nodes).toMatchObject([{ email: bob.email, role: null }])

  const networks = NetworkCollection.on(testApp.connection)
  await networks.updateOne({ _id: network.id }, { $set: { logDays: 30 } })
  testApp.clock.advance(30 * DAY)
  await testApp.app.jobs.find(({ name }) => name === 'delete expired')?.run()
  const visits = testApp.connection.collection('app_visits')
  expect(await visits.countDocuments({ appId: app.id })).toBe(1)
  testApp.clock.advance(1)
  await testApp.app.jobs.find(({ name }) => name === 'delete expired')?.run()
  expect(await visits.countDocuments({ appId: app.id })).toBe(0)

  await ada.signIn()
  await use(ada)
  await testApp.settle()
  expect(await visits.countDocuments({ appId: app.id })).toBe(1)
  await ada.reauthenticate({ password: ada.password })
  await ada.browser.field(`mutation { deleteApp(id: "${app.id}") }`)
  expect(await visits.countDocuments({ appId: app.id })).toBe(0)
})
