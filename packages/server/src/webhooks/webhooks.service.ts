import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { WebhookEventType } from '@twinlock/shared/webhook-event-types'
import type { EventFrame } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { Clock } from '../platform/clock/clock.js'
import { KeyRing } from '../platform/crypto/key-ring.js'
import type { StoredEnvelope } from '../platform/crypto/re-seal.js'
import { newId } from '../platform/crypto/tokens.js'
import { Jobs } from '../platform/jobs/jobs.js'
import type { DeliveryDocument, DeliveryState } from './delivery.model.js'
import { DeliveryStore } from './delivery.store.js'
import type { WebhookDocument } from './webhook.model.js'
import { WebhookStore } from './webhook.store.js'
import { deliveryOf } from './webhook-fan-out.service.js'
import { liveSecrets, newWebhookSecret, secretContext } from './webhook-secret.js'

export interface WebhookSettings {
  url: string
  eventTypes: WebhookEventType[]
}

/** The one in use, and those that receivers may still verify with. */
const MOST_SECRETS = 3

/** Webhooks of a network. The caller checks authorization. */
export class WebhooksService {
  constructor(
    private readonly webhooks = inject(WebhookStore),
    private readonly deliveries = inject(DeliveryStore),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
    /** Called after deliveries are stored. */
    private readonly jobs = inject(Jobs),
  ) {}

  async list(networkId: string): Promise<WebhookDocument[]> {
    return this.webhooks.ofNetworks([networkId])
  }

  async byId(id: string): Promise<WebhookDocument | null> {
    return this.webhooks.byId(id)
  }

  /** @returns the webhook and its secret, which is not shown again; null when the network has reached its limit */
  async create(
    frame: EventFrame,
    settings: WebhookSettings,
  ): Promise<{ webhook: WebhookDocument; secret: string } | null> {
    if ((await this.list(frame.networkId)).length >= limits.webhook.perNetwork) return null
    const id = newId('whk')
    const secret = newWebhookSecret()
    const webhook: WebhookDocument = {
      _id: id,
      networkId: frame.networkId,
      networkName: frame.networkName,
      ...settings,
      secrets: [await this.#sealed(id, secret, frame.at)],
      createdAt: frame.at,
      createdBy: 'name' in frame.actor ? frame.actor.name : '',
      paused: null,
      failing: null,
      events: [{ type: 'webhook.created', ...frame, webhookId: id, url: settings.url }],
    }
    await this.webhooks.insert(webhook)
    this.#forwardEvents(id)
    return { webhook, secret }
  }

  async change(webhook: WebhookDocument, frame: EventFrame, settings: WebhookSettings): Promise<WebhookDocument> {
    const event = { type: 'webhook.changed' as const, ...frame, webhookId: webhook._id, url: settings.url }
    await this.webhooks.change(webhook._id, settings, event)
    // The old address failed: retry its pending deliveries at the new one.
    if (webhook.failing) await this.deliveries.bringForward(webhook._id, webhook.failing.until, this.clock.now())
    this.#forwardEvents(webhook._id)
    this.jobs.runSoon('deliver webhooks')
    return { ...webhook, ...settings, failing: null }
  }

  /** The secrets before it sign for a day, so that the receiver can switch without a gap. @returns null for one that was deleted */
  async rotateSecret(
    webhookId: string,
    frame: EventFrame,
  ): Promise<{ webhook: WebhookDocument; secret: string } | null> {
    const secret = newWebhookSecret()
    const sealed = await this.#sealed(webhookId, secret, frame.at)
    for (;;) {
      const webhook = await this.webhooks.byId(webhookId)
      const newest = webhook?.secrets[0]
      if (!newest) return null
      const retired = { ...newest, expiresAt: new Date(frame.at.getTime() + limits.webhook.rotationOverlap) }
      const event = { type: 'webhook.secret_rotated' as const, ...frame, webhookId, url: webhook.url }
      // One that was retired within the last day signs on: two may have rotated at once.
      const secrets = [sealed, retired, ...liveSecrets(webhook.secrets.slice(1), frame.at)].slice(0, MOST_SECRETS)
      // Another rotation came first: its secret is the one to retire.
      if (!(await this.webhooks.replaceSecrets(webhookId, newest.sealed, secrets, event))) continue
      this.#forwardEvents(webhookId)
      return { webhook: { ...webhook, secrets }, secret }
    }
  }

  /** Releases the deliveries that were held while it was paused. */
  async resume(webhook: WebhookDocument, frame: EventFrame): Promise<WebhookDocument> {
    const event = { type: 'webhook.resumed' as const, ...frame, webhookId: webhook._id, url: webhook.url }
    if (await this.webhooks.resume(webhook._id, event)) {
      await this.deliveries.freeHeld(webhook._id, this.clock.now())
      this.#forwardEvents(webhook._id)
      this.jobs.runSoon('deliver webhooks')
    }
    return { ...webhook, paused: null, failing: null }
  }

  async delete(webhook: WebhookDocument, frame: EventFrame): Promise<void> {
    const event = { type: 'webhook.deleted' as const, ...frame, webhookId: webhook._id, url: webhook.url }
    if (!(await this.webhooks.delete(webhook._id, event))) return
    await this.deliveries.deleteOf(webhook._id)
    this.#forwardEvents(webhook._id)
  }

  /** Sent at once, even to a failing address: the Admin wants to see its answer. */
  async sendTest(webhook: WebhookDocument, frame: EventFrame): Promise<DeliveryDocument> {
    const actor = { kind: frame.actor.kind, name: 'name' in frame.actor ? frame.actor.name : null }
    const delivery = deliveryOf({ ...webhook, failing: null }, { type: 'webhook.test', data: { actor } }, frame)
    await this.deliveries.add([delivery])
    this.jobs.runSoon('deliver webhooks')
    return delivery
  }

  /** Keeps its id, so that a receiver can recognise a duplicate. */
  async redeliver(delivery: DeliveryDocument): Promise<DeliveryDocument> {
    await this.deliveries.startOver(delivery._id, this.clock.now())
    this.jobs.runSoon('deliver webhooks')
    return (await this.deliveries.byId(delivery._id)) ?? delivery
  }

  async deliveryById(id: string): Promise<DeliveryDocument | null> {
    return this.deliveries.byId(id)
  }

  async deliveriesOf(
    webhookId: string,
    after: { at: Date; id: string } | null,
    state: DeliveryState | null,
    limit: number,
  ): Promise<DeliveryDocument[]> {
    return this.deliveries.ofWebhook(webhookId, after, state, limit)
  }

  async *envelopes(): AsyncGenerator<StoredEnvelope> {
    for await (const { _id, secrets } of this.webhooks.all())
      for (const { sealed: envelope } of secrets)
        yield {
          envelope,
          context: secretContext(_id),
          replace: (resealed) => this.webhooks.replaceSeal(_id, envelope, resealed),
        }
  }

  async #sealed(id: string, secret: string, createdAt: Date) {
    return { sealed: await this.keyRing.seal(secret, secretContext(id)), createdAt, expiresAt: null }
  }

  #forwardEvents(id: string): void {
    this.relay.dispatchSoon('webhooks', id)
  }
}
