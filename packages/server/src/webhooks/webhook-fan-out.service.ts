import type { DomainEvent } from '../events/event.types.js'
import type { DeliveryDocument } from './delivery.model.js'
import type { DeliveryStore } from './delivery.store.js'
import type { WebhookDocument } from './webhook.model.js'
import type { WebhookStore } from './webhook.store.js'
import { bodyOf, type Told, toldOf } from './webhook-message.js'

/** Puts what happened on its way to every webhook that asked for it; safe to be told of an event again. */
export class WebhookFanOutService {
  constructor(
    private readonly webhooks: WebhookStore,
    private readonly deliveries: DeliveryStore,
    /** Accounts are beside this room: whoever puts the rooms together says where an account is a member. */
    private readonly networksOf: (accountId: string) => Promise<readonly string[]>,
    /** Told once something waits to be delivered. */
    private readonly onAdded: () => void,
  ) {}

  async follow(events: readonly DomainEvent[]): Promise<void> {
    // What would be told is the same in kind for every network: most events are told to nobody, and cost no read.
    const told = events.filter((event) => toldOf(event, '') !== null)
    if (told.length === 0) return
    const places = await Promise.all(
      told.map(async (event) => ({
        event,
        networkIds: 'networkId' in event ? [event.networkId] : await this.networksOf(event.accountId),
      })),
    )
    const webhooks = await this.webhooks.ofNetworks([...new Set(places.flatMap(({ networkIds }) => networkIds))])
    const wanted = places.flatMap(({ event, networkIds }) =>
      webhooks.flatMap((webhook) => {
        const message = networkIds.includes(webhook.networkId) ? toldOf(event, webhook.networkId) : null
        return message && wants(webhook, message) ? [deliveryOf(webhook, message, event)] : []
      }),
    )
    if (wanted.length === 0) return
    await this.deliveries.add(wanted)
    this.onAdded()
  }
}

function wants({ eventTypes }: WebhookDocument, { type }: Told): boolean {
  return eventTypes.length === 0 || eventTypes.includes(type)
}

export function deliveryOf(webhook: WebhookDocument, told: Told, event: { id: string; at: Date }): DeliveryDocument {
  return {
    _id: `${event.id}:${webhook._id}`,
    webhookId: webhook._id,
    networkId: webhook.networkId,
    type: told.type,
    body: bodyOf(told, event, webhook.networkId),
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
