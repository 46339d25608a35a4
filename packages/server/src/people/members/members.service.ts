import { inject } from '@needle-di/core'
import type { Role } from '@twinlock/shared/vocabulary'
import type { OpenToPerson } from '../../access/access.service.js'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { mayAppoint } from '../../domain/role-rules.js'
import type { NetworkEvent, Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { type MembershipDocument, memberOf } from '../../memberships/membership.model.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { forbidden, networkNotFound, notFound } from '../../platform/errors/interruption.js'
import { WithdrawalService } from '../invitations/withdrawal.service.js'
import { DeparturesService } from './departures.service.js'
import { OwnersStore } from './owners.store.js'

export type ChangeRoleOutcome = { kind: 'changed'; member: MembershipDocument } | { kind: 'last-owner' }

interface Target {
  network: NetworkDocument
  /** With the role that counts; OWNER also while the account is scheduled for erasure, which its owner may still cancel. */
  member: MembershipDocument
  isResting: boolean
  storedRole: Role
}

/** What Admins do with members. The network was entered as an Admin; what an ADMIN may not touch is refused here. */
export class MembersService {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly owners = inject(OwnersStore),
    private readonly departures = inject(DeparturesService),
    private readonly withdrawal = inject(WithdrawalService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * Whether the act is permitted at all, checked before the caller has to confirm who they are.
   * @throws Interruption NOT_FOUND for who is not in this network, FORBIDDEN for an ADMIN and an OWNER
   */
  async check(open: OpenToPerson, memberId: string, role: Role | null): Promise<Target> {
    const target = await this.#target(open, memberId)
    const { member } = target
    if (!mayAppoint(open.membership.role, member.role)) throw forbidden('Only an owner may do this to an owner.')
    if (role && !mayAppoint(open.membership.role, role)) throw forbidden('Only an owner may make an owner.')
    return target
  }

  async changeRole(open: OpenToPerson, memberId: string, role: Role, origin: Origin): Promise<ChangeRoleOutcome> {
    for (;;) {
      const target = await this.check(open, memberId, role)
      const event = this.#roleEvent(open, target, role, origin)
      const outcome = target.member.role === role ? 'changed' : await this.#write(target, role, event)
      if (outcome === 'last-owner') return { kind: 'last-owner' }
      if (outcome === 'overtaken') continue
      // An invitation does not admit anyone once its writer could no longer write it.
      await this.withdrawal.withdrawWrittenBy(target.member.accountId, (each) => !mayAppoint(role, each.role), event)
      return { kind: 'changed', member: { ...target.member, role } }
    }
  }

  /** @returns 'last-owner' when nobody else could look after the network */
  async remove(open: OpenToPerson, memberId: string, origin: Origin): Promise<'departed' | 'last-owner'> {
    const { network, member } = await this.check(open, memberId, null)
    const { accountId, email } = member
    const base = networkEventOf(network, open.caller.account, origin, this.clock.now())
    return this.departures.depart(network, member, { type: 'member.removed', ...base, accountId, email })
  }

  /** What was proved up to now no longer opens this network; other networks are not concerned. */
  async endSessions(open: OpenToPerson, memberId: string, origin: Origin): Promise<void> {
    const { network, member } = await this.check(open, memberId, null)
    const { _id, accountId, email } = member
    const base = networkEventOf(network, open.caller.account, origin, this.clock.now())
    await this.memberships.endSessions(_id, { type: 'member.sessions_ended', ...base, accountId, email })
    this.relay.dispatchSoon('memberships', _id)
  }

  /** Each of the two decisions about an OWNER is one write of the network, which names them. */
  async #write(target: Target, role: Role, event: NetworkEvent): Promise<'changed' | 'overtaken' | 'last-owner'> {
    const { network, member, storedRole, isResting } = target
    const { _id, accountId } = member
    if (role === 'OWNER') {
      if (!(await this.owners.appoint(network, accountId, event))) return 'overtaken'
      // Other systems follow memberships by when they changed.
      await this.memberships.setRole(_id, storedRole, storedRole, event.at, null)
      this.relay.dispatchSoon('networks', network._id)
      return 'changed'
    }
    if (isResting) {
      if (!(await this.owners.dismissResting(network._id, accountId, event))) return 'overtaken'
      await this.memberships.setRole(_id, storedRole, role, event.at, null)
      this.relay.dispatchSoon('networks', network._id)
      return 'changed'
    }
    if (member.role === 'OWNER') {
      if (!(await this.owners.dismiss(network._id, accountId, event)))
        return (await this.#isOwner(network._id, accountId)) ? 'last-owner' : 'overtaken'
      await this.memberships.setRole(_id, storedRole, role, event.at, null)
      this.relay.dispatchSoon('networks', network._id)
      return 'changed'
    }
    if (!(await this.memberships.setRole(_id, storedRole, role, event.at, event))) return 'overtaken'
    this.relay.dispatchSoon('memberships', _id)
    return 'changed'
  }

  /** The network is read before the stay: see `OwnersStore.appoint`. */
  async #target(open: OpenToPerson, memberId: string): Promise<Target> {
    const network = await this.networks.byId(open.network._id)
    const stored = network && (await this.memberships.inNetworkById(network._id, memberId))
    const member = network && memberOf(network, stored)
    if (!network || !stored || !member) throw notFound('No member has that ID.')
    const isResting = network.restingOwners?.some((each) => each.accountId === member.accountId) === true
    return { network, member: isResting ? { ...member, role: 'OWNER' } : member, storedRole: stored.role, isResting }
  }

  async #isOwner(networkId: string, accountId: string): Promise<boolean> {
    const network = await this.networks.byId(networkId)
    return network?.ownerIds.includes(accountId) ?? false
  }

  #roleEvent(open: OpenToPerson, { network, member }: Target, role: Role, origin: Origin) {
    const { accountId, email } = member
    const base = networkEventOf(network, open.caller.account, origin, this.clock.now())
    return { type: 'member.role_changed' as const, ...base, accountId, email, from: member.role, to: role }
  }
}

export type LeaveOutcome = { kind: 'left'; account: AccountDocument } | { kind: 'last-owner'; network: NetworkDocument }

/** Leaving needs no access: a member of a network that is closed until a set-up may leave it too. */
export class LeavingService {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly departures = inject(DeparturesService),
    private readonly profiles = inject(ProfileStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws Interruption NOT_FOUND for a network that the account is not in */
  async leave(account: AccountDocument, networkId: string, origin: Origin): Promise<LeaveOutcome> {
    const network = await this.networks.byId(networkId)
    const member = network && memberOf(network, await this.memberships.byId(networkId, account._id))
    if (!network || !member) throw networkNotFound()
    const base = networkEventOf(network, account, origin, this.clock.now())
    const event = { type: 'member.left' as const, ...base, accountId: account._id, email: account.email }
    const outcome = await this.departures.depart(network, member, event)
    if (outcome === 'last-owner') return { kind: 'last-owner', network }
    return { kind: 'left', account: (await this.profiles.byId(account._id)) ?? account }
  }
}
