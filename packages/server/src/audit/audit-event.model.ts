import { Schema } from 'mongoose'
import type { DomainEvent } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'

/** One event as it is stored: append-only, `_id` is the event's id. */
export interface AuditEventDocument {
  _id: string
  /** When it happened. */
  at: Date
  /** When it was written down: later, and after a crash in another order. What reads on where it stopped goes by this. */
  keptAt: Date
  type: string
  accountId: string | null
  networkId: string | null
  event: DomainEvent
}

const auditEventSchema = new Schema<AuditEventDocument>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    keptAt: { type: Date, required: true },
    type: { type: String, required: true },
    accountId: { type: String, default: null },
    networkId: { type: String, default: null },
    event: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'audit_events', versionKey: false, minimize: false, strict: 'throw' },
)
auditEventSchema.index({ networkId: 1, at: -1, _id: -1 })
auditEventSchema.index({ networkId: 1, keptAt: 1, _id: 1 })
auditEventSchema.index({ networkId: 1, type: 1, at: -1, _id: -1 })
auditEventSchema.index({ accountId: 1, at: -1, _id: -1 })

export const AuditEventModel = defineModel<AuditEventDocument>('AuditEvent', auditEventSchema)
