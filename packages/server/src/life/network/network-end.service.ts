import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { OpenToPerson } from '../../access/access.service.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { memberOf } from '../../memberships/membership.model.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { notFound } from '../../platform/errors/interruption.js'
import { NetworkEndStore } from './network-end.store.js'

export type TransferOutcome = { kind: 'transferred'; network: NetworkDocument } | { kind: 'invalid'; problem: string }
export type ScheduleOutcome = { kind: 'scheduled'; at: Date } | { kind: 'invalid'; problem: string }

/** Handing a network over, and its end. The network was entered as an OWNER. */
export class NetworkEndService {
  constructor(
    private readonly store = inject(NetworkEndStore),
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** The caller stays as an ADMIN. @throws Interruption NOT_FOUND for who is not in this network */
  async transfer(open: OpenToPerson, membershipId: string, origin: Origin): Promise<TransferOutcome> {
    const from = open.caller.account
    for (;;) {
      const network = await this.networks.byId(open.network._id)
      const member = network && memberOf(network, await this.memberships.inNetworkById(network._id, membershipId))
      if (!network || !member) throw notFound('No member has that ID.')
      const to = member.accountId
      if (to === from._id) return { kind: 'invalid', problem: 'You own this network already.' }
      if (member.role === 'GUEST')
        return { kind: 'invalid', problem: 'A guest cannot own a network. Change their role first.' }
      if (!network.ownerIds.includes(from._id)) throw notFound('You no longer own this network.')
      const event = {
        type: 'network.ownership_transferred' as const,
        ...networkEventOf(network, from, origin, this.clock.now()),
        accountId: to,
        email: member.email,
      }
      // First, so that the former owner is an ADMIN from the moment they no longer own it.
      const own = await this.memberships.byId(network._id, from._id)
      if (own) await this.memberships.setRole(own._id, own.role, 'ADMIN', event.at, null)
      const transferred = await this.store.transfer(network, from._id, to, event)
      if (!transferred) continue
      await this.memberships.setRole(member._id, member.role, member.role, event.at, null)
      this.#relay(network._id)
      return { kind: 'transferred', network: transferred }
    }
  }

  async schedule({ network, caller }: OpenToPerson, typedSlug: string, origin: Origin): Promise<ScheduleOutcome> {
    if (typedSlug.trim() !== network.slug) return { kind: 'invalid', problem: `Write ${network.slug} to go on.` }
    const now = this.clock.now()
    const at = new Date(now.getTime() + limits.deletionDelay)
    const { _id: accountId, name } = caller.account
    const event = {
      type: 'network.deletion_scheduled' as const,
      ...networkEventOf(network, caller.account, origin, now),
      until: at,
    }
    const deletion = { requestedAt: now, at, requestedBy: { accountId, name } }
    const scheduled = await this.store.schedule(network._id, accountId, deletion, event)
    if (scheduled) this.#relay(network._id)
    // A repeated request changes nothing and sends no mail.
    return { kind: 'scheduled', at: scheduled?.deletion?.at ?? network.deletion?.at ?? at }
  }

  async cancel({ network, caller }: OpenToPerson, origin: Origin): Promise<boolean> {
    const now = this.clock.now()
    const base = networkEventOf(network, caller.account, origin, now)
    const cancelled = await this.store.cancel(network._id, now, { type: 'network.deletion_cancelled', ...base })
    if (cancelled) this.#relay(network._id)
    return cancelled !== null
  }

  #relay(networkId: string): void {
    this.relay.dispatchSoon('networks', networkId)
  }
}
