import { setTimeout as after } from 'node:timers/promises'
import { DAY } from '@twinlock/shared/durations'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import type { Connection } from 'mongoose'
import type { StoredEnvelope } from '../platform/crypto/re-seal.js'
import { LeaseQueue } from '../platform/queue/lease-queue.js'
import { type Attempt, Delivery, type DeliveryDeps } from './delivery.js'
import type { OutboxDocument } from './outbox.model.js'
import { type ClaimedMessage, type NewMessage, OutboxStore } from './outbox.store.js'
import {
  type Channel,
  type DeliveryRun,
  type FirstAttempt,
  type MemberMessage,
  type OutgoingMessage,
  priorities,
} from './outbox.types.js'
import { contextOf, sealBody } from './sealed-body.js'

/** How long a worker's claim lasts; the delay of its messages if it dies. */
export const leaseMs = 120_000
/** Longer than any provider's timeout. */
const attemptMs = 30_000
/** Batch size: a more urgent message waits for at most this many. */
const portion = 40

/** As long as Admins see which mails their network sent a member. */
const settledKeptFor = 30 * DAY

export interface OutboxDeps extends DeliveryDeps {
  connection: Connection
  /** Called when a message is stored, so that a worker in this process can send it at once. */
  onPut?: () => void
}

/**
 * Outgoing messages. Each is stored before it is sent, sent by one worker at a time, and retried while the provider is
 * down. Its id makes it unique: storing it twice sends it once. If a worker dies after the provider accepted a message
 * and before that is recorded, it is sent again with the same Message-ID; SMTP allows no better.
 */
export class Outbox {
  readonly #deps: OutboxDeps
  readonly #store: OutboxStore
  readonly #delivery: Delivery
  readonly #queue: LeaseQueue<OutboxDocument>
  readonly #underWay = new Set<Promise<unknown>>()

  constructor(deps: OutboxDeps) {
    this.#deps = deps
    this.#store = new OutboxStore(deps.connection)
    this.#delivery = new Delivery(this.#store, deps)
    this.#queue = new LeaseQueue({ store: this.#store.leases, clock: deps.clock, leaseMs, attemptMs, portion })
  }

  /** Stores messages for the worker, in one command; what is there already is left alone. */
  async put(messages: readonly OutgoingMessage[]): Promise<void> {
    await this.putNew(messages)
  }

  /** As `put`. @returns the ids of those that were not there already */
  async putNew(messages: readonly OutgoingMessage[]): Promise<ReadonlySet<string>> {
    if (messages.length === 0) return new Set()
    const added = await this.#store.add(
      await Promise.all(messages.map((message) => this.#sealed(message))),
      this.#now(),
    )
    this.#deps.onPut?.()
    return added
  }

  /**
   * Attempts at once to send a queued message, unless a worker has it or it is finished: for messages that a person is
   * waiting for. @returns its state
   * @param waitMs how long to wait for the provider; the attempt itself goes on
   */
  async deliverNow(id: string, waitMs: number): Promise<FirstAttempt> {
    const [claimed] = await this.#queue.claim([id])
    return claimed ? this.#firstAttempt(claimed, waitMs) : this.#reportOf(id)
  }

  /**
   * Sends everything that is due, most urgent first; ends when nothing is left, when the providers are down, or when
   * `signal` aborts, and then only after the messages it has begun. Any number may run at once, here and elsewhere.
   */
  async deliverDue({
    concurrency = 8,
    signal,
  }: {
    concurrency?: number
    signal?: AbortSignal
  } = {}): Promise<DeliveryRun> {
    const run: DeliveryRun = { sent: 0, retried: 0, failed: 0 }
    const open = new Set<Channel>(['email', 'sms'])
    await this.#queue.drain(
      {
        // Each priority is named: a range of `dueAt` alone would read all that was ever sent.
        filter: () => ({ priority: { $in: Object.values(priorities) }, channel: { $in: [...open] } }),
        sort: { priority: 1, dueAt: 1 },
        accepts: ({ channel }) => open.has(channel),
        begin: (portion) => this.#delivery.open(portion),
        handle: async (message) => {
          const { status, isProviderDown, update } = await this.#delivery.attempt(message)
          // No more of this channel in this run: the next message would fare no better.
          if (isProviderDown) open.delete(message.channel)
          run[status === 'retrying' ? 'retried' : status]++
          return update && { update, whateverTheLease: status === 'sent' }
        },
      },
      { lanes: concurrency, signal },
    )
    return run
  }

