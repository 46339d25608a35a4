import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { Arg, Ctx, createUnionType, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import { AccessService } from '../access/access.service.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { InvalidInput, TooManyAttempts, UserError } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { ReEnrolmentCancellationService } from './re-enrolment-cancellation.service.js'
import { ReEnrolmentGrantService, requireGrantable } from './re-enrolment-grant.service.js'

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

@Resolver()
export class RecoveryResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly granting = inject(ReEnrolmentGrantService),
    private readonly cancelling = inject(ReEnrolmentCancellationService),
  ) {}

  @Mutation(() => GrantReEnrolmentResult, {
    description:
      'Lets a member set up two-factor authentication again at a sign-in with password and mailbox code, once every ' +
      'network that requires it has agreed. Where none requires it, the grant can be used after a day, or at once if ' +
      "this network has proved the domain of the member's address. Nothing changes until then. Admins only; FORBIDDEN " +
      'otherwise, for oneself, and for an ADMIN on an OWNER. NOT_FOUND for anyone outside the network. Needs fresh ' +
      'evidence; the reason is recorded.',
  })
  async grantReEnrolment(
    @Arg('input', () => GrantReEnrolmentInput) { networkId, memberId, reason }: GrantReEnrolmentInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof GrantReEnrolmentResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const member = await this.access.memberById(open, memberId)
    requireGrantable(open, member)
    if (!isVisible(reason)) return InvalidInput.because({ reason: 'Say why, for the audit log and the mail.' })
    if (reason.length > limits.adminReasonLength)
      return InvalidInput.because({ reason: `Use at most ${limits.adminReasonLength} characters.` })
    await context.requireFreshSession(open.network)
    const outcome = await this.granting.grant(open, member, reason, context.origin)
    switch (outcome.kind) {
      case 'granted': {
        const { usableFrom, expiresAt, othersHaveToAgree } = outcome
        return ReEnrolmentGranted.of({ memberId, usableFrom, expiresAt, othersHaveToAgree })
      }
      case 'no-two-factor':
        return MemberHasNoTwoFactor.of({
          message: 'They don’t have two-factor authentication yet. They can sign in with their password and set it up.',
        })
      case 'company-sign-in':
        return MemberUsesCompanySignIn.of({
          message: 'They use company sign-in. The person who manages it can help them.',
        })
      case 'too-many':
        return TooManyAttempts.until(outcome.retryAt, 'This was given to them three times today. Try again later.')
    }
  }

  @Mutation(() => CancelReEnrolmentResult, {
    description: 'Takes a grant back by the link that was mailed with it; works once, signed out too.',
  })
  async cancelReEnrolment(
    @Arg('token', () => String, { description: "The token from the link: the part after '#token='." }) token: string,
    @Ctx() { origin }: RequestContext,
  ): Promise<typeof CancelReEnrolmentResult> {
    const outcome = await this.cancelling.cancel(token, origin)
    return outcome.kind === 'cancelled'
      ? ReEnrolmentCancelled.of({ network: NetworkSummary.from(outcome.network) })
      : ReEnrolmentLinkExpired.of({ message: 'This link has expired, or was already used or cancelled.' })
  }
}
