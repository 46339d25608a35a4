import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { OpenToPerson } from '../access/access.service.js'
import type { AccountDocument, ReEnrolmentGrant } from '../accounts/account.model.js'
import { hasTwoFactor } from '../accounts/account-factors.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { mayAppoint } from '../domain/role-rules.js'
import { onlySsoNetwork } from '../domain/sign-in-step.js'
import type { NetworkEvent, Origin } from '../events/event.types.js'
import { networkEventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { type JoinedNetwork, JoinedNetworksService } from '../memberships/joined-networks.service.js'
import type { MembershipDocument } from '../memberships/membership.model.js'
import { Clock } from '../platform/clock/clock.js'
import { newId } from '../platform/crypto/tokens.js'
import { forbidden, notFound } from '../platform/errors/interruption.js'
import { RateLimitStore } from '../platform/mongo/rate-limit.store.js'
import { ReEnrolmentService, type ReEnrolmentState } from '../two-factor/re-enrolment/re-enrolment.service.js'
import { ReEnrolmentStore } from '../two-factor/re-enrolment/re-enrolment.store.js'

export type GrantOutcome =
  | { kind: 'granted'; usableFrom: Date; expiresAt: Date; othersHaveToAgree: boolean }
  | { kind: 'no-two-factor' }
  | { kind: 'company-sign-in' }
  | { kind: 'too-many'; retryAt: Date }

/** Stores an Admin's grant of a re-enrolment in the account, and leaves the account's protection as it is. */
export class ReEnrolmentGrantService {
  constructor(
    private readonly store = inject(ReEnrolmentStore),
    private readonly reEnrolments = inject(ReEnrolmentService),
    private readonly profiles = inject(ProfileStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** While one of this network counts, giving it again changes nothing and mails nobody. */
  async grant(open: OpenToPerson, member: MembershipDocument, reason: string, origin: Origin): Promise<GrantOutcome> {
    for (;;) {
      const account = await this.profiles.byId(member.accountId)
      if (!account) throw notFound('No member has that ID.')
      if (!hasTwoFactor(account)) return { kind: 'no-two-factor' }
      const joinedNetworks = await this.joinedNetworks.of(account)
      if (account.passwordHash === null || onlySsoNetwork(joinedNetworks)) return { kind: 'company-sign-in' }

      const earlier = (account.reEnrolmentGrants ?? []).find(({ networkId }) => networkId === open.network._id) ?? null
      const state = await this.reEnrolments.stateOf(account, joinedNetworks)
      if (earlier && state.kind !== 'none' && state.grantIds.includes(earlier.id)) return granted(earlier, state)
      const retryAt = await this.#hold(open, account)
      if (retryAt) return { kind: 'too-many', retryAt }
      const written = await this.#write(open, account, joinedNetworks, earlier, reason, origin)
      if (written) return written
    }
  }

  /** Each grant sends a mail and a text: nobody is flooded with them, and no account loses its texts to them. */
  async #hold({ network }: OpenToPerson, { _id }: AccountDocument): Promise<Date | null> {
    return this.rateLimits.take(`re-enrolment:${network._id}:${_id}`, limits.reEnrolmentsPerMember, this.clock.now())
  }

  /** Null when the account was changed in between: the caller reads it again. */
  async #write(
    { network, caller }: OpenToPerson,
    account: AccountDocument,
    joinedNetworks: readonly JoinedNetwork[],
    earlier: ReEnrolmentGrant | null,
    reason: string,
    origin: Origin,
  ): Promise<GrantOutcome | null> {
    const now = this.clock.now()
    const grant: ReEnrolmentGrant = {
      id: newId('rgr'),
      networkId: network._id,
      grantedBy: { accountId: caller.account._id, name: caller.account.name },
      reason: reason.trim(),
      grantedAt: now,
      expiresAt: this.reEnrolments.expiryOf(account, network._id, joinedNetworks),
      epoch: account.epoch,
    }
    const event: NetworkEvent = {
      type: 'member.re_enrolment_granted',
      accountId: account._id,
      email: account.email,
      grantId: grant.id,
      reason: grant.reason,
      expiresAt: grant.expiresAt,
      ...networkEventOf(network, caller.account, origin, now),
    }
    if (!(await this.store.grant(account, grant, earlier?.id ?? null, event))) return null
    this.relay.dispatchSoon('accounts', account._id)
    const others = (account.reEnrolmentGrants ?? []).filter((other) => other !== earlier)
    const state = await this.reEnrolments.stateOf({ ...account, reEnrolmentGrants: [...others, grant] })
    return granted(grant, state)
  }
}

/**
 * Whether a grant is permitted at all, checked before the Admin has to confirm who they are.
 * @throws Interruption FORBIDDEN for oneself, and for an ADMIN and an OWNER
 */
export function requireGrantable({ membership, caller }: OpenToPerson, member: MembershipDocument): void {
  if (member.accountId === caller.account._id) throw forbidden('Another Admin has to do this for you.')
  if (!mayAppoint(membership.role, member.role)) throw forbidden('Only an owner may do this for an owner.')
}

function granted({ grantedAt, expiresAt }: ReEnrolmentGrant, state: ReEnrolmentState): GrantOutcome {
  const usableFrom = state.kind === 'cooling' ? state.from : grantedAt
  return { kind: 'granted', usableFrom, expiresAt, othersHaveToAgree: state.kind === 'waiting' }
}
