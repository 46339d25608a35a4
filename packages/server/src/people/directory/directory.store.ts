import { inject } from '@needle-di/core'
import { searchConditions } from '../../memberships/member-search.js'
import { MembershipCollection, type MembershipDocument, membershipIdOf } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { Filter } from '../../platform/mongo/database.js'
import { isNull, pageAfter } from '../../platform/mongo/page-filter.js'

const COUNTED = 1_000

export interface DirectoryQuery {
  search: string
  /** Who runs the network, and nobody else. */
  adminsOnly: boolean
  after: { nameKey: string; id: string } | null
  limit: number
}

/** Lists the people of a network by name. */
export class DirectoryStore {
  constructor(private readonly memberships = inject(MembershipCollection)) {}

  /** By `networkId, leftAt, nameKey, _id`; a search by `networkId, leftAt, words`. */
  async page(network: NetworkDocument, query: DirectoryQuery): Promise<MembershipDocument[]> {
    return query.adminsOnly ? this.#admins(network, query) : this.#find({ networkId: network._id }, query)
  }

  /** The ADMINs by `networkId, leftAt, role, nameKey, _id`, the few OWNERs by `_id`; an OWNER may be found as both. */
  async #admins(network: NetworkDocument, query: DirectoryQuery): Promise<MembershipDocument[]> {
    const ownerIds = network.ownerIds.map((accountId) => membershipIdOf(network._id, accountId))
    const [admins, owners] = await Promise.all([
      this.#find({ networkId: network._id, role: 'ADMIN' }, query),
      this.#find({ _id: { $in: ownerIds } }, query),
    ])
    const found = new Map([...admins, ...owners].map((membership) => [membership._id, membership]))
    return [...found.values()].sort(byNameThenId).slice(0, query.limit)
  }

  async #find(
    whose: Filter<MembershipDocument>,
    { after, search, limit }: DirectoryQuery,
  ): Promise<MembershipDocument[]> {
    const words = searchConditions(search)
    const common = { ...whose, leftAt: isNull, ...(words.length > 0 ? { $and: words } : {}) }
    const place = after && { key: after.nameKey, id: after.id }
    return (
      this.memberships
        .find(place ? laterThan(common, place) : common)
        .sort({ nameKey: 1, _id: 1 })
        .limit(limit)
        // Else the database hands out 101, and the rest with a second command.
        .batchSize(limit)
        .toArray()
    )
  }

  /** By `networkId, leftAt`; up to a thousand: what is read once a visit must not grow with the network. */
  async count(networkId: string): Promise<number> {
    return this.memberships.countDocuments({ networkId, leftAt: null }, { limit: COUNTED })
  }
}

function laterThan(common: Filter<MembershipDocument>, place: { key: string; id: string }): Filter<MembershipDocument> {
  // Of the few OWNERs, whose ids are named, the order is made in memory.
  if ('_id' in common) {
    const { key, id } = place
    return { ...common, $or: [{ nameKey: { $gt: key } }, { nameKey: key, _id: { $gt: id } }] }
  }
  return pageAfter<MembershipDocument>(common, { key: 'nameKey', direction: 1 }, place)
}

/** As the database orders texts: by their code units. */
function byNameThenId(one: MembershipDocument, other: MembershipDocument): number {
  if (one.nameKey !== other.nameKey) return one.nameKey < other.nameKey ? -1 : 1
  return one._id < other._id ? -1 : 1
}
