import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { Role } from '@twinlock/shared/vocabulary'
import type { OpenToPerson } from '../../access/access.service.js'
import { mayAppoint } from '../../domain/role-rules.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { type InvitationDocument, invitationIdOf } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { mailLanguageOf } from '../../networks/network.model.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, newToken } from '../../platform/crypto/tokens.js'
import { forbidden, notFound } from '../../platform/errors/interruption.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import { WithdrawalService } from './withdrawal.service.js'

export type SendOutcome =
  | { kind: 'sent'; invitation: InvitationDocument }
  | { kind: 'too-many'; retryAt: Date }
  /** Answered, or changed by another Admin, just before this request. */
  | { kind: 'over' }

/** One invitation: sent, sent again, taken back. */
export class InvitationsService {
  constructor(
    private readonly store = inject(InvitationStore),
    private readonly withdrawal = inject(WithdrawalService),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly outbox = inject(Outbox),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** A new link by mail for the same role; the old link stops working. */
  async resend(open: OpenToPerson, id: string, origin: Origin): Promise<SendOutcome> {
    const earlier = await this.#find(open, id)
    if (earlier.state !== 'pending') return { kind: 'over' }
    return this.send(open, earlier, earlier, 'invitation.resent', origin)
  }

  /** @returns false when it was answered or taken back already */
  async revoke(open: OpenToPerson, id: string, origin: Origin): Promise<boolean> {
    const invitation = await this.#find(open, id)
    const cause = networkEventOf(open.network, open.caller.account, origin, this.clock.now())
    return this.withdrawal.withdraw(invitation, cause)
  }

  /** @throws Interruption NOT_FOUND for another network's, FORBIDDEN for an ADMIN and an OWNER's */
  async #find(open: OpenToPerson, id: string): Promise<InvitationDocument> {
    const invitation = await this.store.byId(id)
    if (!invitation || invitation.networkId !== open.network._id) throw notFound('There is no such invitation.')
    requireAppointable(open, invitation.role)
    return invitation
  }

  /** A new one, or a new link in place of an earlier one's. */
  async send(
    { network, caller }: OpenToPerson,
    to: { email: string; emailKey: string; role: Role },
    earlier: InvitationDocument | null,
    type: 'invitation.sent' | 'invitation.resent',
    origin: Origin,
  ): Promise<SendOutcome> {
    const { email, emailKey, role } = to
    const now = this.clock.now()
    const retryAt = await this.#takePlace(network._id, emailKey, now)
    if (retryAt) return { kind: 'too-many', retryAt }

    const token = newToken()
    const invitation: InvitationDocument = {
      _id: invitationIdOf(network._id, emailKey),
      networkId: network._id,
      email,
      emailKey,
      role,
      tokenHash: hashToken(token),
      state: 'pending',
      sentAt: now,
      expiresAt: new Date(now.getTime() + limits.invitationLifetime),
      invitedBy: { accountId: caller.account._id, name: caller.account.name },
      joining: null,
      events: [{ type, ...networkEventOf(network, caller.account, origin, now), email, role }],
    }
    if (!(await this.store.send(invitation, earlier))) return { kind: 'over' }
    // If the process dies here, no mail has been reported as sent, and the Admins see the invitation and can send it again.
    await this.outbox.put([
      outgoing('invitation', {
        id: `invitation:${invitation.tokenHash}`,
        to: email,
        ...mailLanguageOf(network),
        props: {
          token,
          expiresAt: invitation.expiresAt,
          networkName: network.name,
          inviterName: caller.account.name,
          role,
          isTwoFactorRequired: network.mandate !== null,
          helpContact: network.helpContact,
        },
      }),
    ])
    this.relay.dispatchSoon('invitations', invitation._id)
    return { kind: 'sent', invitation }
  }

  async #takePlace(networkId: string, emailKey: string, now: Date): Promise<Date | null> {
    return (
      (await this.rateLimits.take(`invitation:network:${networkId}`, limits.invitationsPerNetwork, now)) ??
      (await this.rateLimits.take(`mail:invitation:${emailKey}`, limits.invitationsPerMailbox, now))
    )
  }
}

/** @throws Interruption FORBIDDEN when an ADMIN would make an OWNER, or touch the invitation of one */
export function requireAppointable({ membership }: OpenToPerson, role: Role): void {
  if (!mayAppoint(membership.role, role)) throw forbidden('Only an owner may do this for an owner.')
}
