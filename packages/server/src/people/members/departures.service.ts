import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { systemEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { type InvitationDocument, invitationIdOf } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { type MembershipDocument, memberOf, membershipIdOf } from '../../memberships/membership.model.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import type { Departure, NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { WithdrawalService } from '../invitations/withdrawal.service.js'
import { OwnersStore } from './owners.store.js'

const LEFTOVERS_AT_ONCE = 100

/**
 * Ends stays. The decision is one write of the network, which ends the access; what follows only clears traces, may
 * run twice or concurrently, and is resumed after a crash by the next caller.
 */
export class DeparturesService {
  constructor(
    private readonly owners = inject(OwnersStore),
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly invitations = inject(InvitationStore),
    private readonly withdrawal = inject(WithdrawalService),
    private readonly profiles = inject(ProfileStore),
    private readonly relay = inject(EventRelay),
  ) {}

  /** @returns 'last-owner' when nobody else could look after the network; nothing was changed */
  async depart(
    network: NetworkDocument,
    member: MembershipDocument,
    event: Departure['event'],
  ): Promise<'departed' | 'last-owner'> {
    const departure = { accountId: member.accountId, joinedAt: member.joinedAt, event }
    if (await this.owners.beginDeparture(network._id, departure)) {
      await this.#finish(network._id, departure)
      return 'departed'
    }
    // Either the last OWNER, or another call ends this stay already: then it is finished here too.
    return (await this.finishOf(network._id, member.accountId)) ? 'departed' : 'last-owner'
  }

  /**
   * For an account that is being erased. Pending events are dispatched first, so that no handler stores a name afterwards.
   * @returns false when nobody else could look after the network; nothing was changed
   */
  async erase(network: NetworkDocument, accountId: string, at: Date): Promise<boolean> {
    const member = memberOf(network, await this.memberships.byId(network._id, accountId))
    const event = { type: 'member.erased' as const, ...systemEventOf(network, at), accountId }
    if (member && (await this.depart(network, member, event)) === 'last-owner') return false
    await this.relay.dispatch('memberships', membershipIdOf(network._id, accountId))
    return true
  }

  /** Finishes what is under way for one account. @returns whether anything was */
  async finishOf(networkId: string, accountId: string): Promise<boolean> {
    const network = await this.networks.byId(networkId)
    const begun = network?.departures.filter((departure) => departure.accountId === accountId) ?? []
    for (const departure of begun) await this.#finish(networkId, departure)
    return begun.length > 0
  }

  async finishLeftovers(): Promise<void> {
    for (const { _id, departures } of await this.owners.withDepartures(LEFTOVERS_AT_ONCE))
      for (const departure of departures) await this.#finish(_id, departure)
  }

  async #finish(networkId: string, departure: Departure): Promise<void> {
    const { accountId, joinedAt, event } = departure
    const account = await this.profiles.leaveNetwork(accountId, networkId)
    await this.memberships.end(networkId, accountId, joinedAt, event)
    this.relay.dispatchSoon('memberships', membershipIdOf(networkId, accountId))
    await this.#withdrawInvitations(account, departure)
    await this.owners.endDeparture(networkId, departure)
    // A slow caller may reach this after the person was invited again and joined: their new stay keeps its network.
    if (await this.memberships.byId(networkId, accountId)) await this.profiles.enterNetwork(accountId, networkId)
  }

  /** Nobody comes back by an invitation from before, nor by one that they wrote themselves. */
  async #withdrawInvitations(account: AccountDocument | null, { accountId, event }: Departure): Promise<void> {
    const isEarlier = ({ sentAt }: InvitationDocument) => sentAt <= event.at
    const own = account && (await this.invitations.byId(invitationIdOf(event.networkId, account.emailKey)))
    if (own && isEarlier(own)) await this.withdrawal.withdraw(own, event)
    await this.withdrawal.withdrawWrittenBy(accountId, isEarlier, event)
    // A removed member may have another address of the domain, or another spelling of theirs, and come back by the link.
    if (event.type === 'member.removed') await this.withdrawal.withdrawLink(event)
  }
}
