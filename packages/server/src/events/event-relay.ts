import type { Connection } from 'mongoose'
import type { Logger } from '../platform/logging/logger.js'
import { EventStore } from './event.store.js'
import type { DomainEvent } from './event.types.js'

/** Passes an event on; idempotent by the event's id, since it may be called again after a crash. */
export type EventHandler = (event: DomainEvent) => Promise<void>

/**
 * What happened is written in the same document as the change it tells of; from there it is passed on at least once:
 * right after the answer, and by the worker where a process died in between.
 */
export class EventRelay {
  readonly #stores: ReadonlyMap<string, EventStore>

  constructor(
    connection: Connection,
    collections: readonly string[],
    private readonly handlers: readonly EventHandler[],
    private readonly logger: Logger,
  ) {
    this.#stores = new Map(collections.map((name) => [name, new EventStore(connection, name)]))
  }

  /** Passes on what waits in one document. Who has just written all of it there says so, and it is not read again. */
  async relay(collection: string, id: string, written?: readonly DomainEvent[]): Promise<void> {
    const store = this.#stores.get(collection)
    if (!store) throw new Error(`No events are kept in ${collection}.`)
    await this.#passOn(store, id, written ?? (await store.eventsOf(id)))
  }

  /** Passes on what changed nothing and so stands in no document: a refused attempt. */
  async emit(event: DomainEvent): Promise<void> {
    for (const handle of this.handlers) await handle(event)
  }

  /** Passes on what was left behind anywhere; a document that fails does not hold the others up. */
  async relayLeftovers(): Promise<void> {
    for (const store of this.#stores.values()) {
      for (const { _id, events } of await store.leftovers()) {
        await this.#passOn(store, _id, events).catch((error: unknown) =>
          this.logger.error({ err: error, document: _id }, 'Events could not be passed on; they are tried again'),
        )
      }
    }
  }

  async #passOn(store: EventStore, id: string, events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return
    for (const event of events) await this.emit(event)
    await store.done(
      id,
      events.map((event) => event.id),
    )
  }
}
