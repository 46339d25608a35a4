import { randomBytes } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { crowd, readyNetwork } from '../mandate/mandate.fixture.js'
import type { NetworkUnderTest } from '../people/people.fixture.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { type LocalSmtpServer, startSmtpServer } from '../platform/mail/smtp-server.fixture.js'
import { BuiltServer } from './built-server.js'
import { Cluster } from './cluster.js'
import { FakeClock } from './fake-clock.js'
import { accountOf } from './network.js'
import { newPerson, type Person } from './person.js'
import { Receiver } from './receiver.js'
import { startTestApp, type TestApp } from './test-app.js'
import { type GraphqlAnswer, TestBrowser } from './test-browser.js'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const MEMBERS = 400
const RACERS = 50
/** Codes that are raced for, one after another, for as long as the primaries come and go. */
const RACES = 8
const COMERS = 4

let cluster: Cluster
/** Seeds the database and reads it; it serves nobody. */
let seed: TestApp
let servers: BuiltServer[]
let mails: LocalSmtpServer
let receiver: Receiver
let net: NetworkUnderTest
let racers: Person[]
let comers: Person[]

beforeAll(async () => {
  cluster = await Cluster.start()
  mails = await startSmtpServer()
  receiver = await Receiver.start()
  const secret = randomBytes(32)
  const keyRing = new KeyRing([{ id: 'k1', secret }])
  // The servers go by the real clock.
  const clock = new FakeClock(new Date())
  seed = await startTestApp(cluster.uri, { keyRing, clock, env: { TWINLOCK_WORKER: 'off' } })
  net = await readyNetwork(seed)
  racers = await people(RACES)
  for (const racer of racers) await racer.setUpApp()
  comers = await people(COMERS)
  await net.owner.browser.field(
    'mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }',
    { input: { networkId: net.id, url: receiver.url, eventTypes: [] } },
  )
  await crowd(seed, net.id, { count: MEMBERS, joinedAt: new Date(Date.now() - 60_000) })
  await seed.settle()
  servers = await Promise.all(
    [0, 1].map(() =>
      BuiltServer.start({
        MONGODB_URI: cluster.uri.replace('/?', `/${seed.connection.name}?`),
        TWINLOCK_KEYS: `k1:${secret.toString('base64')}`,
        SMTP_URL: mails.url,
      }),
    ),
  )
})
afterAll(async () => {
  await Promise.all(servers?.map((server) => server.stop()) ?? [])
  await seed.close()
  await Promise.all([receiver.close(), mails.close()])
  await cluster.close()
})

async function people(count: number): Promise<Person[]> {
  const all: Person[] = []
  for (let place = 0; place < count; place += 1) all.push(await newPerson(seed).signUp())
  return all
}

/** Answers that were no refusal of the moment, and the refusals. */
const codes = new Map<string, number>()
const withoutRetryAfter: string[] = []

/** Asks one of the servers, with the cookies of a browser. */
async function ask(browser: TestBrowser, place: number, query: string, variables: Record<string, unknown>) {
  const there = Object.assign(browser, { url: servers[place % servers.length]?.url ?? '' })
  const response = await there.post({ query, variables })
  const answer = (await response.json()) as GraphqlAnswer<Record<string, { __typename: string } | null>>
  const code = answer.errors?.[0]?.extensions.code
  if (code) codes.set(code, (codes.get(code) ?? 0) + 1)
  if (code === 'UNAVAILABLE' && !response.headers.get('retry-after')) withoutRetryAfter.push(query)
  return answer.data ? (Object.values(answer.data)[0] ?? null) : null
}

/** Until it is answered at all. */
async function insist(browser: TestBrowser, place: number, query: string, variables: Record<string, unknown>) {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask(browser, place + attempt, query, variables)
    if (answer) return answer
    await after(500)
  }
}

const SIGN_IN = 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }'
const VERIFY = 'mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }'

/** Fifty at once, with one code, at two servers. @returns how many of them were signed in */
async function race(person: Person): Promise<number> {
  const browser = new TestBrowser('', person.browser.address)
  await insist(browser, 0, SIGN_IN, { input: { email: person.email, password: person.password } })
  const input = { method: 'BACKUP_CODE', code: person.backupCodes[0] }
  const answers = await Promise.all(
    Array.from({ length: RACERS }, (_, place) => ask(browser.copy(), place, VERIFY, { input })),
  )
  return answers.filter((answer) => answer?.__typename === 'SignedIn').length
}

/** Signs in repeatedly. @returns the browsers whose answer was that they are signed in */
async function keepSigningIn(person: Person, place: number, isOver: () => boolean): Promise<TestBrowser[]> {
  const signedIn: TestBrowser[] = []
  while (!isOver()) {
    const browser = new TestBrowser('', person.browser.address)
    const answer = await ask(browser, place, SIGN_IN, { input: { email: person.email, password: person.password } })
    if (answer?.__typename === 'SignedIn') signedIn.push(browser)
    await after(200)
  }
  return signedIn
}

