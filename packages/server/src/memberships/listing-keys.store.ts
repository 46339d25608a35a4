import { inject } from '@needle-di/core'
import { listingKeysOf } from './listing-keys.js'
import { MembershipCollection } from './membership.model.js'

/** Owns of a membership: the keys that listings are filtered and ordered by. */
export class ListingKeysStore {
  constructor(private readonly memberships = inject(MembershipCollection)) {}

  /**
   * Recomputes the keys of an account's memberships; by `accountId`. Each is written only while its inputs are still the
   * same: every change of the inputs refreshes the keys afterwards.
   */
  async refresh(accountId: string): Promise<void> {
    const found = await this.memberships.find({ accountId }).toArray()
    const writes = found.flatMap((membership) => {
      const { _id, role, usesSso, methods, joinedAt, extendedUntil } = membership
      const keys = listingKeysOf(membership)
      if (keys.protection === membership.protection && keys.statusKey === membership.statusKey) return []
      const filter = { _id, role, usesSso, methods, joinedAt, extendedUntil }
      return [{ updateOne: { filter, update: { $set: keys } } }]
    })
    if (writes.length > 0) await this.memberships.bulkWrite(writes, { ordered: false })
  }
}
