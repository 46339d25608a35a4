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
import type { SmsSender } from '../platform/sms/sms-sender.js'
import type { ClaimedMessage, OutboxStore } from './outbox.store.js'
import type { FailedMessage, RenderMessage } from './outbox.types.js'
import { mostAttempts, retryDelay } from './retry-schedule.js'
import { openBody } from './sealed-body.js'

export interface DeliveryDeps {
  keyRing: KeyRing
  clock: Clock
  mailer: Mailer
  smsSender: SmsSender
  render: RenderMessage
  logger: Logger
  /** From 0 to 1; spreads the retries. */
  random: () => number
  /** Told once for each message that is given up. */
  onFailedForGood?: (message: FailedMessage) => void
}

export type AttemptResult = { status: 'sent' } | { status: 'retrying'; isProviderDown: boolean } | { status: 'failed' }

/** One attempt at one claimed message: open, render, hand to the provider, write down what came of it. */
export class Delivery {
  readonly #store: OutboxStore
  readonly #deps: DeliveryDeps

  constructor(store: OutboxStore, deps: DeliveryDeps) {
    this.#store = store
    this.#deps = deps
  }

  async attempt(message: ClaimedMessage): Promise<AttemptResult> {
    const outcome = this.#reasonToDrop(message) ?? (await this.#send(message))
    if (outcome.status === 'delivered') {
      await this.#store.markSent(message._id, this.#deps.clock.now())
      return { status: 'sent' }
    }
    const delay = outcome.isPermanent ? null : retryDelay(message.attempts, this.#deps.random())
    if (delay === null) return this.#giveUp(message, outcome.reason)
    return this.#tryLater(message, outcome, delay)
  }

  async #send(message: ClaimedMessage): Promise<DeliveryOutcome> {
    const { keyRing, render, mailer, smsSender } = this.#deps
    try {
      const { to, props, locale } = await openBody(keyRing, message._id, message.sealed)
      const addressee = { channel: message.channel, to, ...(locale ? { locale } : {}) }
      const { subject, text, html } = await render(message.template, props, addressee)
      return message.channel === 'sms'
        ? await smsSender.send({ id: message._id, to, text })
        : await mailer.send({ id: message._id, to, subject: subject ?? '', text, html: html ?? '' })
    } catch (error) {
      // A missing key or a template of a newer version: the operator can mend it. An error's own words may be secret.
      return refusedForNow(`It could not be made (${error instanceof Error ? error.name : 'unknown'}).`)
    }
  }

  async #giveUp(message: ClaimedMessage, reason: string): Promise<AttemptResult> {
    if (await this.#store.markFailed(message, reason, this.#deps.clock.now())) {
      const failed = { ...factsOf(message), reason }
      this.#deps.logger.error(failed, 'A message was given up')
      this.#deps.onFailedForGood?.(failed)
    }
    return { status: 'failed' }
  }

  async #tryLater(
    message: ClaimedMessage,
    { reason, isProviderDown }: FailedOutcome,
    delay: number,
  ): Promise<AttemptResult> {
    const dueAt = new Date(this.#deps.clock.now().getTime() + delay)
    await this.#store.retryLater(message, reason, dueAt)
    this.#deps.logger.warn({ ...factsOf(message), reason, dueAt }, 'A message is tried again later')
    return { status: 'retrying', isProviderDown }
  }

  #reasonToDrop({ expiresAt, attempts }: ClaimedMessage): FailedOutcome | null {
    if (expiresAt !== null && expiresAt <= this.#deps.clock.now()) return refusedForGood('It expired first.')
    // Its attempts ended with the worker's death, time and again.
    return attempts > mostAttempts ? refusedForGood('Every attempt broke off.') : null
  }
}

function factsOf({ _id, channel, template, attempts }: ClaimedMessage) {
  return { id: _id, channel, template, attempts }
}
