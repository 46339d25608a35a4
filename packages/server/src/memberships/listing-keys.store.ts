import { inject } from '@needle-di/core'
import type { Role } from '@twinlock/shared/vocabulary'
import { protectionOf } from '../domain/protection.js'
import { MembershipCollection, type MembershipDocument } from './membership.model.js'

/** What listings are filtered and ordered by, derived from the rest of the membership. */
export type ListingKeys = Pick<MembershipDocument, 'protection' | 'statusKey'>

export type ListedFacts = Pick<MembershipDocument, 'methods' | 'usesSso' | 'joinedAt' | 'extendedUntil'> & {
  role: Role
}

export function listingKeysOf({ methods, usesSso, role, joinedAt, extendedUntil }: ListedFacts): ListingKeys {
  const protection = protectionOf(methods, usesSso, role)
  return { protection, statusKey: statusKeyOf(protection, joinedAt, extendedUntil) }
}

/** The least protected first; among equals the one whose time ends sooner: a shared deadline, then each own later moment. */
export function statusKeyOf(protection: number, joinedAt: Date, extendedUntil: Date | null): string {
  const ownMoment = extendedUntil && extendedUntil > joinedAt ? extendedUntil : joinedAt
  return `${protection.toString(16)}${ownMoment.toISOString()}`
}

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
