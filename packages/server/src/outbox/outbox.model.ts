import { type Connection, type Model, Schema } from 'mongoose'
import type { Channel, MessageState, Priority } from './outbox.types.js'

export interface OutboxDocument {
  /** The message's own id: a second one with it cannot be stored. */
  _id: string
  channel: Channel
  template: string
  state: MessageState
  priority: Priority
  /** Recipient and props, sealed; gone once the message was delivered or given up. */
  sealed?: string
  /**
   * From when on a worker may take it: the next attempt while it is waiting, the end of the lease while somebody is
   * sending it. Absent once there is nothing more to do.
   */
  dueAt?: Date
  /** Whose lease it is: one random value for each claim. */
  claim?: string
  /** Attempts begun, the present one included. */
  attempts: number
  createdAt: Date
  expiresAt: Date | null
  /** When it was delivered or given up. */
  settledAt?: Date
  /** Why the last attempt failed; without secrets. */
  lastError?: string
}

const outboxSchema = new Schema<OutboxDocument>(
  {
    _id: { type: String, required: true },
    channel: { type: String, required: true },
    template: { type: String, required: true },
    state: { type: String, required: true },
    priority: { type: Number, required: true },
    sealed: String,
    dueAt: Date,
    claim: String,
    attempts: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, default: null },
    settledAt: Date,
    lastError: String,
  },
  { collection: 'outbox', versionKey: false, strict: 'throw' },
)
outboxSchema.index({ priority: 1, dueAt: 1 })
outboxSchema.index({ state: 1, settledAt: 1 })

export type OutboxModel = Model<OutboxDocument>

export function outboxModel(connection: Connection): OutboxModel {
  return connection.models.OutboxMessage ?? connection.model<OutboxDocument>('OutboxMessage', outboxSchema)
}
