import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import type { InvitationOutcome, Role } from '@twinlock/shared/vocabulary'
import type { OpenToPerson } from '../../access/access.service.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { mayAppoint } from '../../domain/role-rules.js'
import type { Origin } from '../../events/event.types.js'
import { invitationIdOf, isOpen } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { DeparturesService } from '../members/departures.service.js'
import { InvitationsService, requireAppointable, type SendOutcome } from './invitations.service.js'
import { JoiningService } from './joining.service.js'

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

/** Asks people in, by their addresses. The network was entered as an Admin; what an ADMIN may not touch is refused here. */
export class BulkInvitationService {
  constructor(
    private readonly invitations = inject(InvitationsService),
    private readonly store = inject(InvitationStore),
    private readonly memberships = inject(MembershipStore),
    private readonly profiles = inject(ProfileStore),
    private readonly departures = inject(DeparturesService),
    private readonly joining = inject(JoiningService),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws Interruption FORBIDDEN when an ADMIN would make an OWNER, or replace the invitation of one */
  async invite(open: OpenToPerson, input: { email: string; role: Role }, origin: Origin): Promise<InviteOutcome> {
    const email = input.email.trim()
    const emailKey = emailKeyOf(email)
    requireAppointable(open, input.role)
    if (!emailKey) return { kind: 'invalid', problems: { email: 'Write the address like name@example.com.' } }

    const earlier = await this.store.byId(invitationIdOf(open.network._id, emailKey))
    if (earlier?.joining) await this.joining.carryOut(earlier)
    if (await this.#isMember(open.network._id, emailKey)) return { kind: 'already-member' }
    if (earlier && isOpen(earlier, this.clock.now())) requireAppointable(open, earlier.role)
    const current = earlier?.joining ? await this.store.byId(earlier._id) : earlier
    return this.invitations.send(open, { email, emailKey, role: input.role }, current, 'invitation.sent', origin)
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
    requireAppointable(open, role)
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
    // An OWNER's invitation is left alone: a caller who may not change it gets INVITED, which is true.
    if (earlier && isOpen(earlier, this.clock.now()) && !mayAppoint(open.membership.role, earlier.role))
      return { email, outcome: 'INVITED', retryAt: null }
    const answer = await this.invite(open, { email, role }, origin)
    switch (answer.kind) {
      case 'sent':
      // A concurrent request invited them, or they answered meanwhile.
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

  async #isMember(networkId: string, emailKey: string): Promise<boolean> {
    const account = await this.profiles.byEmailKey(emailKey)
    if (!account) return false
    await this.departures.finishOf(networkId, account._id)
    return (await this.memberships.byId(networkId, account._id)) !== null
  }
}
