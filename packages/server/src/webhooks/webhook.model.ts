import type { WebhookEventType } from '@twinlock/shared/webhook-event-types'
import type { DomainEvent } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'

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
  deletedAt?: Date | null
}

export const WebhookCollection = defineCollection<WebhookDocument>('webhooks', [
  [{ networkId: 1, createdAt: 1 }],
  [{ 'events.id': 1 }, { sparse: true }],
  [{ deletedAt: 1 }, { sparse: true }],
])
