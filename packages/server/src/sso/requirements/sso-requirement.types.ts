import { limits } from '@twinlock/shared/limits'
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput, UserError } from '../../platform/graphql/user-error.types.js'
import { SsoChanged, SsoChangeRefused } from '../connections/sso-connection.types.js'

@ObjectType({ description: 'How many members sign in through the provider; counted up to 10,000.' })
export class SsoMemberCounts extends GraphqlObject {
  @Field(() => Int, { description: 'Everyone except guests.' })
  members!: number
  @Field(() => Int, { description: 'Guests: they sign in with their password.' })
  guests!: number
  @Field(() => Int, { description: 'Members who have signed in through the provider.' })
  joined!: number
  @Field(() => Int, { description: 'Of those, the members whose last sign-in proved a second step.' })
  proved!: number
}

@InputType({ description: 'Which network requires company sign-in, and from when.' })
export class RequireSsoInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => Int, { defaultValue: limits.graceHours.default, description: '1..720: when it begins.' })
  graceHours!: number
  @Field(() => String, { nullable: true, description: 'The IANA time zone of the Admin, for dates in the emails.' })
  timeZone?: string | null
}

@InputType({ description: 'Whether the provider must prove a second step, and by what.' })
export class SetSsoProofInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => Boolean, { description: 'False: it is trusted to do it.' })
  isRequired!: boolean
  @Field(() => [String], { description: 'The `amr` and `acr` values that count as proof.' })
  values!: string[]
  @Field(() => Int, {
    defaultValue: limits.graceHours.default,
    description: '1 to 720: hours until the new requirement applies.',
  })
  graceHours!: number
  @Field(() => String, { nullable: true, description: 'The IANA time zone of the Admin, for dates in the emails.' })
  timeZone?: string | null
}

@ObjectType({ implements: UserError, description: 'No one has signed in through it yet: test the sign-in first.' })
export class SsoTestRequired extends UserError {}

export const RequireSsoResult = createUnionType({
  name: 'RequireSsoResult',
  description: 'The result of changing a requirement of company sign-in.',
  types: () => [SsoChanged, SsoTestRequired, InvalidInput, SsoChangeRefused] as const,
})
