import type { Types } from 'mongoose'
import { defineCollection } from '../platform/mongo/database.js'
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

export const CapturedMessageCollection = defineCollection<CapturedMessageDocument>('captured_messages', [
  [{ order: -1 }],
])
