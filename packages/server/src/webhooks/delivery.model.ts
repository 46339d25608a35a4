import type { WebhookEventType } from '@twinlock/shared/webhook-event-types'
import { Schema } from 'mongoose'
import { defineModel } from '../platform/mongo/database.js'

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

const anything = Schema.Types.Mixed

const deliverySchema = new Schema<DeliveryDocument>(
  {
    _id: { type: String, required: true },
    webhookId: { type: String, required: true },
    networkId: { type: String, required: true },
    type: { type: String, required: true },
    body: { type: String, required: true },
    createdAt: { type: Date, required: true },
    state: { type: String, required: true },
    dueAt: { type: Date },
    claim: { type: String },
    attempts: { type: Number, default: 0 },
    firstTriedAt: { type: Date, default: null },
    answers: { type: anything, default: () => [] },
  },
  { collection: 'deliveries', versionKey: false, minimize: false, strict: 'throw' },
)
deliverySchema.index({ dueAt: 1 }, { sparse: true })
deliverySchema.index({ webhookId: 1, dueAt: 1, attempts: 1 })
deliverySchema.index({ webhookId: 1, createdAt: -1, _id: -1 })
deliverySchema.index({ createdAt: 1 })

export const DeliveryModel = defineModel<DeliveryDocument>('Delivery', deliverySchema)
