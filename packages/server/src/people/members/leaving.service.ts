import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { memberOf } from '../../memberships/member-of.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { notFound } from '../../platform/errors/interruption.js'
import { DeparturesService } from './departures.service.js'

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
    if (!network || !member) throw notFound('This network doesn’t exist, or you’re not a member.')
    const base = networkEventOf(network, account, origin, this.clock.now())
    const event = { type: 'member.left' as const, ...base, accountId: account._id, email: account.email }
    const outcome = await this.departures.depart(network, member, event)
    if (outcome === 'last-owner') return { kind: 'last-owner', network }
    return { kind: 'left', account: (await this.profiles.byId(account._id)) ?? account }
  }
}
