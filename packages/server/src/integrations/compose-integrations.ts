import type { AccessService } from '../access/access.service.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import type { Clock } from '../platform/clock/clock.js'
import type { WebhooksService } from '../webhooks/webhooks.service.js'
import { DeliveriesResolver } from './deliveries.resolver.js'
import { ExternalIdsResolver } from './external-ids.resolver.js'
import { ExternalIdsService } from './external-ids.service.js'
import { WebhookEntry } from './webhook-entry.js'
import { WebhooksResolver } from './webhooks.resolver.js'

export interface IntegrationsDeps {
  environment: { allowsPrivateTargets: boolean }
  clock: Clock
  access: AccessService
  webhooks: WebhooksService
  membershipStore: MembershipStore
}

/** Makes the room: webhooks as Admins and keys see them. */
export function composeIntegrations({ environment, clock, access, webhooks, membershipStore }: IntegrationsDeps) {
  const entry = new WebhookEntry(access, webhooks, clock)
  const resolvers: object[] = [
    new WebhooksResolver(entry, webhooks, environment.allowsPrivateTargets),
    new DeliveriesResolver(entry, webhooks),
    new ExternalIdsResolver(access, new ExternalIdsService(membershipStore, clock)),
  ]
  return { resolvers }
}