  /** The progress of a code, for the person waiting for it. An unknown id is about to be stored. */
  async deliveryOf(id: string): Promise<CodeDelivery> {
    return deliveryIn(await this.#store.progressOf(id))
  }

  /** What a network mailed a member since then, newest first, for as long as it is remembered. */
  async toMember(memberId: string, since: Date, limit: number): Promise<MemberMessage[]> {
    const found = await this.#store.ofMember(memberId, since, limit)
    return found.map((message) => ({
      id: message._id,
      template: message.template,
      putAt: message.createdAt,
      delivery: deliveryIn(message),
    }))
  }

  /** The number of undelivered messages. */
  depth(): Promise<number> {
    return this.#store.countUnsettled()
  }

  /** Deletes messages delivered or abandoned a month ago; their ids stay unique until then. */
  async sweep(): Promise<number> {
    return this.#store.deleteSettled(new Date(this.#now().getTime() - settledKeptFor))
  }

  /** The sealed bodies of undelivered messages. */
  async *envelopes(): AsyncGenerator<StoredEnvelope> {
    for await (const { id, sealed: envelope } of this.#store.bodies())
      yield {
        envelope,
        context: contextOf(id),
        replace: (resealed) => this.#store.replaceBody(id, envelope, resealed),
      }
  }

  /** Waits for running attempts, so that every sent message is recorded as sent. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#underWay])
  }

  async #firstAttempt(message: ClaimedMessage, waitMs: number): Promise<FirstAttempt> {
    const stopWaiting = new AbortController()
    const attempt = this.#attemptAndSettle(message)
    this.#underWay.add(attempt)
    const done = () => this.#underWay.delete(attempt)
    attempt.then(done, done)
    // The caller gets `slow`. If the attempt fails after that, its lease expires and a worker takes over.
    attempt.catch((error: unknown) =>
      this.#deps.logger.error({ id: message._id, err: error }, 'A delivery attempt failed unexpectedly'),
    )
    const slow = after(waitMs, null, { signal: stopWaiting.signal, ref: false }).catch(() => null)
    const result = await Promise.race([attempt, slow])
    stopWaiting.abort()
    if (result === null) return { status: 'queued', because: 'slow' }
    return result.status === 'retrying' ? { status: 'queued', because: 'retrying' } : { status: result.status }
  }

  async #attemptAndSettle(message: ClaimedMessage): Promise<Attempt> {
    const attempt = await this.#delivery.attempt(message)
    const { status, update } = attempt
    if (update) await this.#queue.settle(message, { update, whateverTheLease: status === 'sent' })
    return attempt
  }

  async #reportOf(id: string): Promise<FirstAttempt> {
    const state = (await this.#store.progressOf(id))?.state
    if (state === 'sent' || state === 'failed') return { status: state }
    return { status: 'queued', because: state === 'sending' ? 'slow' : 'retrying' }
  }

  async #sealed(message: OutgoingMessage): Promise<NewMessage> {
    const { id, channel, template, priority, expiresAt, memberId } = message
    const whose = memberId ? { memberId } : {}
    return {
      _id: id,
      channel,
      template,
      priority,
      expiresAt,
      ...whose,
      sealed: await sealBody(this.#deps.keyRing, id, message),
    }
  }

  #now(): Date {
    return this.#deps.clock.now()
  }
}

function deliveryIn(message: Pick<OutboxDocument, 'state' | 'attempts'> | null): CodeDelivery {
  if (message?.state === 'sent') return 'SENT'
  if (message?.state === 'failed') return 'FAILED'
  // Attempts are counted when they begin: one that is under way has not failed.
  const failed = (message?.attempts ?? 0) - (message?.state === 'sending' ? 1 : 0)
  return failed > 0 ? 'DELAYED' : 'QUEUED'
}
