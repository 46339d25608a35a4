import { limits } from '@twinlock/shared/limits'
import type { Plan } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { PlanEnum } from '../../platform/graphql/enums.js'
import { InvalidInput, UserError } from '../../platform/graphql/user-error.types.js'
import { NetworkSecurity } from '../network-security.types.js'

@InputType({ description: 'For which network, and how much time its members have.' })
export class ActivateMandatoryTwoFactorInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => Int, { defaultValue: limits.graceHours.default, description: 'How long members have from now: 1..720.' })
  graceHours!: number
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when members have time, between 1 hour and 30 days from now. It replaces `graceHours`.',
  })
  deadline?: Date | null
  @Field(() => String, {
    nullable: true,
    description: 'IANA time zone of the Admin, in which mails tell the deadline beside UTC.',
  })
  timeZone?: string | null
}

@ObjectType({ description: 'It is mandatory now, or was already.' })
export class MandateActivated extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
  @Field(() => Int, { description: 'How many members are emailed, the acting Admin included.' })
  notified!: number
}

@ObjectType({ description: 'It is not mandatory, or no longer. Members keep what they have set up.' })
export class MandateDeactivated extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
}

@ObjectType({ implements: UserError, description: "The network's plan does not include this feature." })
export class PlanUpgradeRequired extends UserError {
  @Field(() => PlanEnum, { description: "The network's plan." })
  currentPlan!: Plan
  @Field(() => PlanEnum, { description: 'The lowest plan that includes the feature.' })
  requiredPlan!: Plan
}

@ObjectType({ implements: UserError, description: 'An Admin must have it before requiring it of others.' })
export class OwnTwoFactorRequired extends UserError {}

export const ActivateMandatoryTwoFactorResult = createUnionType({
  name: 'ActivateMandatoryTwoFactorResult',
  description: 'What became of making two-factor authentication mandatory.',
  types: () => [MandateActivated, PlanUpgradeRequired, OwnTwoFactorRequired, InvalidInput] as const,
})

export const DeactivateMandatoryTwoFactorResult = createUnionType({
  name: 'DeactivateMandatoryTwoFactorResult',
  description: 'What became of no longer requiring it.',
  types: () => [MandateDeactivated] as const,
})
