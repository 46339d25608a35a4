import { createUnionType, Field, Int, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import { NetworkSecurity } from '../network-security.types.js'

@ObjectType({ description: 'The days that still count for trusted devices, and until when.' })
export class EarlierTrustedDeviceDays extends GraphqlObject {
  @Field(() => Int, { description: 'The days.' })
  days!: number
  @Field(() => DateTimeScalar, { description: 'From then on `trustedDeviceDays` counts.' })
  until!: Date
}

@ObjectType({ description: 'The limit of sign-ins that still counts, and until when.' })
export class EarlierSessionLimit extends GraphqlObject {
  @Field(() => Int, { nullable: true, description: 'Hours in all; null: as long as the session.' })
  hours!: number | null
  @Field(() => Int, { nullable: true, description: 'Hours without a request; null: as for the session.' })
  idleHours!: number | null
  @Field(() => DateTimeScalar, { description: 'From then on `sessionHours` and `sessionIdleHours` count.' })
  until!: Date
}

@ObjectType({ description: 'Whether a passkey alone still opens the network, and until when.' })
export class EarlierPasskeySignIn extends GraphqlObject {
  @Field(() => Boolean, { description: 'Whether it does.' })
  isAllowed!: boolean
  @Field(() => DateTimeScalar, { description: 'From then on `allowsPasskeySignIn` counts.' })
  until!: Date
}

@ObjectType({ description: 'What changing a setting would do.' })
export class SettingPreview extends GraphqlObject {
  @Field(() => Boolean, {
    description:
      'Whether the change asks for more than today while two-factor authentication is mandatory: then it counts from the deadline on. Otherwise it counts at once.',
  })
  isNoticeNeeded!: boolean
  @Field(() => Int, { description: 'How many members would be notified by email.' })
  mailed!: number
  @Field(() => DateTimeScalar, { description: 'Until when what counts today would still count.' })
  deadline!: Date
}

@ObjectType({ description: 'The setting is changed.' })
export class SecuritySettingChanged extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
}

export const SecuritySettingResult = createUnionType({
  name: 'SecuritySettingResult',
  description: "What became of changing a setting of the network's security.",
  types: () => [SecuritySettingChanged, InvalidInput] as const,
})
