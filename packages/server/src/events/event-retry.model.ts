import { defineCollection } from '../platform/mongo/database.js'
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

export const EventRetryCollection = defineCollection<EventRetryDocument>('event_retries', [
  [{ dueAt: 1 }, { sparse: true }],
])
