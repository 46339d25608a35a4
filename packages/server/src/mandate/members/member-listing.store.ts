import { inject } from '@needle-di/core'
import { MembershipCollection, type MembershipDocument } from '../../memberships/membership.model.js'
import { pageAfter } from '../../platform/mongo/page-filter.js'
import type { MemberQuery } from './member-query.js'

/**
 * Reads a network's members in the orders of the Security page. By
 * `networkId, leftAt, <key of the order>, _id`, where roles or methods are chosen by
 * `networkId, leftAt, role, protection, <key of the order>, _id`; a search by `networkId, leftAt, words`.
 */
export class MemberListingStore {
  constructor(private readonly memberships = inject(MembershipCollection)) {}

  /** One command: the alternatives of a later page are read one after another, until the page is full. */
  async page({ filter, later, sort }: MemberQuery, limit: number): Promise<MembershipDocument[]> {
    const collection = this.memberships
    const parts = (later.length > 0 ? later : [{}]).map((part) => [
      { $match: { ...filter, ...part } },
      { $sort: sort },
      { $limit: limit },
    ])
    const [first = [], ...others] = parts
    const unions = others.map((pipeline) => ({ $unionWith: { coll: collection.collectionName, pipeline } }))
    const last = unions.length > 0 ? [{ $limit: limit }] : []
    return collection.aggregate<MembershipDocument>([...first, ...unions, ...last], { batchSize: limit + 1 }).toArray()
  }

  /** By `_id`. */
  async byIds(ids: readonly string[]): Promise<MembershipDocument[]> {
    return this.memberships.find({ _id: { $in: [...ids] }, leftAt: null }).toArray()
  }

  /** By `networkId, updatedAt, _id`: those that ended too. */
  async changes(
    networkId: string,
    after: { at: Date; id: string } | null,
    until: Date,
    limit: number,
  ): Promise<MembershipDocument[]> {
    const bound = { $lte: until }
    const order = { key: 'updatedAt', direction: 1, bound } as const
    return this.memberships
      .find(after ? pageAfter({ networkId }, order, { key: after.at, id: after.id }) : { networkId, updatedAt: bound })
      .sort({ updatedAt: 1, _id: 1 })
      .limit(limit)
      .batchSize(limit)
      .toArray()
  }

  async count({ filter }: MemberQuery, limit: number): Promise<number> {
    return this.memberships.countDocuments(filter, { limit })
  }

  /** One after another, for what is longer than a page. */
  async *all({ filter, sort }: MemberQuery): AsyncGenerator<MembershipDocument> {
    yield* this.memberships.find(filter).sort(sort).batchSize(500)
  }
}
