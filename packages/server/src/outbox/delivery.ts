import { DAY } from '@twinlock/shared/durations'
import { emailKeyOf } from '@twinlock/shared/email-address'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import {
  type DeliveryOutcome,
  type FailedOutcome,
  refusedForGood,
  refusedForNow,
} from '../platform/delivery-outcome.js'
import type { Logger } from '../platform/logging/logger.js'
import type { Mailer } from '../platform/mail/mailer.js'
import type { Update } from '../platform/mongo/database.js'
import { mostAttempts, retryDelay } from '../platform/queue/retry-delay.js'
import type { SmsSender } from '../platform/sms/sms-sender.js'
import type { OutboxDocument } from './outbox.model.js'
import { type ClaimedMessage, type OutboxStore, settled } from './outbox.store.js'
import type { FailedMessage, Reader, RenderMessage } from './outbox.types.js'
import { type MessageBody, openBody } from './sealed-body.js'

/** The longest `Retry-After` that is honoured. */
const longestWait = DAY

export interface DeliveryDeps {
  keyRing: KeyRing
  clock: Clock
  mailer: Mailer
  smsSender: SmsSender
  render: RenderMessage
  /** The accounts with these email addresses, in one command; by `emailKey`. */
  readersOf: (emailKeys: readonly string[]) => Promise<ReadonlyMap<string, Reader>>
  logger: Logger
  /** From 0 to 1: jitter for retries. */
  random: () => number
  /** Called once for each abandoned message. */
  onAbandoned?: (message: FailedMessage) => void
}

type Opened = Pick<MessageBody, 'to' | 'props'> & { reader: Reader }

export interface Attempt {
  status: 'sent' | 'retrying' | 'failed'
  isProviderDown: boolean
  /** The update to write; null when it is written already. */
  update: Update<OutboxDocument> | null
}

/** One attempt at one claimed message: unseal, render, hand to the provider. The caller records the outcome. */
export class Delivery {
  readonly #store: OutboxStore
  readonly #deps: DeliveryDeps
  readonly #opened = new WeakMap<ClaimedMessage, Promise<Opened>>()

  constructor(store: OutboxStore, deps: DeliveryDeps) {
    this.#store = store
    this.#deps = deps
  }

  /** Opens messages that were claimed together, whose readers one command finds. */
  open(messages: readonly ClaimedMessage[]): void {
    const bodies = messages.map(({ _id, sealed }) => openBody(this.#deps.keyRing, _id, sealed ?? ''))
    const readers = this.#readersOf(bodies)
    for (const [place, message] of messages.entries()) {
      const opened = Promise.all([bodies[place] as Promise<MessageBody>, readers]).then(([body, found]) => {
        const own = found.get(emailKeyOf(body.to) ?? '')
        return { ...body, reader: { ...own, locale: own?.locale ?? body.locale } }
      })
      // The attempt reports what went wrong.
      opened.catch(() => undefined)
      this.#opened.set(message, opened)
    }
  }

  async attempt(message: ClaimedMessage): Promise<Attempt> {
    const outcome = this.#reasonToDrop(message) ?? (await this.#send(message))
    if (outcome.status === 'delivered')
      return { status: 'sent', isProviderDown: false, update: settled('sent', this.#deps.clock.now()) }
    const delay = outcome.isPermanent ? null : retryDelay(message.attempts, this.#deps.random())
    return delay === null ? this.#abandon(message, outcome.reason) : this.#retryLater(message, outcome, delay)
  }

  async #send(message: ClaimedMessage): Promise<DeliveryOutcome> {
    const { render, mailer, smsSender } = this.#deps
    try {
      if (!this.#opened.has(message)) this.open([message])
      const { to, props, reader } = (await this.#opened.get(message)) as Opened
      const { subject, text, html } = await render(message.template, props, reader)
      return message.channel === 'sms'
        ? await smsSender.send({ id: message._id, to, text })
        : await mailer.send({ id: message._id, to, subject: subject ?? '', text, html: html ?? '' })
    } catch (error) {
      // A missing key, or a template of a newer version: the operator can fix it. The error's message may hold secrets.
      return refusedForNow(`It could not be rendered (${error instanceof Error ? error.name : 'unknown'}).`)
    }
  }

  async #readersOf(bodies: readonly Promise<MessageBody>[]): Promise<ReadonlyMap<string, Reader>> {
    const opened = await Promise.allSettled(bodies)
    const emailKeys = opened.flatMap((each) => (each.status === 'fulfilled' ? (emailKeyOf(each.value.to) ?? []) : []))
    return emailKeys.length === 0 ? new Map() : this.#deps.readersOf(emailKeys)
  }

  /** Written at once, so that only the worker that holds the lease reports the failure. */
  async #abandon(message: ClaimedMessage, reason: string): Promise<Attempt> {
    if (await this.#store.markFailed(message, reason, this.#deps.clock.now())) {
      const failed = { ...logFieldsOf(message), reason }
      this.#deps.logger.error(failed, 'A message was abandoned')
      this.#deps.onAbandoned?.(failed)
    }
    return { status: 'failed', isProviderDown: false, update: null }
  }

  #retryLater(
    message: ClaimedMessage,
    { reason, isProviderDown, retryAfterMs = 0 }: FailedOutcome,
    delay: number,
  ): Attempt {
    const dueAt = new Date(this.#deps.clock.now().getTime() + Math.max(delay, Math.min(retryAfterMs, longestWait)))
    this.#deps.logger.warn({ ...logFieldsOf(message), reason, dueAt }, 'A message will be retried')
    const update = { $set: { state: 'waiting' as const, dueAt, lastError: reason }, $unset: { claim: 1 as const } }
    return { status: 'retrying', isProviderDown, update }
  }

  #reasonToDrop({ expiresAt, attempts }: ClaimedMessage): FailedOutcome | null {
    if (expiresAt !== null && expiresAt <= this.#deps.clock.now()) return refusedForGood('It expired first.')
    // The worker died during each of its attempts.
    return attempts > mostAttempts ? refusedForGood('Every attempt was interrupted.') : null
  }
}

function logFieldsOf({ _id, channel, template, attempts }: ClaimedMessage) {
  return { id: _id, channel, template, attempts }
}
