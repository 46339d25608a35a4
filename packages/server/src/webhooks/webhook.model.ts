import type { WebhookEventType } from '@twinlock/shared/webhook-event-types'
import { Schema } from 'mongoose'
import type { DomainEvent } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'

export interface SealedSecret {
  sealed: string
  createdAt: Date
  /** Until when it signs too, beside the one that replaced it; null for the newest. */
  expiresAt: Date | null
}

/** What goes to an address that accepts nothing waits together, however much it is. */
export interface FailureStreak {
  /** When the first try of an unbroken row of failures began. */
  since: Date
  tries: number
  /** When the next may be tried. */
  until: Date
}

/** Where a network's events are sent. */
export interface WebhookDocument {
  _id: string
  networkId: string
  /** As it was when the webhook was made, for what is written down about it. */
  networkName: string
  url: string
  /** Empty: all of them, those to come too. */
  eventTypes: WebhookEventType[]
  /** Newest first. */
  secrets: SealedSecret[]
  createdAt: Date
  createdBy: string
  paused: { at: Date; reason: string } | null
  /** Null from the first that is accepted. */
  failing: FailureStreak | null
  events: DomainEvent[]
  /** Deleted, but stored until its events are dispatched: nothing else sees it. */
  deletedAt?: Date
}

const anything = Schema.Types.Mixed

const webhookSchema = new Schema<WebhookDocument>(
  {
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    networkName: { type: String, required: true },
    url: { type: String, required: true },
    eventTypes: { type: [String], default: [] },
    secrets: { type: anything, required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    paused: { type: anything, default: null },
    failing: { type: anything, default: null },
    events: { type: anything, default: () => [] },
    deletedAt: Date,
  },
  { collection: 'webhooks', versionKey: false, minimize: false, strict: 'throw' },
)
webhookSchema.index({ networkId: 1, createdAt: 1 })
webhookSchema.index({ 'events.id': 1 }, { sparse: true })
webhookSchema.index({ deletedAt: 1 }, { sparse: true })

export const WebhookModel = defineModel<WebhookDocument>('Webhook', webhookSchema)
