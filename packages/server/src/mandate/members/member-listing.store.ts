import type { MembershipDocument, MembershipModel } from '../../memberships/membership.model.js'
import type { MemberQuery } from './member-query.js'

/**
 * Reads a network's members in the orders of the Security page. By
 * `networkId, leftAt, role, protection, <key of the order>, _id`; a search by `networkId, leftAt, words`.
 */
export class MemberListingStore {
  constructor(private readonly memberships: MembershipModel) {}

  async page({ filter, sort }: MemberQuery, limit: number): Promise<MembershipDocument[]> {
    return this.memberships.find(filter).sort(sort).limit(limit).lean<MembershipDocument[]>()
  }

  /** By `_id`. */
  async byIds(ids: readonly string[]): Promise<MembershipDocument[]> {
    return this.memberships.find({ _id: { $in: [...ids] }, leftAt: null }).lean<MembershipDocument[]>()
  }

  /** By `networkId, updatedAt, _id`: those that ended too. */
  async changes(
    networkId: string,
    after: { at: Date; id: string } | null,
    until: Date,
    limit: number,
  ): Promise<MembershipDocument[]> {
    const position = after && {
      $or: [{ updatedAt: { $gt: after.at } }, { updatedAt: after.at, _id: { $gt: after.id } }],
    }
    return this.memberships
      .find({
        networkId,
        updatedAt: { $lte: until, ...(after ? { $gte: after.at } : {}) },
        ...(position ?? {}),
      })
      .sort({ updatedAt: 1, _id: 1 })
      .limit(limit)
      .lean<MembershipDocument[]>()
  }

  async count({ filter }: MemberQuery, limit: number): Promise<number> {
    return this.memberships.countDocuments(filter, { limit })
  }

  /** One after another, for what is longer than a page. */
  async *all({ filter, sort }: MemberQuery): AsyncGenerator<MembershipDocument> {
    yield* this.memberships.find(filter).sort(sort).batchSize(500).lean<MembershipDocument[]>().cursor()
  }
}
