import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { requireAdminOrScope } from '../access/access.service.js'
import { Network } from '../access/network.types.js'
import { Environment } from '../environment.js'
import { notFound } from '../platform/errors/interruption.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { WebhooksService } from '../webhooks/webhooks.service.js'
import { WebhookEntry } from './webhook-entry.js'
import { parseWebhookInput } from './webhook-input.js'
import {
  ChangeWebhookInput,
  ChangeWebhookResult,
  CreateWebhookInput,
  CreateWebhookResult,
  TooManyWebhooks,
  Webhook,
  WebhookChanged,
  WebhookCreated,
  WebhookSecretRotated,
} from './webhooks.types.js'

const WHO = 'Admins, and keys with webhooks:write.'

@Resolver(() => Network)
export class WebhooksResolver {
  constructor(
    private readonly entry = inject(WebhookEntry),
    private readonly service = inject(WebhooksService),
    private readonly environment = inject(Environment),
  ) {}

  @FieldResolver(() => [Webhook], { description: `${WHO} FORBIDDEN otherwise.` })
  async webhooks(@Root() { open }: Network): Promise<Webhook[]> {
    requireAdminOrScope(open, 'webhooks:write')
    const webhooks = await this.service.list(open.network._id)
    return webhooks.map((webhook) => new Webhook(webhook))
  }

  @Mutation(() => CreateWebhookResult, { description: `${WHO} A person needs fresh evidence. Logged.` })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput) { networkId, ...input }: CreateWebhookInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateWebhookResult> {
    const entered = await this.entry.toNetwork(networkId, context)
    const reading = parseWebhookInput(input, this.environment.allowsPrivateTargets)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await this.entry.requireFresh(context, entered)
    const created = await this.service.create(entered.frame, reading.value)
    if (!created)
      return TooManyWebhooks.of({ message: `A network has at most ${limits.webhook.perNetwork}. Delete one first.` })
    return WebhookCreated.of({ webhook: new Webhook(created.webhook), secret: created.secret })
  }

  @Mutation(() => ChangeWebhookResult, { description: `${WHO} A person needs fresh evidence. Logged.` })
  async changeWebhook(
    @Arg('input', () => ChangeWebhookInput) { webhookId, ...input }: ChangeWebhookInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeWebhookResult> {
    const entered = await this.entry.toWebhook(webhookId, context)
    const reading = parseWebhookInput(input, this.environment.allowsPrivateTargets)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await this.entry.requireFresh(context, entered)
    return WebhookChanged.of({
      webhook: new Webhook(await this.service.change(entered.webhook, entered.frame, reading.value)),
    })
  }

  @Mutation(() => WebhookSecretRotated, {
    description: `${WHO} A person needs fresh evidence. The previous secret signs too for a day. Logged.`,
  })
  async rotateWebhookSecret(
    @Arg('webhookId', () => ID) webhookId: string,
    @Ctx() context: RequestContext,
  ): Promise<WebhookSecretRotated> {
    const entered = await this.entry.toWebhook(webhookId, context)
    await this.entry.requireFresh(context, entered)
    const rotated = await this.service.rotateSecret(entered.webhook._id, entered.frame)
    if (!rotated) throw notFound('This webhook was just deleted.')
    return WebhookSecretRotated.of({ webhook: new Webhook(rotated.webhook), secret: rotated.secret })
  }

  @Mutation(() => Webhook, { description: `${WHO} What was held meanwhile is sent now. Logged.` })
  async resumeWebhook(@Arg('webhookId', () => ID) webhookId: string, @Ctx() context: RequestContext): Promise<Webhook> {
    const { webhook, frame } = await this.entry.toWebhook(webhookId, context)
    return new Webhook(await this.service.resume(webhook, frame))
  }

  @Mutation(() => Boolean, { description: `${WHO} Its deliveries go with it. Logged.` })
  async deleteWebhook(@Arg('webhookId', () => ID) webhookId: string, @Ctx() context: RequestContext): Promise<boolean> {
    const { webhook, frame } = await this.entry.toWebhook(webhookId, context)
    await this.service.delete(webhook, frame)
    return true
  }
}
