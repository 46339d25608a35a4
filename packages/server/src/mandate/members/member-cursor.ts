import type { MembershipDocument } from '../../memberships/membership.model.js'
import { cursorOf, keysIn } from '../../platform/graphql/page.js'
import { type MemberOrder, type MemberPosition, orderTerms } from './member-order.js'

/** It grants nothing: a made-up one only begins a page elsewhere. */
export function memberCursorOf(order: MemberOrder, membership: MembershipDocument): string {
  return cursorOf(order, keyIn(order, membership), membership._id)
}

/** @returns null when it is no cursor of this order. @throws GraphQLError BAD_USER_INPUT when it is none at all */
export function positionOf(order: MemberOrder, cursor: string): MemberPosition | null {
  const [givenOrder, key = '', id = ''] = keysIn(cursor, 3)
  if (givenOrder !== order) return null
  if (orderTerms[order].key !== 'lastSignInAt') return { key, id }
  if (key === '') return { key: null, id }
  const at = new Date(key)
  return Number.isNaN(at.getTime()) ? null : { key: at, id }
}

function keyIn(order: MemberOrder, membership: MembershipDocument): string {
  const key = membership[orderTerms[order].key]
  return key instanceof Date ? key.toISOString() : (key ?? '')
}
