import type { Connection } from 'mongoose'
import type { DomainEvent } from './event.types.js'

const LEFTOVERS_AT_ONCE = 200

export interface EventCarrier {
  _id: string
  events: DomainEvent[]
}

/** The `events` path of the documents of one collection. */
export class EventStore {
  constructor(
    private readonly connection: Connection,
    readonly name: string,
  ) {}

  /** By `_id`. */
  async eventsOf(ids: readonly string[]): Promise<DomainEvent[]> {
    const found = await this.#collection.find({ _id: { $in: [...ids] } }, { projection: { events: 1 } }).toArray()
    return found.flatMap(({ events }) => events ?? [])
  }

  /** By the sparse `events.id`. */
  async leftovers(): Promise<EventCarrier[]> {
    return this.#collection
      .find({ 'events.id': { $exists: true } }, { projection: { events: 1 } })
      .limit(LEFTOVERS_AT_ONCE)
      .toArray()
  }

  /** By `_id`: takes them off their documents, in one command. */
  async done(ids: readonly string[], eventIds: readonly string[]): Promise<void> {
    await this.#collection.updateMany({ _id: { $in: [...ids] } }, { $pull: { events: { id: { $in: [...eventIds] } } } })
  }

  get #collection() {
    return this.connection.collection<EventCarrier>(this.name)
  }
}
