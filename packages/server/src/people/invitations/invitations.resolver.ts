import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { isAdminRole } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import { AccessService, requireAdmin } from '../../access/access.service.js'
import { Network } from '../../access/network.types.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { PageInfo } from '../../platform/graphql/common.types.js'
import { cursorOf, momentIn, PAGE_SIZES, pageOf, pageSizeOf } from '../../platform/graphql/page.js'
import { InvalidInput, TooManyAttempts } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { BulkInvitationService } from './bulk-invitation.service.js'
import { InvitationsService, requireAppointable } from './invitations.service.js'
import {
  AlreadyMember,
  Invitation,
  InvitationConnection,
  InvitationInput,
  InvitationInvalid,
  InvitationRevoked,
  InvitationSent,
  InvitedAddress,
  InviteMemberInput,
  InviteMemberResult,
  InviteMembersInput,
  InviteMembersResult,
  MembersInvited,
  ResendInvitationResult,
  RevokeInvitationResult,
} from './invitations.types.js'

const TOO_MANY = 'Too many invitations went out. Try again later.'

@Resolver(() => Network)
export class InvitationsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly inviting = inject(BulkInvitationService),
    private readonly service = inject(InvitationsService),
    private readonly store = inject(InvitationStore),
  ) {}

  @FieldResolver(() => InvitationConnection, {
    description: 'The pending and expired invitations, newest first; 1..200 at once. Admins only; FORBIDDEN otherwise.',
  })
  async invitations(
    @Root() { open }: Network,
    @Arg('first', () => Int, { defaultValue: PAGE_SIZES.usual, description: '1..200' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor at which the previous page ended.' }) after:
      | string
      | null,
  ): Promise<InvitationConnection> {
    requireAdmin(open)
    const size = pageSizeOf(first)
    const place = after ? momentIn(after) : null
    const { items, hasNextPage } = pageOf(await this.store.pendingOf(open.network._id, place, size + 1), size)
    const last = items.at(-1)
    return InvitationConnection.of({
      nodes: items.map((invitation) => Invitation.from(invitation)),
      pageInfo: PageInfo.of({
        hasNextPage,
        endCursor: last ? cursorOf(last.sentAt.toISOString(), last._id) : null,
      }),
    })
  }

  @Mutation(() => InviteMemberResult, {
    description:
      'Admins only; FORBIDDEN otherwise, and for an ADMIN who would make an OWNER. Mails an invitation; the link carries a token. For OWNER and ADMIN it needs fresh evidence.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput) { networkId, email, role }: InviteMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof InviteMemberResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    requireAppointable(open, role)
    // An Admin appointed from a session left open could undo what the Admins decided.
    if (isAdminRole(role)) await context.requireFreshSession(open.network)
    const outcome = await this.inviting.invite(open, { email, role }, context.origin)
    switch (outcome.kind) {
      case 'sent':
        return InvitationSent.of({ email: outcome.invitation.email, expiresAt: outcome.invitation.expiresAt })
      case 'already-member':
        return AlreadyMember.of({ message: 'That person is already a member of the network.' })
      case 'invalid':
        return InvalidInput.because(outcome.problems)
      case 'too-many':
        return TooManyAttempts.until(outcome.retryAt, TOO_MANY)
      case 'over':
        return InvalidInput.because({ email: 'Someone else has just invited this address. Reload the list.' })
    }
  }

  @Mutation(() => InviteMembersResult, {
    description:
      'Invites many people at once, each by an email with a link of their own, and says what became of each address. ' +
      'Admins only; FORBIDDEN otherwise, and for an ADMIN who chooses OWNER. For OWNER and ADMIN it needs fresh evidence.',
  })
  async inviteMembers(
    @Arg('input', () => InviteMembersInput) { networkId, emails, role }: InviteMembersInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof InviteMembersResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    requireAppointable(open, role)
    if (emails.length === 0 || emails.length > limits.invitationsAtOnce)
      return InvalidInput.because({ emails: `List 1 to ${limits.invitationsAtOnce} addresses.` })
    if (isAdminRole(role)) await context.requireFreshSession(open.network)
    const outcomes = await this.inviting.inviteMany(open, emails, role, context.origin)
    return MembersInvited.of({ outcomes: outcomes.map((each) => InvitedAddress.of(each)) })
  }

  @Mutation(() => ResendInvitationResult, {
    description:
      'Mails a new link for the same role. The old link stops working. Admins only; FORBIDDEN otherwise, and for an ADMIN if the invitation is for an OWNER.',
  })
  async resendInvitation(
    @Arg('input', () => InvitationInput) { networkId, invitationId }: InvitationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ResendInvitationResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const outcome = await this.service.resend(open, invitationId, context.origin)
    switch (outcome.kind) {
      case 'sent':
        return InvitationSent.of({ email: outcome.invitation.email, expiresAt: outcome.invitation.expiresAt })
      case 'too-many':
        return TooManyAttempts.until(outcome.retryAt, TOO_MANY)
      case 'over':
        return InvitationInvalid.of({ message: 'This invitation was already answered or revoked.' })
    }
  }

  @Mutation(() => RevokeInvitationResult, {
    description:
      'Revokes an invitation; its link stops working. Admins only; FORBIDDEN otherwise, and for an ADMIN if the invitation is for an OWNER. InvitationInvalid if it was already accepted or revoked.',
  })
  async revokeInvitation(
    @Arg('input', () => InvitationInput) { networkId, invitationId }: InvitationInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RevokeInvitationResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    if (await this.service.revoke(open, invitationId, context.origin)) return InvitationRevoked.of({ invitationId })
    return InvitationInvalid.of({ message: 'This invitation was already answered or revoked.' })
  }
}
