import type {} from '@twinlock/embedded-database/vitest-database'
import type { Connection } from 'mongoose'
import { pino } from 'pino'
import { inject } from 'vitest'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { type DeliveryOutcome, delivered } from '../platform/delivery-outcome.js'
import type { Mail, Mailer } from '../platform/mail/mailer.js'
import { openMongoConnection } from '../platform/mongo/mongo-connection.js'
import type { Sms, SmsSender } from '../platform/sms/sms-sender.js'
import { Outbox, type OutboxDeps } from './outbox.service.js'
import { type FailedMessage, type OutgoingMessage, priorities } from './outbox.types.js'

export const keyRing = new KeyRing([{ id: 'k1', secret: new Uint8Array(32).fill(1) }])

/** A clock that moves only when a test moves it. */
export class StillClock {
  #now = new Date('2026-05-14T15:00:00Z')

  now(): Date {
    return this.#now
  }

  advance(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms)
  }
}

/** A fake mailer and SMS sender: they answer as configured and record each message. */
export class ScriptedSender implements Mailer, SmsSender {
  readonly sent: (Mail | Sms)[] = []
  answer: (message: Mail | Sms) => DeliveryOutcome | Promise<DeliveryOutcome> = () => delivered

  async send(message: Mail | Sms): Promise<DeliveryOutcome> {
    this.sent.push(message)
    return this.answer(message)
  }

  async close(): Promise<void> {}

  get ids(): string[] {
    return this.sent.map(({ id }) => id)
  }
}

export const testDatabaseUri = (name: string): string =>
  inject('mongodbUri').replace(/^(mongodb:\/\/[^/]+)\/[^?]*/, `$1/${name}`)

export async function openTestDatabase(name: string): Promise<Connection> {
  const connection = await openMongoConnection(testDatabaseUri(name), { monitorCommands: true }).asPromise()
  await connection.dropDatabase()
  return connection
}

export interface TestOutbox {
  outbox: Outbox
  clock: StillClock
  sender: ScriptedSender
  failed: FailedMessage[]
  /** Everything logged so far, as text. */
  log: () => string
}

export function testOutbox(connection: Connection, overrides: Partial<OutboxDeps> = {}): TestOutbox {
  const clock = new StillClock()
  const sender = new ScriptedSender()
  const failed: FailedMessage[] = []
  const lines: string[] = []
  const logger = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) })
  const outbox = new Outbox({
    connection,
    keyRing,
    clock,
    mailer: sender,
    smsSender: sender,
    readersOf: async () => new Map(),
    render: async (template, props) => ({ subject: template, text: JSON.stringify(props), html: '<p></p>' }),
    logger,
    random: () => 0.5,
    onAbandoned: (message) => failed.push(message),
    ...overrides,
  })
  return { outbox, clock, sender, failed, log: () => lines.join('') }
}

export function message(id: string, overrides: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    id,
    channel: 'email',
    template: 'notice',
    to: 'ada@example.com',
    props: { what: 'something' },
    priority: priorities.notice,
    expiresAt: null,
    ...overrides,
  }
}

/** Stores a code and attempts to deliver it at once. */
export async function putAndDeliver(outbox: Outbox, message: OutgoingMessage, waitMs: number) {
  await outbox.put([message])
  return outbox.deliverNow(message.id, waitMs)
}

export const manyMessages = (count: number): OutgoingMessage[] =>
  Array.from({ length: count }, (_, n) => message(`message-${n}`))
