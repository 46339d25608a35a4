import type { Role, TwoFactorStanding } from '@twinlock/shared/vocabulary'
import { methodsIn, protections } from '../../domain/protection.js'
import { type MembershipDocument, membershipIdOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import type { Filter } from '../../platform/mongo/database.js'
import { standingFilter, type TimeFilter } from './standing-filter.js'

/** What another system asks for in one argument; each narrows the others. */
export interface MemberWhere {
  hasTwoFactor?: boolean | null | undefined
  standingIn?: TwoFactorStanding[] | null | undefined
  roleIn?: Role[] | null | undefined
  updatedSince?: Date | null | undefined
}

export type Condition = Filter<MembershipDocument>

export function whereConditions(network: NetworkDocument, where: MemberWhere, now: Date): Condition[] {
  const { hasTwoFactor = null, standingIn = null, roleIn = null, updatedSince = null } = where
  const withMethod = protections.filter((protection) => methodsIn(protection).length > 0 === hasTwoFactor)
  return [
    ...(hasTwoFactor === null ? [] : [{ protection: { $in: withMethod } }]),
    ...(standingIn === null ? [] : [anyOf(standingIn.map((standing) => standingCondition(network, standing, now)))]),
    ...(roleIn === null ? [] : [anyOf(roleConditions(network, roleIn))]),
    ...(updatedSince === null ? [] : [{ updatedAt: { $gte: updatedSince } }]),
  ]
}

function standingCondition(network: NetworkDocument, standing: TwoFactorStanding, now: Date): Condition {
  const { protections: allowed, time } = standingFilter(standing, policyOf(network), now)
  return { protection: { $in: allowed }, ...(time ? timeCondition(time) : {}) }
}

/** A member has time left by an extension, by the shared deadline, or by a method that is still accepted until its own. */
export function timeCondition(time: TimeFilter): Condition {
  const { isLeft, now, activationId, joinedUntil, earlierProtections } = time
  const isLeftTo: Condition[] = [
    { extendedUntil: { $gt: now }, extendedIn: activationId },
    ...(joinedUntil ? [{ joinedAt: { $lte: joinedUntil } }] : []),
    ...(earlierProtections.length > 0 ? [{ protection: { $in: earlierProtections } }] : []),
  ]
  return isLeft ? { $or: isLeftTo } : { $nor: isLeftTo }
}

/** The network stores who is OWNER; the membership's role is what they are otherwise. */
function roleConditions({ _id: networkId, ownerIds }: NetworkDocument, roles: readonly Role[]): Condition[] {
  const owners = ownerIds.map((accountId) => membershipIdOf(networkId, accountId))
  const stored = roles
    .filter((role) => role !== 'OWNER')
    .flatMap((role): Role[] => (role === 'ADMIN' ? ['ADMIN', 'OWNER'] : [role]))
  return [
    ...(roles.includes('OWNER') ? [{ _id: { $in: owners } }] : []),
    ...(stored.length > 0 ? [{ role: { $in: stored }, _id: { $nin: owners } }] : []),
  ]
}

/** Nothing listed is nothing found. */
function anyOf(conditions: Condition[]): Condition {
  return conditions.length > 0 ? { $or: conditions } : { _id: { $in: [] } }
}
