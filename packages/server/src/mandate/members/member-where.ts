import type { FactorMethod, Role, TwoFactorStanding } from '@twinlock/shared/vocabulary'
import { hasMethod, methodsIn, partOf, protections } from '../../domain/protection.js'
import { coversJoinsUntil, type NetworkPolicy } from '../../domain/standing.js'
import { type MembershipDocument, membershipIdOf, storedRolesOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import type { Filter } from '../../platform/mongo/database.js'

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

function roleConditions({ _id: networkId, ownerIds }: NetworkDocument, roles: readonly Role[]): Condition[] {
  const owners = ownerIds.map((accountId) => membershipIdOf(networkId, accountId))
  const stored = storedRolesOf(roles)
  return [
    ...(roles.includes('OWNER') ? [{ _id: { $in: owners } }] : []),
    ...(stored.length > 0 ? [{ role: { $in: stored }, _id: { $nin: owners } }] : []),
  ]
}

/** An empty list matches no member. */
function anyOf(conditions: Condition[]): Condition {
  return conditions.length > 0 ? { $or: conditions } : { _id: { $in: [] } }
}

/** A standing in terms of what is stored: who can have it at this moment, and no one else. */
export interface StandingFilter {
  protections: number[]
  /** Narrows the protections by whether the deadline has passed. */
  time: TimeFilter | null
}

export interface TimeFilter {
  isLeft: boolean
  now: Date
  /** More time that was given in this activation counts. */
  activationId: string
  /** Members who joined by then have time until the shared deadline; null once it has passed. */
  joinedUntil: Date | null
  /** Whose methods the network accepted before the last change, as long as these count. */
  earlierProtections: number[]
}

/**
 * Translates a standing, which is derived, into stored facts. With `standingOf` it agrees in every case; a test holds
 * the two together.
 */
export function standingFilter(standing: TwoFactorStanding, policy: NetworkPolicy, now: Date): StandingFilter {
  const { mandate } = policy
  if (!mandate) return { protections: standing === 'NOT_REQUIRED' ? [...protections] : [], time: null }
  const inPart = (part: ReturnType<typeof partOf>) => protections.filter((each) => partOf(each, policy, now) === part)
  switch (standing) {
    case 'NOT_REQUIRED':
      return { protections: [], time: null }
    case 'EXEMPT_SSO':
      return { protections: inPart('company-sign-in'), time: null }
    case 'SATISFIED':
      return { protections: inPart('protected'), time: null }
    case 'GRACE':
    case 'OVERDUE':
      return {
        protections: inPart('not-yet'),
        time: {
          isLeft: standing === 'GRACE',
          now,
          activationId: mandate.activationId,
          joinedUntil: now < mandate.deadline ? coversJoinsUntil(mandate) : null,
          earlierProtections: earlierProtections(policy, now),
        },
      }
  }
}

function earlierProtections({ methods: { earlier } }: NetworkPolicy, now: Date): number[] {
  if (!earlier || now >= earlier.until) return []
  return protections.filter((each) => earlier.accepted.some((method: FactorMethod) => hasMethod(each, method)))
}
