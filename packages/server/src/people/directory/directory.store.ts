import type { MembershipDocument, MembershipModel } from '../../memberships/membership.model.js'
import { membershipIdOf } from '../../memberships/membership.model.js'
import { searchKeyOf } from '../../memberships/new-membership.js'
import type { NetworkDocument } from '../../networks/network.model.js'

const COUNTED = 1_000
const SEARCH_WORDS = 3

export interface DirectoryQuery {
  search: string
  /** Who runs the network, and nobody else. */
  adminsOnly: boolean
  after: { nameKey: string; id: string } | null
  limit: number
}

/** Lists the people of a network by name. */
export class DirectoryStore {
  constructor(private readonly memberships: MembershipModel) {}

  /** By `networkId, leftAt, nameKey, _id`; a search by `networkId, leftAt, words`; the Admins by their role and ids. */
  async page(network: NetworkDocument, query: DirectoryQuery): Promise<MembershipDocument[]> {
    const { after, limit } = query
    const later = after
      ? [{ $or: [{ nameKey: { $gt: after.nameKey } }, { nameKey: after.nameKey, _id: { $gt: after.id } }] }]
      : []
    const conditions = [...later, ...searched(query.search), ...(query.adminsOnly ? [runs(network)] : [])]
    return this.memberships
      .find({ networkId: network._id, leftAt: null, ...(conditions.length > 0 ? { $and: conditions } : {}) })
      .sort({ nameKey: 1, _id: 1 })
      .limit(limit)
      .lean<MembershipDocument[]>()
  }

  /** By `networkId, leftAt`; up to a thousand: what is read once a visit must not grow with the network. */
  async count(networkId: string): Promise<number> {
    return this.memberships.countDocuments({ networkId, leftAt: null }, { limit: COUNTED })
  }
}

function searched(search: string) {
  const words = searchKeyOf(search).split(/\s+/).filter(Boolean).slice(0, SEARCH_WORDS)
  return words.map((word) => ({ words: { $regex: `^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}` } }))
}

function runs({ _id, ownerIds }: NetworkDocument) {
  return { $or: [{ role: 'ADMIN' as const }, { _id: { $in: ownerIds.map((id) => membershipIdOf(_id, id)) } }] }
}
