import { inject } from '@needle-di/core'
import { maskEmail } from '@twinlock/shared/email-address'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { Membership } from '../../memberships/membership.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { JoinLinkService } from '../join-link/join-link.service.js'
import { requireOwnAct } from '../own-act.js'
import { AcceptanceService } from './acceptance.service.js'
import {
  AcceptInvitationResult,
  InvitationAccepted,
  InvitationInvalid,
  InvitationPreview,
  InvitationPreviewResult,
} from './invitations.types.js'

const OVER = 'This link no longer works. Ask the person who invited you for a new one.'

@Resolver()
export class AcceptanceResolver {
  constructor(
    private readonly acceptance = inject(AcceptanceService),
    private readonly joinLinks = inject(JoinLinkService),
  ) {}

  @Mutation(() => InvitationPreviewResult, {
    description:
      'Returns what an invitation, or the link of a network, shows to its holder. It is a mutation so that the token is never in a URL.',
  })
  async invitationPreview(
    @Arg('token', () => String) token: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof InvitationPreviewResult> {
    const found = await this.acceptance.preview(token)
    const emailKey = (await context.session())?.account.emailKey ?? null
    if (found) return InvitationPreview.from(found.invitation, found.network, emailKey)
    const network = await this.joinLinks.find(token)
    return network ? this.joinLinks.preview(network, emailKey) : InvitationInvalid.of({ message: OVER })
  }

  @Mutation(() => AcceptInvitationResult, {
    description:
      'Joins by an invitation, which is for the account of the invited address alone, or by the link of a network, which ' +
      'is for every account with an address of its proved domains that has not been a member before. ' +
      'InvitationInvalid otherwise.',
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
      case 'other-domain':
        return InvitationInvalid.of({
          message: `This link is for addresses of ${outcome.domains.join(' or ')}. Sign in with such an account.`,
        })
      case 'was-member':
        return InvitationInvalid.of({ message: 'You were in this network before. Ask an admin to invite you.' })
      case 'accepted':
        context.continueInSession({ ...caller, account: outcome.account })
        return InvitationAccepted.of({ membership: Membership.from(outcome.joined) })
    }
  }
}
