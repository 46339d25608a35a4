import { InjectionToken, inject } from '@needle-di/core'
import type { WebhookEventType } from '@twinlock/shared/webhook-event-types'
import type { EventsFor } from '../events/consequences.js'
import type { AccountEvent, NetworkEvent } from '../events/event.types.js'
import { Jobs } from '../platform/jobs/jobs.js'
import type { DeliveryDocument } from './delivery.model.js'
import { DeliveryStore } from './delivery.store.js'
import type { WebhookDocument } from './webhook.model.js'
import { WebhookStore } from './webhook.store.js'
import type { WebhookData } from './webhook-payloads.js'

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

/** What a receiver learns of an event: no IP address, device, code, or reason given in confidence. */
export type WebhookMessage = { [T in WebhookEventType]: { type: T; data: WebhookData<T> } }[WebhookEventType]

type Published = EventsFor<'webhooks'>

/** An account's event goes to each of its networks, as an event of the member there. */
export function messageFor(event: Published, networkId: string): WebhookMessage {
  return 'networkId' in event ? messageForNetwork(event) : messageForMember(event, networkId)
}

function messageForMember(event: Published & AccountEvent, networkId: string): WebhookMessage {
  const member = memberOf(networkId, event)
  switch (event.type) {
    case 'two_factor.enabled':
    case 'two_factor.method_added':
    case 'two_factor.method_replaced':
    case 'two_factor.method_removed':
      return { type: event.type, data: { member, method: event.method } }
    case 'two_factor.set_up_anew':
      return { type: 'two_factor.method_replaced', data: { member, method: event.method } }
    case 'two_factor.disabled':
      return { type: event.type, data: { member } }
    case 'backup_code.used':
      return { type: event.type, data: { member, left: event.left } }
    case 'sign_in.second_step_failed':
      return { type: event.type, data: { member, method: event.method } }
  }
}

function messageForNetwork(event: Published & NetworkEvent): WebhookMessage {
  const actor = { kind: event.actor.kind, name: 'name' in event.actor ? event.actor.name : null }
  switch (event.type) {
    case 'member.joined':
      return { type: event.type, data: { member: memberOf(event.networkId, event), role: event.role, actor } }
    case 'member.erased': {
      const { networkId, accountId } = event
      return { type: 'member.left', data: { member: memberOf(networkId, { accountId, email: '' }), actor } }
    }
    case 'member.sessions_ended':
      return { type: event.type, data: { member: memberOf(event.networkId, event), actor } }
    case 'member.left':
    case 'member.removed':
      return { type: event.type, data: { member: memberOf(event.networkId, event), actor } }
    case 'member.role_changed': {
      const { from, to } = event
      return { type: event.type, data: { member: memberOf(event.networkId, event), from, to, actor } }
    }
    case 'member.overdue':
      return { type: event.type, data: { member: memberOf(event.networkId, event) } }
    case 'member.extended': {
      const { accountId, email, until, reason } = event
      const member = accountId && email ? memberOf(event.networkId, { accountId, email }) : null
      return { type: event.type, data: { member, until: until.toISOString(), reason, actor } }
    }
    case 'mandate.activated':
      return {
        type: event.type,
        data: { graceHours: event.graceHours, deadline: event.deadline.toISOString(), actor },
      }
    case 'mandate.deactivated':
      return { type: event.type, data: { actor } }
    case 'verification.completed':
    case 'verification.declined':
    case 'verification.expired':
    case 'verification.locked':
    case 'verification.no_second_step': {
      const verification = { id: event.verificationId, app: event.app }
      return { type: event.type, data: { verification, member: memberOf(event.networkId, event) } }
    }
    case 'api_key.created':
    case 'api_key.revoked':
      return { type: event.type, data: { apiKey: { id: event.keyId, name: event.keyName }, actor } }
    case 'app.created':
    case 'app.changed':
    case 'app.secret_rotated':
    case 'app.deleted':
      return { type: event.type, data: { app: { id: event.appId, name: event.appName }, actor } }
    case 'app.signed_in': {
      const { appId: id, appName: name, acr } = event
      return { type: event.type, data: { app: { id, name }, member: memberOf(event.networkId, event), acr } }
    }
    case 'app.access_ended': {
      const { appId: id, appName: name, reason } = event
      return { type: event.type, data: { app: { id, name }, member: memberOf(event.networkId, event), reason } }
    }
  }
}

/** The membership's id is composed of both ids, so nothing has to be read. */
function memberOf(networkId: string, { accountId, email }: { accountId: string; email: string }) {
  return { id: `${networkId}:${accountId}`, email }
}

/** The request body, byte for byte. */
export function bodyOf(message: WebhookMessage, event: { id: string; at: Date }, networkId: string): string {
  const { type, data } = message
  return JSON.stringify({ type, timestamp: event.at.toISOString(), id: event.id, network: { id: networkId }, data })
}
