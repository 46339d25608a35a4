import type { Role } from '@twinlock/shared/vocabulary'
import { protectionOf } from '../domain/protection.js'
import type { MembershipDocument } from './membership.model.js'

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
