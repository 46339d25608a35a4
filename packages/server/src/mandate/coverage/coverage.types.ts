import { Field, Int, ObjectType } from 'type-graphql'
import type { Coverage } from '../../domain/coverage.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'

@ObjectType({
  description: 'total = withTwoFactor + sso + without. Methods overlap: each counts every member who has it.',
})
export class TwoFactorCoverage extends GraphqlObject implements Omit<Coverage, 'guestsWithout'> {
  @Field(() => Int, { description: 'All members, guests too.' })
  total!: number
  @Field(() => Int, { description: 'Have two-factor authentication by a method the network accepts.' })
  withTwoFactor!: number
  @Field(() => Int, { description: 'Have an authenticator app.' })
  authenticatorApp!: number
  @Field(() => Int, { description: 'Have SMS.' })
  sms!: number
  @Field(() => Int, { description: 'Have a passkey.' })
  passkey!: number
  @Field(() => Int, { description: "Sign in through the network's identity provider, which performs the second step." })
  sso!: number
  @Field(() => Int, { description: 'Not yet.' })
  without!: number
}

@ObjectType({ description: 'What activating now would do: who would be mailed, who would be signed out.' })
export class MandatePreview extends GraphqlObject {
  @Field(() => Int, { description: 'Every member is notified by email.' })
  mailed!: number
  @Field(() => Int, { description: 'Have to set it up before the deadline.' })
  withoutTwoFactor!: number
  @Field(() => Int, { description: 'The number of guests among them.' })
  guestsWithout!: number
  @Field(() => Int, { description: "Sign in through the network's identity provider, which performs the second step." })
  companySignIn!: number
  @Field(() => Int, { description: 'Invited people who set it up when they first enter; counted up to 10,000.' })
  pendingInvitations!: number
  @Field(() => DateTimeScalar, { description: 'When the time to set up would end.' })
  deadline!: Date
  @Field(() => Boolean, { description: 'The viewer has to set it up first.' })
  isOwnTwoFactorMissing!: boolean
}

@ObjectType({ description: 'How many were protected at a moment.' })
export class CoveragePoint extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When it was counted.' })
  at!: Date
  @Field(() => Int, { description: 'All members.' })
  total!: number
  @Field(() => Int, { description: 'Had two-factor authentication.' })
  withTwoFactor!: number
  @Field(() => Int, { description: 'Members who sign in through the identity provider.' })
  sso!: number
  @Field(() => Int, { description: 'Had neither.' })
  without!: number
}
