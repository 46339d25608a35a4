import type { Connection } from 'mongoose'
import type { DomainEvent } from './event.types.js'

const LEFTOVERS_AT_ONCE = 200

interface EventCarrier {
  _id: string
  events: DomainEvent[]
}

/** The `events` path of the documents of one collection. */
export class EventStore {
  constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  async eventsOf(id: string): Promise<DomainEvent[]> {
    const document = await this.#collection.findOne({ _id: id }, { projection: { events: 1 } })
    return document?.events ?? []
  }

  /** By the sparse `events.id`. */
  async leftovers(): Promise<EventCarrier[]> {
    return this.#collection
      .find({ 'events.id': { $exists: true } }, { projection: { events: 1 } })
      .limit(LEFTOVERS_AT_ONCE)
      .toArray()
  }

  async done(id: string, eventIds: readonly string[]): Promise<void> {
    await this.#collection.updateOne({ _id: id }, { $pull: { events: { id: { $in: [...eventIds] } } } })
  }

  get #collection() {
    return this.connection.collection<EventCarrier>(this.name)
  }
}
