import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { InvalidInput, TooManyAttempts, UserError } from '../platform/graphql/user-error.types.js'

@InputType({ description: 'The member to help, and the reason.' })
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
    'This network agrees that the member may set up two-factor authentication again. The existing methods are unchanged.',
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
  description: 'The member has no two-factor authentication, so there is nothing to set up again.',
})
export class MemberHasNoTwoFactor extends UserError {}

@ObjectType({
  implements: UserError,
  description: "The member uses company sign-in only: the provider's administrators help.",
})
export class MemberUsesCompanySignIn extends UserError {}

@ObjectType({ description: 'The grant has ended and can no longer be used.' })
export class ReEnrolmentCancelled extends GraphqlObject {
  @Field(() => NetworkSummary, { description: 'The network that had agreed; its Admins are notified.' })
  network!: NetworkSummary
}

@ObjectType({
  implements: UserError,
  description: 'The grant was used, withdrawn or has expired, or the link is unknown.',
})
export class ReEnrolmentLinkExpired extends UserError {}

export const GrantReEnrolmentResult = createUnionType({
  name: 'GrantReEnrolmentResult',
  description: 'The result of granting a member a new set-up.',
  types: () =>
    [ReEnrolmentGranted, MemberHasNoTwoFactor, MemberUsesCompanySignIn, TooManyAttempts, InvalidInput] as const,
})

export const CancelReEnrolmentResult = createUnionType({
  name: 'CancelReEnrolmentResult',
  description: 'What became of the mailed link.',
  types: () => [ReEnrolmentCancelled, ReEnrolmentLinkExpired] as const,
})