test('primaries step down and are killed amid sign-ins, races, an activation, a mailing and webhooks', async () => {
  let isOver = false
  const signIns = comers.map((person, place) => keepSigningIn(person, place, () => isOver))
  const races: number[] = []
  const racing = (async () => {
    for (const racer of racers) {
      races.push(await race(racer))
      await after(500)
    }
  })()

  const admin = new TestBrowser('', net.owner.browser.address)
  await insist(admin, 0, SIGN_IN, { input: { email: net.owner.email, password: net.owner.password } })
  const code = net.owner.backupCodes[0]
  await insist(admin, 0, VERIFY, { input: { method: 'BACKUP_CODE', code } })

  await cluster.stepDown()
  const activated = await insist(
    admin,
    1,
    'mutation($input: ActivateMandatoryTwoFactorInput!) { activateMandatoryTwoFactor(input: $input) { __typename } }',
    { input: { networkId: net.id, timeZone: 'Europe/Berlin', graceHours: 24 } },
  )
  expect(activated.__typename).toBe('MandateActivated')
  // In the middle of the mailing that follows.
  await expect.poll(() => mails.received.length, { timeout: 60_000 }).toBeGreaterThan(20)
  await cluster.killPrimary()
  await cluster.primary()

  await expect
    .poll(async () => Promise.all(servers.map((server) => server.isReady())), { timeout: 60_000 })
    .toEqual([true, true])
  await racing
  isOver = true
  const browsers = (await Promise.all(signIns)).flat()

  expect(codes.get('INTERNAL_SERVER_ERROR')).toBeUndefined()
  expect(withoutRetryAfter).toEqual([])
  expect(browsers.length, 'people signed in meanwhile').toBeGreaterThan(0)
  for (const browser of browsers) {
    const viewer = await insist(browser, 0, '{ viewer { __typename id } }', {})
    expect(viewer, 'a sign-in that was acknowledged is lost').not.toBeNull()
  }

  expect(Math.max(...races), 'one code opened two sessions').toBeLessThanOrEqual(1)
  for (const racer of racers) {
    const { _id, backupCodes } = await accountOf(seed, racer)
    const spent = backupCodes.filter(({ usedAt }) => usedAt).length
    expect(spent).toBeLessThanOrEqual(1)
    const byCode = { accountId: _id, 'evidence.method': 'BACKUP_CODE' }
    expect(await seed.connection.collection('sessions').countDocuments(byCode)).toBeLessThanOrEqual(spent)
  }

  const outbox = seed.connection.collection('outbox')
  await expect
    .poll(() => outbox.countDocuments({ state: { $in: ['waiting', 'sending'] } }), {
      timeout: 150_000,
      interval: 1_000,
    })
    .toBe(0)
  const announced = mails.received.filter(({ envelope }) => envelope.to[0]?.endsWith('@example.net'))
  expect(new Set(announced.map(({ messageId }) => messageId)).size, 'a member was not mailed').toBe(MEMBERS)
  expect(announced, 'a member was mailed twice').toHaveLength(MEMBERS)

  const deliveries = seed.connection.collection('deliveries')
  await expect
    .poll(() => deliveries.countDocuments({ state: { $ne: 'DELIVERED' } }), { timeout: 150_000, interval: 1_000 })
    .toBe(0)
  const posted = new Set(receiver.received.map(({ headers }) => headers['webhook-id']))
  for (const { _id } of await deliveries.find({}, { projection: { _id: 1 } }).toArray())
    expect(posted.has(String(_id))).toBe(true)
  expect(receiver.types()).toContain('mandate.activated')

  for (const server of servers) {
    expect(server.isRunning, 'a server had to be restarted').toBe(true)
    expect(server.logged('The database is unavailable').length, 'once for each outage').toBeLessThanOrEqual(2)
    expect(server.logged('A request failed')).toEqual([])
  }
})

test('nothing that decides is read from a secondary: every command of a sign-in goes to the primary', async () => {
  const [comer] = comers
  const asked = new Set<string>()
  const primary = await cluster.primary()
  seed.connection.getClient().on('commandStarted', ({ address }) => void asked.add(address))
  const lenient = `${cluster.uri}&readPreference=secondaryPreferred`
  const other = await startTestApp(lenient, {
    keyRing: seed.keyRing,
    clock: seed.clock,
    database: seed.connection.name,
    env: { TWINLOCK_WORKER: 'off' },
  })
  other.connection.getClient().on('commandStarted', ({ address }) => void asked.add(address))
  const browser = other.browser(comer?.browser.address)
  await browser.field(SIGN_IN, { input: { email: comer?.email, password: comer?.password } })
  await browser.field('{ viewer { id memberships { standing } } }')
  await other.closeButKeep()
  expect([...asked]).toEqual([`127.0.0.1:${primary.port}`])
})
