import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { InvitationOutcome, Role } from '@twinlock/shared/vocabulary'
import type { OpenToPerson } from '../../access/open-network.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { mayAppoint } from '../../domain/role-rules.js'
import type { Origin } from '../../events/event.types.js'
import { EventRelay } from '../../events/event-relay.js'
import { networkEventOf } from '../../events/network-event.js'
import { type InvitationDocument, invitationIdOf, isOpen } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, newToken } from '../../platform/crypto/tokens.js'
import { forbidden, notFound } from '../../platform/errors/interruption.js'

import { SlidingLimitStore } from '../../platform/mongo/sliding-limit.store.js'
import { DeparturesService } from '../members/departures.service.js'
import { JoiningService } from './joining.service.js'
import { WithdrawalService } from './withdrawal.service.js'

export type SendOutcome =
  | { kind: 'sent'; invitation: InvitationDocument }
  | { kind: 'too-many'; retryAt: Date }
  /** Answered, or changed by somebody else, a moment ago. */
  | { kind: 'over' }

export type InviteOutcome =
  | SendOutcome
  | { kind: 'already-member' }
  | { kind: 'invalid'; problems: Record<string, string> }

export interface AddressOutcome {
  email: string
  outcome: InvitationOutcome
  /** Set for TOO_MANY alone. */
  retryAt: Date | null
}

const INVITED_AT_A_TIME = 8

/** Asks people in. The network was entered as an Admin; what an ADMIN may not touch is refused here. */
export class InvitationsService {
  constructor(
    private readonly store = inject(InvitationStore),
    private readonly memberships = inject(MembershipStore),
    private readonly profiles = inject(ProfileStore),
    private readonly departures = inject(DeparturesService),
    private readonly joining = inject(JoiningService),
    private readonly withdrawal = inject(WithdrawalService),
    private readonly acts = inject(SlidingLimitStore),
    private readonly outbox = inject(Outbox),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws Interruption FORBIDDEN when an ADMIN would make an OWNER */
  check(open: OpenToPerson, role: Role): void {
    requireAppointable(open, role)
  }

  /** @throws Interruption FORBIDDEN when an ADMIN would make an OWNER, or replace the invitation of one */
  async invite(open: OpenToPerson, input: { email: string; role: Role }, origin: Origin): Promise<InviteOutcome> {
    const email = input.email.trim()
    const emailKey = emailKeyOf(email)
    this.check(open, input.role)
    if (!emailKey) return { kind: 'invalid', problems: { email: 'Write the address like name@example.com.' } }

    const earlier = await this.store.byId(invitationIdOf(open.network._id, emailKey))
    if (earlier?.joining) await this.joining.carryOut(earlier)
    if (await this.#isMember(open.network._id, emailKey)) return { kind: 'already-member' }
    if (earlier && isOpen(earlier, this.clock.now())) requireAppointable(open, earlier.role)
    const current = earlier?.joining ? await this.store.byId(earlier._id) : earlier
    return this.#send(open, { email, emailKey, role: input.role }, current, 'invitation.sent', origin)
  }

  /**
   * One after another, but for a few at a time: each has its own link, mail and entry in the log, and what one comes to
   * does not stop the others.
   * @returns each address once, as it was first written, in order
   * @throws Interruption FORBIDDEN when an ADMIN would make an OWNER
   */
  async inviteMany(
    open: OpenToPerson,
    emails: readonly string[],
    role: Role,
    origin: Origin,
  ): Promise<AddressOutcome[]> {
    this.check(open, role)
    const written = new Map<string, string>()
    for (const email of emails.map((each) => each.trim())) {
      const key = emailKeyOf(email) ?? email
      if (!written.has(key)) written.set(key, email)
    }
    const unique = [...written.values()]
    const outcomes: AddressOutcome[] = []
    for (let place = 0; place < unique.length; place += INVITED_AT_A_TIME) {
      const batch = unique.slice(place, place + INVITED_AT_A_TIME)
      outcomes.push(...(await Promise.all(batch.map((email) => this.#tryOne(open, email, role, origin)))))
    }
    return outcomes
  }

  async #tryOne(open: OpenToPerson, email: string, role: Role, origin: Origin): Promise<AddressOutcome> {
    const emailKey = emailKeyOf(email)
    if (!emailKey) return { email, outcome: 'INVALID', retryAt: null }
    const earlier = await this.store.byId(invitationIdOf(open.network._id, emailKey))
    // An OWNER's invitation is left alone: whoever may not touch it is told that this person is invited, which is so.
    if (earlier && isOpen(earlier, this.clock.now()) && !mayAppoint(open.membership.role, earlier.role))
      return { email, outcome: 'INVITED', retryAt: null }
    const answer = await this.invite(open, { email, role }, origin)
    switch (answer.kind) {
      case 'sent':
      // Somebody else invited them, or they answered, in this very moment.
      case 'over':
        return { email, outcome: 'INVITED', retryAt: null }
      case 'already-member':
        return { email, outcome: 'ALREADY_MEMBER', retryAt: null }
      case 'invalid':
        return { email, outcome: 'INVALID', retryAt: null }
      case 'too-many':
        return { email, outcome: 'TOO_MANY', retryAt: answer.retryAt }
    }
  }

  /** A new link by mail for the same role; the old link stops working. */
  async resend(open: OpenToPerson, id: string, origin: Origin): Promise<SendOutcome> {
    const earlier = await this.#find(open, id)
    if (earlier.state !== 'pending') return { kind: 'over' }
    return this.#send(open, earlier, earlier, 'invitation.resent', origin)
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

  async #isMember(networkId: string, emailKey: string): Promise<boolean> {
    const account = await this.profiles.byEmailKey(emailKey)
    if (!account) return false
    await this.departures.finishOf(networkId, account._id)
    return (await this.memberships.byId(networkId, account._id)) !== null
  }

  async #send(
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
    // Should the process die here, nobody was told that a mail went out, and the Admins see the invitation to send again.
    await this.outbox.put([
      outgoing('invitation', {
        id: `invitation:${invitation.tokenHash}`,
        to: email,
        ...(network.locale ? { locale: network.locale } : {}),
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
    this.relay.passOn('invitations', invitation._id)
    return { kind: 'sent', invitation }
  }

  async #takePlace(networkId: string, emailKey: string, now: Date): Promise<Date | null> {
    return (
      (await this.acts.take(`invitation:network:${networkId}`, limits.invitationsPerNetwork, now)) ??
      (await this.acts.take(`mail:invitation:${emailKey}`, limits.invitationsPerMailbox, now))
    )
  }
}

function requireAppointable({ membership }: OpenToPerson, role: Role): void {
  if (!mayAppoint(membership.role, role)) throw forbidden('Only an owner may do this for an owner.')
}
