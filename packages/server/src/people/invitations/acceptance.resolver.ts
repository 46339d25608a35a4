import { maskEmail } from '@twinlock/shared/email-address'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { Membership } from '../../memberships/membership.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { requireOwnAct } from '../own-act.js'
import type { AcceptanceService } from './acceptance.service.js'
import {
  AcceptInvitationResult,
  InvitationAccepted,
  InvitationInvalid,
  InvitationPreview,
  InvitationPreviewResult,
} from './invitations.types.js'

const OVER = 'This link does not work any more. Ask whoever invited you for a new one.'

@Resolver()
export class AcceptanceResolver {
  constructor(private readonly acceptance: AcceptanceService) {}

  @Mutation(() => InvitationPreviewResult, {
    description:
      'Returns what an invitation shows to the holder of its link. It is a mutation so that the token is never in a URL.',
  })
  async invitationPreview(
    @Arg('token', () => String) token: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof InvitationPreviewResult> {
    const found = await this.acceptance.preview(token)
    if (!found) return InvitationInvalid.of({ message: OVER })
    const caller = await context.session()
    return InvitationPreview.from(found.invitation, found.network, caller?.account.emailKey ?? null)
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Only by the account of the invited address; InvitationInvalid otherwise.',
  })
  async acceptInvitation(
    @Arg('token', () => String) token: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof AcceptInvitationResult> {
    const caller = requireOwnAct(await context.requireSession())
    const outcome = await this.acceptance.accept(caller.account, token, context.origin)
    switch (outcome.kind) {
      case 'over':
        return InvitationInvalid.of({ message: OVER })
      case 'other-account':
        return InvitationInvalid.of({
          message: `This invitation is for ${maskEmail(outcome.invitation.email)}. Sign in with that account.`,
        })
      case 'accepted':
        context.becomes({ ...caller, account: outcome.account })
        return InvitationAccepted.of({ membership: Membership.from(outcome.door) })
    }
  }
}
