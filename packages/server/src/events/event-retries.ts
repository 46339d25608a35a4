import { inject } from '@needle-di/core'
import { Clock } from '../platform/clock/clock.js'
import { Logger } from '../platform/logging/logger.js'
import { type Collection, Database, defineCollection, insertNew } from '../platform/mongo/database.js'
import { LeaseQueue, type Settled } from '../platform/queue/lease-queue.js'
import { type Claimed, LeaseStore } from '../platform/queue/lease-store.js'
import { retryDelay } from '../platform/queue/retry-delay.js'
import { EventHandlers } from './consequences.js'
import type { DomainEvent } from './event.types.js'

/** An event that one handler failed on. It no longer stands in the document it came from, where it would block others. */
export interface EventRetryDocument {
  /** `event:handler`, so that a repeat makes no second one. */
  _id: string
  handler: string
  event: DomainEvent
  /** Abandoned: set aside after the last attempt, for the operator. */
  state: 'waiting' | 'abandoned'
  dueAt?: Date
  claim?: string
  attempts: number
  createdAt: Date
  lastError: string
}

export const EventRetryCollection = defineCollection<EventRetryDocument>('event_retries', [
  [{ dueAt: 1 }, { sparse: true }],
])

export interface FailedEvent {
  handler: string
  event: DomainEvent
  error: unknown
}

/**
 * Events whose handler failed. Only that handler is retried, with growing delays, for about two days. After that the
 * event is set aside and an error is logged; it stays in `event_retries` until an operator removes it.
 */
export class EventRetries {
  readonly #retries: Collection<EventRetryDocument>
  readonly #queue: LeaseQueue<EventRetryDocument>

  constructor(
    connection = inject(Database),
    private readonly handlers = inject(EventHandlers, { lazy: true }),
    private readonly clock = inject(Clock),
    private readonly logger = inject(Logger),
  ) {
    this.#retries = EventRetryCollection.on(connection)
    const store = new LeaseStore(this.#retries, { claimed: {}, waiting: {} })
    this.#queue = new LeaseQueue({ store, clock, leaseMs: 60_000, attemptMs: 10_000, portion: 20 })
  }

  async add(failed: readonly FailedEvent[]): Promise<void> {
    const createdAt = this.clock.now()
    await insertNew(
      this.#retries,
      failed.map(({ handler, event, error }) => ({
        _id: `${event.id}:${handler}`,
        handler,
        event,
        state: 'waiting',
        dueAt: this.#after(1) ?? createdAt,
        attempts: 1,
        createdAt,
        lastError: reasonOf(error),
      })),
    )
  }

  /** By `dueAt`. Safe to run concurrently. */
  async retryDue(signal?: AbortSignal): Promise<void> {
    await this.#queue.drain(
      { filter: () => ({}), sort: { dueAt: 1 }, handle: (retry) => this.#retry(retry) },
      { lanes: 4, signal },
    )
  }

  /** The number of events that were set aside. */
  abandoned(): Promise<number> {
    return this.#retries.countDocuments({ state: 'abandoned' })
  }

  async #retry({
    _id,
    handler: name,
    event,
    attempts,
  }: Claimed<EventRetryDocument>): Promise<Settled<EventRetryDocument> | null> {
    try {
      const handler = this.handlers().find((each) => each.name === name)
      if (!handler) throw new Error(`This version has no handler "${name}".`)
      await handler.handle([event])
      await this.#retries.deleteOne({ _id })
      return null
    } catch (error) {
      const facts = { err: error, handler: name, event: event.id, type: event.type, attempts }
      const dueAt = this.#after(attempts)
      const lastError = reasonOf(error)
      if (dueAt) {
        this.logger.warn({ ...facts, dueAt }, 'An event handler failed; it is retried')
        return { update: { $set: { dueAt, lastError }, $unset: { claim: 1 } } }
      }
      this.logger.error(facts, 'An event was set aside: its handler failed each time for two days')
      return { update: { $set: { state: 'abandoned', lastError }, $unset: { dueAt: 1, claim: 1 } } }
    }
  }

  #after(attempts: number): Date | null {
    const delay = retryDelay(attempts, Math.random())
    return delay === null ? null : new Date(this.clock.now().getTime() + delay)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown'
}
