import { type FactorMethod, type Role, roles, type TwoFactorStanding } from '@twinlock/shared/vocabulary'
import { hasMethod, type Part, partOf, protections } from '../../domain/protection.js'
import { searchConditions } from '../../memberships/member-search.js'
import { type MembershipDocument, membershipIdOf, storedRolesOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { cursorOf, keysIn } from '../../platform/graphql/page.js'
import { atPath } from '../../platform/mongo/database.js'
import { isNull } from '../../platform/mongo/page-filter.js'
import { type Condition, type MemberWhere, standingFilter, timeCondition, whereConditions } from './member-where.js'

/** Each in both directions. */
export const memberOrders = [
  'STATUS',
  'STATUS_REVERSED',
  'NAME',
  'NAME_REVERSED',
  'LAST_SIGN_IN',
  'LAST_SIGN_IN_REVERSED',
] as const
export type MemberOrder = (typeof memberOrders)[number]

interface OrderTerms {
  key: 'statusKey' | 'nameKey' | 'lastSignInAt'
  direction: 1 | -1
  /** Turned with the direction, so that the reversed order reads the same index backwards. */
  idDirection: 1 | -1
}

export const orderTerms: Readonly<Record<MemberOrder, OrderTerms>> = {
  STATUS: { key: 'statusKey', direction: 1, idDirection: 1 },
  STATUS_REVERSED: { key: 'statusKey', direction: -1, idDirection: -1 },
  NAME: { key: 'nameKey', direction: 1, idDirection: 1 },
  NAME_REVERSED: { key: 'nameKey', direction: -1, idDirection: -1 },
  LAST_SIGN_IN: { key: 'lastSignInAt', direction: -1, idDirection: 1 },
  LAST_SIGN_IN_REVERSED: { key: 'lastSignInAt', direction: 1, idDirection: -1 },
}

/** A place in an order: the value it is ordered by, and the id. */
export interface MemberPosition {
  key: string | Date | null
  id: string
}

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

export interface MemberFilter {
  /** Where they count, whether or not anything is required. */
  part?: Part | null | undefined
  standing?: TwoFactorStanding | null | undefined
  role?: Role | null | undefined
  method?: FactorMethod | null | undefined
  signedInFrom?: Date | null | undefined
  /** Exclusive. */
  signedInBefore?: Date | null | undefined
  hasSignedIn?: boolean | null | undefined
  /** Prefixes of words in the name or address. */
  search?: string | null | undefined
  where?: MemberWhere | null | undefined
}

export interface MemberQuery {
  filter: Condition
  /** The rows after the cursor, as alternative conditions in sort order; empty on the first page. */
  later: Condition[]
  sort: Record<string, 1 | -1>
}

/**
 * Every listing of a network's members in one form: equality on network and leaving, on role and protection where these
 * are narrowed, one key of order, and the id. So one index serves each order, and one more whatever is filtered.
 */
export function memberQuery(
  network: NetworkDocument,
  filter: MemberFilter,
  order: MemberOrder,
  after: MemberPosition | null,
  now: Date,
): MemberQuery {
  const policy = policyOf(network)
  const { key, direction, idDirection } = orderTerms[order]
  const wanted = filter.standing ? standingFilter(filter.standing, policy, now) : null
  const allowed = (wanted?.protections ?? protections).filter(
    (each) =>
      (!filter.method || hasMethod(each, filter.method)) && (!filter.part || partOf(each, policy, now) === filter.part),
  )
  const rest = [
    ...(wanted?.time ? [timeCondition(wanted.time)] : []),
    ...searchConditions(filter.search ?? ''),
    ...signInConditions(filter),
    ...(filter.where ? whereConditions(network, filter.where, now) : []),
    idCondition(network, filter.role ?? null),
  ].filter((each) => Object.keys(each).length > 0)
  // An OWNER is found by the id.
  const storedRoles = filter.role && filter.role !== 'OWNER' ? storedRolesOf([filter.role]) : roles
  const isNarrowed = storedRoles.length < roles.length || allowed.length < protections.length
  const common = {
    networkId: network._id,
    leftAt: isNull,
    ...(isNarrowed ? { role: { $in: storedRoles }, protection: { $in: allowed } } : {}),
    ...(rest.length > 0 ? { $and: rest } : {}),
  }
  return {
    filter: common,
    later: after ? laterIn(order, after) : [],
    sort: { [key]: direction, _id: idDirection },
  }
}

/** By the key of the orders by last sign-in: the index of these serves them best. */
function signInConditions({ signedInFrom, signedInBefore, hasSignedIn = null }: MemberFilter): Condition[] {
  const isSignedIn: Condition = { lastSignInAt: hasSignedIn ? { $type: 'date' } : isNull }
  return [
    ...(signedInFrom ? [{ lastSignInAt: { $gte: signedInFrom } }] : []),
    ...(signedInBefore ? [{ lastSignInAt: { $lt: signedInBefore } }] : []),
    ...(hasSignedIn === null ? [] : [isSignedIn]),
  ]
}

function idCondition({ _id: networkId, ownerIds, departures }: NetworkDocument, role: Role | null): Condition {
  const idsOf = (accountIds: readonly string[]) => accountIds.map((accountId) => membershipIdOf(networkId, accountId))
  const leaving = departures.map(({ accountId }) => accountId)
  if (role === 'OWNER') return { _id: { $in: idsOf(ownerIds.filter((id) => !leaving.includes(id))) } }
  const others = role === null ? leaving : [...leaving, ...ownerIds]
  // By account: gaps in the range of `_id`, which the order ends with, would keep the planner from merging.
  return others.length > 0 ? { accountId: { $nin: others } } : {}
}

/**
 * What comes after a member in an order: first those of the same key, then the rest, since with one range of the key
 * every row of the same key would be read again for each page, and thousands may have joined in one moment. Who never
 * signed in comes last where the order is "latest first", and first where it is reversed.
 */
function laterIn(order: MemberOrder, { key, id }: MemberPosition): Condition[] {
  const { key: name, direction, idDirection } = orderTerms[order]
  const past = (way: 1 | -1) => (way === 1 ? '$gt' : '$lt')
  const same = { _id: { [past(idDirection)]: id }, ...atPath(name, key ?? isNull) }
  if (key === null) return direction === 1 ? [same, atPath(name, { $type: 'date' })] : [same]
  const rest = atPath(name, { [past(direction)]: key })
  return name === 'lastSignInAt' && direction === -1 ? [same, rest, atPath(name, isNull)] : [same, rest]
}
