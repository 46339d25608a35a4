import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { GraphqlObject } from '../platform/graphql/graphql-object.js'
import { DateTimeScalar } from '../platform/graphql/scalars.js'
import { InvalidInput, TooManyAttempts, UserError } from '../platform/graphql/user-error.types.js'

@InputType({ description: 'Whom to help back in, and why.' })
export class GrantReEnrolmentInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => String, { description: 'For the audit log and the mail to the person; up to 300 characters.' })
  reason!: string
}

@ObjectType({
  description:
    'This network agrees that the person may set up two-factor authentication anew. Nothing of the old has changed.',
})
export class ReEnrolmentGranted extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  memberId!: string
  @Field(() => DateTimeScalar, {
    description: 'From when it can be used: a day later where no network of the person requires 2FA, else at once.',
  })
  usableFrom!: Date
  @Field(() => DateTimeScalar, { description: 'Until when; giving it again before changes nothing and mails nobody.' })
  expiresAt!: Date
  @Field(() => Boolean, {
    description: 'Another network of the person requires 2FA too, and has to agree before anything can be done.',
  })
  othersHaveToAgree!: boolean
}

@ObjectType({
  implements: UserError,
  description: 'They have no two-factor authentication: there is nothing to set up anew.',
})
export class MemberHasNoTwoFactor extends UserError {}

@ObjectType({ implements: UserError, description: 'They come in by company sign-in alone: its provider helps them.' })
export class MemberUsesCompanySignIn extends UserError {}

@ObjectType({ description: 'The grant is over: nobody can set up anew with it.' })
export class ReEnrolmentCancelled extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The network that had agreed; its Admins are told.' })
  network!: NetworkSummary
}

@ObjectType({
  implements: UserError,
  description: 'The grant was used, taken back or is over, or the link is none of ours.',
})
export class ReEnrolmentLinkExpired extends UserError {}

export const GrantReEnrolmentResult = createUnionType({
  name: 'GrantReEnrolmentResult',
  description: 'What became of helping somebody back in.',
  types: () =>
    [ReEnrolmentGranted, MemberHasNoTwoFactor, MemberUsesCompanySignIn, TooManyAttempts, InvalidInput] as const,
})

export const CancelReEnrolmentResult = createUnionType({
  name: 'CancelReEnrolmentResult',
  description: 'What became of the mailed link.',
  types: () => [ReEnrolmentCancelled, ReEnrolmentLinkExpired] as const,
})
