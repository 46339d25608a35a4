import { Schema, Types } from 'mongoose'
import { defineModel } from '../platform/mongo/database.js'
import type { Channel } from './outbox.types.js'

export interface CapturedMessageDocument {
  _id: string
  /** Grows with each message: several may be captured in the same millisecond of the clock. */
  order: Types.ObjectId
  channel: Channel
  to: string
  subject: string | null
  text: string
  html: string | null
  sentAt: Date
}

const capturedMessageSchema = new Schema<CapturedMessageDocument>(
  {
    _id: { type: String, required: true },
    order: { type: Schema.Types.ObjectId, required: true, default: () => new Types.ObjectId() },
    channel: { type: String, required: true },
    to: { type: String, required: true },
    subject: { type: String, default: null },
    text: { type: String, required: true },
    html: { type: String, default: null },
    sentAt: { type: Date, required: true },
  },
  { collection: 'captured_messages', versionKey: false, strict: 'throw' },
)
capturedMessageSchema.index({ order: -1 })

export const CapturedMessageModel = defineModel<CapturedMessageDocument>('CapturedMessage', capturedMessageSchema)
