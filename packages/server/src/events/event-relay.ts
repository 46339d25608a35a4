import { inject } from '@needle-di/core'
import { Background } from '../platform/jobs/background.js'
import { Gathering, GatherMs } from '../platform/jobs/gathering.js'
import { Logger } from '../platform/logging/logger.js'
import { Database } from '../platform/mongo/database.js'
import { isDatabaseUnavailable } from '../platform/mongo/unavailable.js'
import { type EventHandler, EventHandlers } from './consequences.js'
import { EventStore } from './event.store.js'
import type { DomainEvent } from './event.types.js'
import { EventRetries, type FailedEvent } from './event-retries.js'

/** Collections whose documents carry events. */
const collections = [
  'accounts',
  'networks',
  'memberships',
  'invitations',
  'sessions',
  'api_keys',
  'webhooks',
  'trusted_devices',
  'verifications',
  'apps',
  'app_sessions',
] as const

/** One document whose events are to be dispatched, or events that are stored in none. */
interface Request {
  source: { store: EventStore; id: string } | null
  /** Undefined: to be read from the document. */
  events: readonly DomainEvent[] | undefined
}

/**
 * An event is written in the same document as the change it reports; from there it is dispatched at least once: right
 * after the answer, or by the worker if a process died in between. Documents are batched, so that ten sign-ins cost about
 * as many commands as one.
 */
export class EventRelay {
  readonly #stores: ReadonlyMap<string, EventStore>
  readonly #requests: Gathering<Request>

  constructor(
    connection = inject(Database),
    /** Lazy, since the handlers dispatch events themselves. */
    private readonly handlers = inject(EventHandlers, { lazy: true }),
    private readonly retries = inject(EventRetries),
    private readonly logger = inject(Logger),
    private readonly background = inject(Background),
    gatherMs = inject(GatherMs),
  ) {
    this.#requests = new Gathering(gatherMs, (batch) => this.#dispatchBatch(batch))
    this.#stores = new Map(collections.map((name) => [name, new EventStore(connection, name)]))
  }

  /**
   * Dispatches the events of one document. A caller that has just written all of them passes them as `written`, and they
   * are not read again. Resolves when every handler has done its part, or its retry is stored.
   */
  dispatch(collection: string, id: string, written?: readonly DomainEvent[]): Promise<void> {
    const store = this.#stores.get(collection)
    if (!store) throw new Error(`No events are kept in ${collection}.`)
    return this.#enqueue({ store, id }, written)
  }

  /** As `dispatch`, but in the background, after the current answer. */
  dispatchSoon(collection: string, id: string, written?: readonly DomainEvent[]): void {
    this.background.run(`events of ${collection}`, () => this.dispatch(collection, id, written))
  }

  /** Dispatches events that changed nothing and so are in no document: a refused attempt. */
  emit(...events: readonly DomainEvent[]): Promise<void> {
    return this.#enqueue(null, events)
  }

  /** Dispatches the events left in any collection; one that fails does not hold the others up. */
  async dispatchLeftovers(): Promise<void> {
    for (const store of this.#stores.values()) {
      const found = await store.leftovers()
      const requests = found.map(({ _id, events }) => this.#enqueue({ store, id: _id }, events))
      await Promise.all(requests).catch((error: unknown) =>
        this.logger.error(
          { err: error, collection: store.name },
          'Events could not be dispatched; they will be retried',
        ),
      )
    }
  }

  #enqueue(source: Request['source'], events: Request['events']): Promise<void> {
    if (events?.length === 0) return Promise.resolve()
    return this.#requests.add({ source, events })
  }

  async #dispatchBatch(batch: readonly Request[]): Promise<void> {
    const events = new Map<string, DomainEvent>()
    const sources = new Map<EventStore, { ids: Set<string>; eventIds: string[] }>()
    for (const { source, events: given } of batch) {
      for (const event of given ?? []) events.set(event.id, event)
      if (!source) continue
      const place = sources.get(source.store) ?? { ids: new Set(), eventIds: [] }
      sources.set(source.store, place)
      place.ids.add(source.id)
      place.eventIds.push(...(given ?? []).map(({ id }) => id))
    }
    for (const [store, { eventIds }] of sources) {
      const unread = batch.filter(({ source, events: given }) => source?.store === store && !given)
      if (unread.length === 0) continue
      const read = await store.eventsOf(unread.map(({ source }) => source?.id ?? ''))
      for (const event of read) events.set(event.id, event)
      eventIds.push(...read.map(({ id }) => id))
    }
    if (events.size === 0) return
    await this.#handle([...events.values()])
    for (const [store, { ids, eventIds }] of sources) if (eventIds.length > 0) await store.done([...ids], eventIds)
  }

  /** Each handler separately: one that fails does not prevent the others. */
  async #handle(events: readonly DomainEvent[]): Promise<void> {
    const ofEach = this.handlers().map(async (handler) => {
      const concerned = events.filter((event) => handler.isCalledFor(event))
      return concerned.length > 0 ? this.#failedIn(handler, concerned) : []
    })
    const failed = (await Promise.all(ofEach)).flat()
    if (failed.length === 0) return
    // Without a database the retry cannot be stored either: the events stay where they are.
    await this.retries.add(failed)
    for (const { handler, event, error } of failed)
      this.logger.warn(
        { err: error, handler, event: event.id, type: event.type },
        'An event handler failed; it is retried',
      )
  }

  async #failedIn(handler: EventHandler, events: readonly DomainEvent[]): Promise<FailedEvent[]> {
    try {
      await handler.handle(events)
      return []
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error
      const [event, ...others] = events
      if (event && others.length === 0) return [{ handler: handler.name, event, error }]
      // One of them is at fault: alone, each shows whether it is.
      const alone = await Promise.all(events.map((each) => this.#failedIn(handler, [each])))
      return alone.flat()
    }
  }
}
