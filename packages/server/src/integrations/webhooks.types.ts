import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject, PageInfo } from '../platform/graphql/common.types.js'
import { enumOf } from '../platform/graphql/enums.js'
import { InvalidInput, UserError } from '../platform/graphql/user-error.types.js'
import type { DeliveryDocument, DeliveryState } from '../webhooks/delivery.model.js'
import type { WebhookDocument } from '../webhooks/webhook.model.js'
import { type WebhookProblem, webhookProblemOf, webhookProblems } from '../webhooks/webhook-problems.js'

export const DeliveryStateEnum = enumOf<DeliveryState>(['WAITING', 'SENDING', 'DELIVERED', 'FAILED', 'HELD'])
registerEnumType(DeliveryStateEnum, {
  name: 'DeliveryState',
  description: 'The state of a delivery to a webhook.',
  valuesConfig: {
    WAITING: { description: 'It is sent at `nextTryAt`.' },
    SENDING: { description: 'It is being sent.' },
    DELIVERED: { description: 'It was accepted (2xx).' },
    FAILED: { description: 'Delivery was retried for a day and abandoned.' },
    HELD: { description: 'The webhook is paused; it is sent once that is resumed.' },
  },
})

const WebhookProblemEnum = enumOf(Object.keys(webhookProblems) as WebhookProblem[])
registerEnumType(WebhookProblemEnum, {
  name: 'WebhookProblem',
  description: 'What can be wrong with the address of a webhook.',
  valuesConfig: Object.fromEntries(
    Object.entries(webhookProblems).map(([name, description]) => [name, { description }]),
  ),
})

@ObjectType({ description: 'What came of one try.' })
export class DeliveryAnswer extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When it was tried.' })
  at!: Date
  @Field(() => Int, { nullable: true, description: 'The HTTP status; null when there was no answer.' })
  status!: number | null
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs!: number
  @Field(() => String, { nullable: true, description: 'What went wrong, if the HTTP status does not explain it.' })
  problem!: string | null
  @Field(() => WebhookProblemEnum, {
    nullable: true,
    description: 'The same by its name, to be said in the language of the reader; null where there is none.',
  })
  problemCode!: WebhookProblem | null
}

@ObjectType({ description: 'One event on its way to one webhook.' })
export class WebhookDelivery extends GraphqlObject {
  @Field(() => ID, { description: 'The `webhook-id` that the receiver sees, the same with every try.' })
  id!: string
  @Field(() => String, { description: 'The type of the event.' })
  type!: string
  @Field(() => DeliveryStateEnum, { description: 'How far it has come.' })
  state!: DeliveryState
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  createdAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it is tried next; null when it is not.' })
  nextTryAt!: Date | null
  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number
  @Field(() => [DeliveryAnswer], { description: 'The last ten answers, newest first.' })
  answers!: DeliveryAnswer[]
  @Field(() => String, { description: 'What is sent, byte for byte.' })
  payload!: string

  static from(delivery: DeliveryDocument): WebhookDelivery {
    const { _id, type, state, createdAt, dueAt = null, attempts, answers, body } = delivery
    return WebhookDelivery.of({
      id: _id,
      type,
      state,
      createdAt,
      nextTryAt: state === 'WAITING' ? dueAt : null,
      attempts,
      answers: answers.map((answer) => DeliveryAnswer.of({ ...answer, problemCode: webhookProblemOf(answer.problem) })),
      payload: body,
    })
  }
}

@ObjectType({ description: 'A delivery at a place in the listing.' })
export class WebhookDeliveryEdge extends GraphqlObject {
  @Field(() => String, { description: 'The place: give it as `after` for what comes next.' })
  cursor!: string
  @Field(() => WebhookDelivery, { description: 'The delivery.' })
  node!: WebhookDelivery
}

@ObjectType({ description: 'A page of deliveries, newest first.' })
export class WebhookDeliveryConnection extends GraphqlObject {
  @Field(() => [WebhookDeliveryEdge], { description: 'The deliveries of this page.' })
  edges!: WebhookDeliveryEdge[]
  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo
}

@ObjectType({ description: "Where a network's events are sent, signed after the Standard Webhooks specification." })
export class Webhook {
  constructor(readonly webhook: WebhookDocument) {}

  @Field(() => ID, { description: "The webhook's id." })
  get id(): string {
    return this.webhook._id
  }

  @Field(() => String, { description: 'Where they are sent.' })
  get url(): string {
    return this.webhook.url
  }

  @Field(() => [String], { description: 'Which events; empty: all of them, those to come too.' })
  get eventTypes(): string[] {
    return this.webhook.eventTypes
  }

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  get createdAt(): Date {
    return this.webhook.createdAt
  }

  @Field(() => String, { description: 'Who made it.' })
  get createdBy(): string {
    return this.webhook.createdBy
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was paused; null while events are sent.' })
  get pausedAt(): Date | null {
    return this.webhook.paused?.at ?? null
  }

  @Field(() => String, { nullable: true, description: 'Why it was paused.' })
  get pausedBecause(): string | null {
    return this.webhook.paused?.reason ?? null
  }

  @Field(() => WebhookProblemEnum, {
    nullable: true,
    description: 'The same by its name, to be said in the language of the reader; null while events are sent.',
  })
  get pausedBecauseCode(): WebhookProblem | null {
    return webhookProblemOf(this.pausedBecause)
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the previous secret also signs; may be in the past.',
  })
  get previousSecretUntil(): Date | null {
    return this.webhook.secrets[1]?.expiresAt ?? null
  }
}

@InputType({ description: 'A new webhook.' })
export class CreateWebhookInput {
  @Field(() => ID, { description: 'The network whose events are sent.' })
  networkId!: string
  @Field(() => String, { description: 'Where to; https, and a public address.' })
  url!: string
  @Field(() => [String], {
    defaultValue: [],
    description: 'Which events, as in /webhooks.schema.json; empty: all of them, those to come too.',
  })
  eventTypes!: string[]
}

@InputType({ description: 'What a webhook is to be from now on.' })
export class ChangeWebhookInput {
  @Field(() => ID, { description: 'The webhook.' })
  webhookId!: string
  @Field(() => String, { description: 'Where to; https, and a public address.' })
  url!: string
  @Field(() => [String], { description: 'Which events; empty: all of them.' })
  eventTypes!: string[]
}

@ObjectType({ description: 'The webhook was made.' })
export class WebhookCreated extends GraphqlObject {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook
  @Field(() => String, { description: 'What its messages are signed with. This is the only time it is shown.' })
  secret!: string
}

@ObjectType({ description: 'The webhook was changed.' })
export class WebhookChanged extends GraphqlObject {
  @Field(() => Webhook, { description: 'The webhook, as it is now.' })
  webhook!: Webhook
}

@ObjectType({ description: 'The webhook has a new secret. The previous secret also signs for one day.' })
export class WebhookSecretRotated extends GraphqlObject {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook
  @Field(() => String, { description: 'The new secret. This is the only time it is shown.' })
  secret!: string
}

@ObjectType({ implements: UserError, description: 'The network has as many webhooks as it may: delete one first.' })
export class TooManyWebhooks extends UserError {}

export const CreateWebhookResult = createUnionType({
  name: 'CreateWebhookResult',
  description: 'What became of the new webhook.',
  types: () => [WebhookCreated, InvalidInput, TooManyWebhooks] as const,
})
export const ChangeWebhookResult = createUnionType({
  name: 'ChangeWebhookResult',
  description: 'What became of the change.',
  types: () => [WebhookChanged, InvalidInput] as const,
})
