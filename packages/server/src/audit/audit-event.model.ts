import type { DomainEvent } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'

/** One event as it is stored: append-only, `_id` is the event's id. */
export interface AuditEventDocument {
  _id: string
  /** When it happened. */
  at: Date
  /** When it was recorded: after `at`, and after a crash in another order. Cursors of the stream use this. */
  keptAt: Date
  type: string
  accountId: string | null
  networkId: string | null
  event: DomainEvent
}

export const AuditEventCollection = defineCollection<AuditEventDocument>('audit_events', [
  [{ networkId: 1, at: -1, _id: -1 }],
  [{ networkId: 1, keptAt: 1, _id: 1 }],
  [{ networkId: 1, type: 1, at: -1, _id: -1 }],
  [{ accountId: 1, at: -1, _id: -1 }],
  [{ 'event.opens': 1, at: 1 }, { partialFilterExpression: { 'event.opens': { $exists: true } } }],
])
