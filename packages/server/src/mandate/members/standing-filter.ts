import type { FactorMethod, TwoFactorStanding } from '@twinlock/shared/vocabulary'
import { hasMethod, partOf, protections } from '../../domain/protection.js'
import { coversJoinsUntil, type NetworkPolicy } from '../../domain/standing.js'

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
