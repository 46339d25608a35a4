import { Schema } from 'mongoose'
import { defineModel } from '../platform/mongo/database.js'
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

const eventRetrySchema = new Schema<EventRetryDocument>(
  {
    _id: { type: String, required: true },
    handler: { type: String, required: true },
    event: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    dueAt: Date,
    claim: String,
    attempts: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    lastError: { type: String, required: true },
  },
  { collection: 'event_retries', versionKey: false, minimize: false, strict: 'throw' },
)
eventRetrySchema.index({ dueAt: 1 }, { sparse: true })

export const EventRetryModel = defineModel<EventRetryDocument>('EventRetry', eventRetrySchema)
