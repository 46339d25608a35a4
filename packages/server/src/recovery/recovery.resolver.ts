import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { AccessService } from '../access/access.service.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { InvalidInput, TooManyAttempts } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import { CancellingService } from './cancelling.service.js'
import { GrantingService, requireGrantable } from './granting.service.js'
import {
  CancelReEnrolmentResult,
  GrantReEnrolmentInput,
  GrantReEnrolmentResult,
  MemberHasNoTwoFactor,
  MemberUsesCompanySignIn,
  ReEnrolmentCancelled,
  ReEnrolmentGranted,
  ReEnrolmentLinkExpired,
} from './recovery.types.js'

@Resolver()
export class RecoveryResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly granting = inject(GrantingService),
    private readonly cancelling = inject(CancellingService),
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
