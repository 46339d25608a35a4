import { DAY } from '@twinlock/shared/durations'
import type { Connection } from 'mongoose'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, StillClock } from '../outbox/outbox.fixture.js'
import { Background } from '../platform/jobs/background.js'
import type { EventHandler } from './consequences.js'
import type { EventCarrier } from './event.store.js'
import type { DomainEvent } from './event.types.js'
import { EventRelay } from './event-relay.js'
import { EventRetries } from './event-retries.js'

const day = DAY

let connection: Connection
beforeAll(async () => {
  connection = await openTestDatabase('event_relay_test')
})
afterAll(() => connection.close())
beforeEach(async () => {
  await Promise.all(['sessions', 'networks', 'event_retries'].map((name) => connection.collection(name).deleteMany({})))
})

function eventOf(id: string): DomainEvent {
  const origin = { address: '203.0.113.7', device: 'Firefox' }
  const at = new Date('2026-05-14T15:00:00Z')
  return { type: 'account.created', id, at, accountId: 'a', email: 'ada@example.com', name: 'Ada', origin }
}

/** One handler that fails on whatever its name for trouble says, and one that does not. */
function relayWith(isPoison: (event: DomainEvent) => boolean, gatherMs = 0) {
  const [seen, survived]: [string[], string[]] = [[], []]
  const lines: string[] = []
  const logger = pino({ level: 'warn', base: null }, { write: (line: string) => void lines.push(line) })
  const clock = new StillClock()
  const fragile: EventHandler = {
    name: 'fragile',
    isCalledFor: () => true,
    async handle(events) {
      if (events.some(isPoison)) throw new Error('It cannot be done.')
      survived.push(...events.map(({ id }) => id))
    },
  }
  const sturdy: EventHandler = {
    name: 'sturdy',
    isCalledFor: () => true,
    async handle(events) {
      seen.push(...events.map(({ id }) => id))
    },
  }
  const handlers = [fragile, sturdy]
  const retries = new EventRetries(connection, () => handlers, clock, logger)
  const relay = new EventRelay(connection, () => handlers, retries, logger, new Background(logger), gatherMs)
  return { relay, retries, clock, seen, survived, log: () => lines.join('') }
}

async function carry(name: string, ids: readonly string[]): Promise<void> {
  await connection
    .collection<EventCarrier>(name)
    .insertMany(ids.map((id) => ({ _id: `doc-${id}`, events: [eventOf(id)] })))
}
const left = (name: string) => connection.collection(name).countDocuments({ 'events.id': { $exists: true } })

test('a handler that fails on one event blocks neither other events nor other handlers, and is retried alone', async () => {
  let isBroken = true
  const { relay, retries, clock, seen, survived } = relayWith(({ id }) => isBroken && id === 'bad')
  await relay.emit(eventOf('good'), eventOf('bad'), eventOf('fine'))
  expect(survived).toEqual(['good', 'fine'])
  expect(new Set(seen)).toEqual(new Set(['good', 'bad', 'fine']))

  await retries.retryDue()
  expect(survived, 'not before its delay').toEqual(['good', 'fine'])
  isBroken = false
  clock.advance(10_000)
  await retries.retryDue()
  expect(survived).toEqual(['good', 'fine', 'bad'])
  expect(await connection.collection('event_retries').countDocuments()).toBe(0)
})

test('hundreds of documents that cannot be handled do not stop the events of their collection', async () => {
  const { relay, survived } = relayWith(({ id }) => id.startsWith('bad'))
  await carry(
    'sessions',
    Array.from({ length: 250 }, (_, place) => `bad-${place}`),
  )
  await carry('sessions', ['good'])
  for (let run = 0; run < 2; run += 1) await relay.dispatchLeftovers()
  expect(survived).toEqual(['good'])
  expect(await left('sessions')).toBe(0)
  expect(await connection.collection('event_retries').countDocuments()).toBe(250)
})

test('an event that fails for two days is set aside, and the operator reads it in the log once', async () => {
  const { relay, retries, clock, log } = relayWith(() => true)
  await relay.emit(eventOf('bad'))
  for (let attempt = 0; attempt < 20; attempt += 1) {
    clock.advance(2 * day)
    await retries.retryDue()
  }
  expect(await retries.abandoned()).toBe(1)
  expect(log().split('An event was set aside')).toHaveLength(2)
})

test('what follows ten acts at a time is done in one batch: two commands for all of them', async () => {
  const { relay, seen } = relayWith(() => false, 50)
  await carry('sessions', ['first'])
  await relay.dispatch('sessions', 'doc-first')
  const ids = Array.from({ length: 10 }, (_, place) => `act-${place}`)
  await carry('sessions', ids)
  const commands: string[] = []
  connection.getClient().on('commandStarted', ({ commandName }) => void commands.push(commandName))
  await Promise.all(ids.map((id) => relay.dispatch('sessions', `doc-${id}`)))
  connection.getClient().removeAllListeners('commandStarted')
  expect(commands).toEqual(['find', 'update'])
  expect(seen).toEqual(['first', ...ids])
  expect(await left('sessions')).toBe(0)
})

test('events that stay in their document because of a crash are dispatched by the worker, once', async () => {
  const { relay, seen } = relayWith(() => false)
  await carry('networks', ['left'])
  await relay.dispatchLeftovers()
  await relay.dispatchLeftovers()
  expect(seen).toEqual(['left'])
})
