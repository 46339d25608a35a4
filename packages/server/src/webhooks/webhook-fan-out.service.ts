import { InjectionToken, inject } from '@needle-di/core'
import type { EventsFor } from '../events/consequences.js'
import { Jobs } from '../platform/jobs/jobs.js'
import type { DeliveryDocument } from './delivery.model.js'
import { DeliveryStore } from './delivery.store.js'
import type { WebhookDocument } from './webhook.model.js'
import { WebhookStore } from './webhook.store.js'
import { bodyOf, messageFor, type WebhookMessage } from './webhook-message.js'

/** The networks of an account; provided by a room on the same floor or a higher one. */
export type NetworksOfAccount = (accountId: string) => Promise<readonly string[]>
export const NetworksOfAccount = new InjectionToken<NetworksOfAccount>('NetworksOfAccount')

/** Creates a delivery for every webhook that subscribes to an event. Idempotent: an event may arrive more than once. */
export class WebhookFanOutService {
  constructor(
    private readonly webhooks = inject(WebhookStore),
    private readonly deliveries = inject(DeliveryStore),
    private readonly networksOf = inject(NetworksOfAccount),
    private readonly jobs = inject(Jobs),
  ) {}

  async follow(events: readonly EventsFor<'webhooks'>[]): Promise<void> {
    const places = await Promise.all(
      events.map(async (event) => ({
        event,
        networkIds: 'networkId' in event ? [event.networkId] : await this.networksOf(event.accountId),
      })),
    )
    const webhooks = await this.webhooks.ofNetworks([...new Set(places.flatMap(({ networkIds }) => networkIds))])
    const wanted = places.flatMap(({ event, networkIds }) =>
      webhooks.flatMap((webhook) => {
        if (!networkIds.includes(webhook.networkId)) return []
        const message = messageFor(event, webhook.networkId)
        return wants(webhook, message) ? [deliveryOf(webhook, message, event)] : []
      }),
    )
    if (wanted.length === 0) return
    await this.deliveries.add(wanted)
    this.jobs.runSoon('deliver webhooks')
  }
}

function wants({ eventTypes }: WebhookDocument, { type }: WebhookMessage): boolean {
  return eventTypes.length === 0 || eventTypes.includes(type)
}

export function deliveryOf(
  webhook: WebhookDocument,
  message: WebhookMessage,
  event: { id: string; at: Date },
): DeliveryDocument {
  return {
    _id: `${event.id}:${webhook._id}`,
    webhookId: webhook._id,
    networkId: webhook.networkId,
    type: message.type,
    body: bodyOf(message, event, webhook.networkId),
    createdAt: event.at,
    ...(webhook.paused ? { state: 'HELD' } : { state: 'WAITING', dueAt: dueAtOf(webhook, event.at) }),
    attempts: 0,
    firstTriedAt: null,
    answers: [],
  }
}

function dueAtOf({ failing }: WebhookDocument, at: Date): Date {
  return failing && failing.until > at ? failing.until : at
}
