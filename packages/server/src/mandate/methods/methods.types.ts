import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { FactorMethodEnum } from '../../platform/graphql/enums.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import { OwnTwoFactorRequired } from '../activation/activation.types.js'
import { NetworkSecurity } from '../network-security.types.js'

@ObjectType({ description: 'What was accepted before the last change, and until when it counts too.' })
export class EarlierMethods extends GraphqlObject {
  @Field(() => [FactorMethodEnum], { description: 'The methods.' })
  methods!: FactorMethod[]
  @Field(() => DateTimeScalar, { description: 'From then on they no longer count.' })
  until!: Date
}

@ObjectType({ description: 'What accepting these methods only would do.' })
export class AllowedMethodsPreview extends GraphqlObject {
  @Field(() => Int, {
    description: 'Have two-factor authentication now and would need another method; they are mailed.',
  })
  affected!: number
  @Field(() => Int, { description: 'The number of guests among them.' })
  guestsAffected!: number
  @Field(() => DateTimeScalar, { description: 'Until when they would have time.' })
  deadline!: Date
  @Field(() => Boolean, { description: 'Something is barred while it is mandatory: it takes effect at the deadline.' })
  isNoticeNeeded!: boolean
  @Field(() => Boolean, { description: 'The viewer has none of these methods.' })
  isOwnMethodMissing!: boolean
}

@InputType({ description: 'Which methods a network accepts.' })
export class ChangeAllowedMethodsInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => [FactorMethodEnum], { description: 'At least one.' })
  methods!: FactorMethod[]
  @Field(() => Int, { defaultValue: 24, description: '1..720: how long what is barred still counts.' })
  graceHours!: number
  @Field(() => String, { nullable: true, description: 'The IANA time zone of the Admin, for dates in the emails.' })
  timeZone?: string | null
}

@ObjectType({ description: 'The accepted methods were changed.' })
export class AllowedMethodsChanged extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
}

export const ChangeAllowedMethodsResult = createUnionType({
  name: 'ChangeAllowedMethodsResult',
  description: 'What became of changing the accepted methods.',
  types: () => [AllowedMethodsChanged, OwnTwoFactorRequired, InvalidInput] as const,
})
