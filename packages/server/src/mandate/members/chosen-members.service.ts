import { inject } from '@needle-di/core'
import { ProfileStore } from '../../accounts/profile.store.js'
import { JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import { type MembershipDocument, memberOf } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { notFound } from '../../platform/errors/interruption.js'
import type { BroadcastMember } from '../broadcasts/broadcast.model.js'
import { MemberListingStore } from './member-listing.store.js'
import { type MemberFilter, memberQuery } from './member-query.js'

/** The largest selection: one page of rows. */
export const CHOSEN_AT_ONCE = 200

/** Members read from their accounts: those that an Admin selected in a listing, and those of a broadcast's batch. */
export class ChosenMembersService {
  constructor(
    private readonly store = inject(MemberListingStore),
    private readonly profiles = inject(ProfileStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
  ) {}

  /** @throws Interruption NOT_FOUND when one of them is not in this network: nothing is done for the others either */
  async of(network: NetworkDocument, memberIds: readonly string[]): Promise<BroadcastMember[]> {
    const ids = [...new Set(memberIds)]
    const found = ids.every((id) => id.startsWith(`${network._id}:`)) ? await this.store.byIds(ids) : []
    const memberships = found.flatMap((membership) => memberOf(network, membership) ?? [])
    if (memberships.length !== ids.length) throw notFound('There is no such member in this network.')
    return this.membersOf(network, memberships)
  }

  /**
   * By their ids at once, or by a filter a page's worth at a time.
   * @throws Interruption NOT_FOUND as `of` does
   */
  async *batches(
    network: NetworkDocument,
    whom: readonly string[] | MemberFilter,
    now: Date,
  ): AsyncGenerator<BroadcastMember[]> {
    if (isIds(whom)) yield await this.of(network, whom)
    else yield* this.#matching(network, whom, now)
  }

  async *#matching(network: NetworkDocument, filter: MemberFilter, now: Date): AsyncGenerator<BroadcastMember[]> {
    let batch: MembershipDocument[] = []
    for await (const membership of this.store.all(memberQuery(network, filter, 'STATUS', null, now))) {
      batch.push(...[memberOf(network, membership)].filter((member) => member !== null))
      if (batch.length < CHOSEN_AT_ONCE) continue
      yield await this.membersOf(network, batch)
      batch = []
    }
    if (batch.length > 0) yield await this.membersOf(network, batch)
  }

  /** @param memberships as `memberOf` gives them; one whose account is gone is left out */
  async membersOf(network: NetworkDocument, memberships: readonly MembershipDocument[]): Promise<BroadcastMember[]> {
    const accounts = await this.profiles.byIds(memberships.map(({ accountId }) => accountId))
    const byId = new Map(accounts.map((account) => [account._id, account]))
    return memberships.flatMap((membership) => {
      const account = byId.get(membership.accountId)
      if (!account) return []
      const { standing } = this.joinedNetworks.joinedNetworkOf(account, network, membership)
      return [{ account, membership, standing }]
    })
  }
}

const isIds = (whom: readonly string[] | MemberFilter): whom is readonly string[] => Array.isArray(whom)
