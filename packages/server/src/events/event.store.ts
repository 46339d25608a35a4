import type { Model } from 'mongoose'
import type { DomainEvent } from './event.types.js'

const LEFTOVERS_AT_ONCE = 200

/** The `events` path of the documents of one collection. */
export class EventStore {
  constructor(private readonly model: Model<{ _id: string; events: DomainEvent[] }>) {}

  async eventsOf(id: string): Promise<DomainEvent[]> {
    const document = await this.model.findById(id, { events: 1 }).lean<{ events: DomainEvent[] }>()
    return document?.events ?? []
  }

  /** By the sparse `events.id`. */
  async leftovers(): Promise<{ _id: string; events: DomainEvent[] }[]> {
    return this.model
      .find({ 'events.id': { $exists: true } }, { events: 1 })
      .limit(LEFTOVERS_AT_ONCE)
      .lean<{ _id: string; events: DomainEvent[] }[]>()
  }

  async done(id: string, eventIds: readonly string[]): Promise<void> {
    await this.model.updateOne({ _id: id }, { $pull: { events: { id: { $in: [...eventIds] } } } })
  }
}
