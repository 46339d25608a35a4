import type { WebhookEventType } from '@twinlock/shared/webhook-event-types'
import { defineCollection } from '../platform/mongo/database.js'

/** The result of one attempt. */
export interface DeliveryAnswer {
  at: Date
  /** The HTTP status; null when there was no answer. */
  status: number | null
  durationMs: number
  /** Why there was no answer. */
  problem: string | null
}

/** HELD: its webhook is paused; it is sent when the webhook is resumed. */
export type DeliveryState = 'WAITING' | 'SENDING' | 'DELIVERED' | 'FAILED' | 'HELD'

/** One event for one webhook. */
export interface DeliveryDocument {
  /** `event:webhook`, so that a repeated event creates no second delivery; also the id that the receiver sees. */
  _id: string
  webhookId: string
  networkId: string
  type: WebhookEventType
  /** The request body, byte for byte the same in every attempt. */
  body: string
  createdAt: Date
  state: DeliveryState
  /** When it may be attempted, or when the lease of the current attempt ends; unset when there is nothing to do. */
  dueAt?: Date
  claim?: string
  attempts: number
  firstTriedAt: Date | null
  /** The newest ten, newest first. */
  answers: DeliveryAnswer[]
}

export const DeliveryCollection = defineCollection<DeliveryDocument>('deliveries', [
  [{ dueAt: 1 }, { sparse: true }],
  [{ webhookId: 1, dueAt: 1, attempts: 1 }],
  [{ webhookId: 1, createdAt: -1, _id: -1 }],
  [{ createdAt: 1 }],
])
