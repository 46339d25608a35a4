import { defineCollection } from '../platform/mongo/database.js'
import type { Channel, MessageState, Priority } from './outbox.types.js'

export interface OutboxDocument {
  /** The message's id, which makes it unique. */
  _id: string
  channel: Channel
  template: string
  state: MessageState
  priority: Priority
  /** The membership of the recipient, in a mail that a network sends its member. */
  memberId?: string
  /** Recipient and props, sealed; removed once the message is delivered or abandoned. */
  sealed?: string
  /**
   * When a worker may claim it: at the next attempt while it is waiting, at the end of the lease while it is being
   * sent. Absent once it is settled.
   */
  dueAt?: Date
  /** Identifies the lease: a random value per claim. */
  claim?: string
  /** Attempts started, including the current one. */
  attempts: number
  createdAt: Date
  expiresAt: Date | null
  /** When it was delivered or abandoned. */
  settledAt?: Date
  /** Why the last attempt failed; without secrets. */
  lastError?: string
}

export const OutboxCollection = defineCollection<OutboxDocument>('outbox', [
  [{ priority: 1, dueAt: 1 }],
  [{ state: 1, settledAt: 1 }],
  [{ memberId: 1, createdAt: -1 }, { partialFilterExpression: { memberId: { $exists: true } } }],
])
