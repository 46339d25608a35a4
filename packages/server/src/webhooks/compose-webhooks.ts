import { limits } from '@twinlock/shared/limits'
import type { Connection } from 'mongoose'
import type { EventRelay } from '../events/event-relay.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import { type OutboundPolicy, resolveByDns } from '../platform/http/outbound-request.js'
import type { Background } from '../platform/jobs/background.js'
import type { Logger } from '../platform/logging/logger.js'
import { deliveryModel } from './delivery.model.js'
import { DeliveryStore } from './delivery.store.js'
import { webhookModel } from './webhook.model.js'
import { WebhookStore } from './webhook.store.js'
import { WebhookDeliveryService } from './webhook-delivery.service.js'
import { WebhookFanOutService } from './webhook-fan-out.service.js'
import { WebhooksService } from './webhooks.service.js'

/** Composed before the event relay, which calls it; the rest of the room needs the relay. */
export function composeWebhookFanOut(
  connection: Connection,
  networksOf: (accountId: string) => Promise<readonly string[]>,
  onAdded: () => void,
): WebhookFanOutService {
  const webhooks = new WebhookStore(webhookModel(connection))
  return new WebhookFanOutService(webhooks, new DeliveryStore(deliveryModel(connection)), networksOf, onAdded)
}

export interface WebhooksDeps {
  connection: Connection
  environment: { allowsPrivateTargets: boolean; isWorker: boolean }
  clock: Clock
  keyRing: KeyRing
  logger: Logger
  background: Background
  relay: EventRelay
}

/** Composes the room that notifies other systems of events. */
export function composeWebhooks(
  { connection, environment, clock, keyRing, logger, background, relay }: WebhooksDeps,
  resolve: OutboundPolicy['resolve'] = resolveByDns,
) {
  const webhookStore = new WebhookStore(webhookModel(connection))
  const deliveryStore = new DeliveryStore(deliveryModel(connection))
  const delivery = new WebhookDeliveryService({
    webhooks: webhookStore,
    deliveries: deliveryStore,
    policy: { allowsPrivate: environment.allowsPrivateTargets, resolve },
    keyRing,
    relay,
    logger,
    clock,
    random: Math.random,
  })
  const onAdded = () => {
    if (environment.isWorker) background.run('webhook delivery', () => delivery.deliverDue(), true)
  }
  const webhooks = new WebhooksService(webhookStore, deliveryStore, keyRing, relay, background, clock, onAdded)
  return {
    webhooks,
    delivery,
    async sweep(now: Date) {
      await deliveryStore.sweep(new Date(now.getTime() - limits.webhook.deliveriesKept))
      await webhookStore.sweep()
    },
  }
}
