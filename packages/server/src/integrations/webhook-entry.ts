import { inject } from '@needle-di/core'
import { AccessService, eventBy } from '../access/access.service.js'
import type { EventFrame } from '../events/event-frame.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { Clock } from '../platform/clock/clock.js'
import { notFound } from '../platform/errors/interruption.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { WebhookDocument } from '../webhooks/webhook.model.js'
import { WebhooksService } from '../webhooks/webhooks.service.js'

/** Whose webhooks they are, and what an event of it says. */
interface NetworkOfWebhooks {
  network: NetworkDocument
  frame: EventFrame
}

/** Gives Admins, and keys with the scope, access to the webhooks of their network; for all others they do not exist. */
export class WebhookEntry {
  constructor(
    private readonly access = inject(AccessService),
    private readonly webhooks = inject(WebhooksService),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws Interruption as the network's access check does, or FORBIDDEN */
  async toNetwork(networkId: string, context: RequestContext): Promise<NetworkOfWebhooks> {
    const caller = await context.requireSessionOrKey()
    const open = await this.access.enterAsAdminOrKey(caller, networkId, 'webhooks:write')
    return { network: open.network, frame: eventBy(open, context.origin, this.clock.now()) }
  }

  /** @throws Interruption NOT_FOUND for a webhook of a network that the caller is not in; otherwise as `toNetwork` */
  async toWebhook(
    webhookId: string,
    context: RequestContext,
  ): Promise<NetworkOfWebhooks & { webhook: WebhookDocument }> {
    const caller = await context.requireSessionOrKey()
    const webhook = await this.webhooks.byId(webhookId)
    const networkIds = caller.kind === 'key' ? [caller.networkId] : caller.account.networkIds
    if (!webhook || !networkIds.includes(webhook.networkId)) throw notFound('There is no such webhook.')
    return { webhook, ...(await this.toNetwork(webhook.networkId, context)) }
  }

  /** A person confirms that it is them; a key has nothing to confirm with. */
  async requireFresh(context: RequestContext, { network }: NetworkOfWebhooks): Promise<void> {
    if (!context.key()) await context.requireFreshSession(network)
  }
}
