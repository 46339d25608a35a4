import { inject } from '@needle-di/core'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { notFound } from '../platform/errors/interruption.js'
import { PageInfo } from '../platform/graphql/common.types.js'
import { cursorOf, momentIn, PAGE_SIZES, pageOf, pageSizeOf } from '../platform/graphql/page.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { DeliveryState } from '../webhooks/delivery.model.js'
import { WebhooksService } from '../webhooks/webhooks.service.js'
import { WebhookEntry } from './webhook-entry.js'
import {
  DeliveryStateEnum,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryConnection,
  WebhookDeliveryEdge,
} from './webhooks.types.js'

@Resolver(() => Webhook)
export class DeliveriesResolver {
  constructor(
    private readonly entry = inject(WebhookEntry),
    private readonly service = inject(WebhooksService),
  ) {}

  @FieldResolver(() => WebhookDeliveryConnection, { description: 'What was sent and what came of it, for 30 days.' })
  async deliveries(
    @Root() { webhook }: Webhook,
    @Arg('first', () => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor at which the previous page ended.' }) after?:
      | string
      | null,
    @Arg('state', () => DeliveryStateEnum, { nullable: true, description: 'Only these.' }) state?: DeliveryState | null,
  ): Promise<WebhookDeliveryConnection> {
    const size = pageSizeOf(first)
    const position = after ? momentIn(after) : null
    const found = await this.service.deliveriesOf(webhook._id, position, state ?? null, size + 1)
    const { items, hasNextPage } = pageOf(found, size)
    const edges = items.map((delivery) =>
      WebhookDeliveryEdge.of({
        cursor: cursorOf(delivery.createdAt.toISOString(), delivery._id),
        node: WebhookDelivery.from(delivery),
      }),
    )
    const endCursor = edges.at(-1)?.cursor ?? null
    return WebhookDeliveryConnection.of({ edges, pageInfo: PageInfo.of({ hasNextPage, endCursor }) })
  }

  @Mutation(() => WebhookDelivery, {
    description:
      'Admins, and keys with webhooks:write. Sends `webhook.test`, whichever events the webhook subscribes to.',
  })
  async sendTestEvent(
    @Arg('webhookId', () => ID) webhookId: string,
    @Ctx() context: RequestContext,
  ): Promise<WebhookDelivery> {
    const { webhook, frame } = await this.entry.toWebhook(webhookId, context)
    return WebhookDelivery.from(await this.service.sendTest(webhook, frame))
  }

  @Mutation(() => WebhookDelivery, {
    description:
      'Admins, and keys with webhooks:write. Sends it again with the same id, and restarts its day of retries.',
  })
  async redeliver(
    @Arg('deliveryId', () => ID) deliveryId: string,
    @Ctx() context: RequestContext,
  ): Promise<WebhookDelivery> {
    const delivery = await this.service.deliveryById(deliveryId)
    if (!delivery) throw notFound('There is no such webhook.')
    await this.entry.toWebhook(delivery.webhookId, context)
    return WebhookDelivery.from(await this.service.redeliver(delivery))
  }
}
