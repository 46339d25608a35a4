import { inject } from '@needle-di/core'
import { Types } from 'mongoose'
import { defineCollection } from '../platform/mongo/database.js'
import { isDuplicateKey } from '../platform/mongo/mongo-connection.js'
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

const kept = 500
/** Trimming costs a scan where there is no index, so it is done only occasionally. */
const trimEvery = 50

/** Ready to be shown as it is. */
export type CapturedMessage = Omit<CapturedMessageDocument, '_id' | 'order'> & { id: string }

/** What would have been sent, had there been a provider. Only this file talks to `captured_messages`. */
export class CapturedMessagesStore {
  #sinceTrim = 0

  constructor(private readonly messages = inject(CapturedMessageCollection)) {}

  /** The same message again is no other message. */
  async add({ id, ...message }: CapturedMessage): Promise<void> {
    try {
      await this.messages.insertOne({ _id: id, order: new Types.ObjectId(), ...message })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    if (++this.#sinceTrim % trimEvery === 0) await this.#trim()
  }

  /** Newest first, at most 500. Rides on {order}. */
  async list(channels: readonly Channel[]): Promise<CapturedMessage[]> {
    const found = await this.messages
      .find({ channel: { $in: [...channels] } })
      .sort({ order: -1 })
      .limit(kept)
      .toArray()
    return found.map(({ _id, order: _, ...message }) => ({ id: _id, ...message }))
  }

  async #trim(): Promise<void> {
    const [oldestKept] = await this.messages
      .find({}, { projection: { order: 1 } })
      .sort({ order: -1 })
      .skip(kept - 1)
      .limit(1)
      .toArray()
    if (oldestKept) await this.messages.deleteMany({ order: { $lt: oldestKept.order } })
  }
}
