import { type FactorMethod, factorMethods, type Role } from '@twinlock/shared/vocabulary'
import { activeSso } from './sso-policy.js'
import type { NetworkPolicy } from './standing.js'

/** Stored in memberships: a bit is never given to another method. */
const bitOf = { SMS: 1, AUTHENTICATOR_APP: 2, PASSKEY: 4 } as const satisfies Record<FactorMethod, number>
const companySignIn = 8

/** Every possible protection, the weakest first: none, text messages only, an app, …, company sign-in. */
export const protections: readonly number[] = Array.from(
  { length: 2 * Math.max(companySignIn, ...Object.values(bitOf)) },
  (_, value) => value,
)

/**
 * A member's protection as one number, to sort, filter and count by, independent of what the network accepts now. It
 * does not decide about access.
 */
export function protectionOf(methods: readonly FactorMethod[], usesSso: boolean, role: Role): number {
  const bits = methods.reduce((sum, method) => sum | bitOf[method], 0)
  return usesSso && role !== 'GUEST' ? bits | companySignIn : bits
}

export function hasMethod(protection: number, method: FactorMethod): boolean {
  return (protection & bitOf[method]) !== 0
}

export function methodsIn(protection: number): FactorMethod[] {
  return factorMethods.filter((method) => hasMethod(protection, method))
}

/** Three disjoint parts that make up a whole network. */
export const parts = ['protected', 'company-sign-in', 'not-yet'] as const
export type Part = (typeof parts)[number]

/** The part that a member counts in; checks in the same order as `standingOf`. */
export function partOf(protection: number, { sso, methods }: Pick<NetworkPolicy, 'sso' | 'methods'>, now: Date): Part {
  if (activeSso(sso, now) && (protection & companySignIn) !== 0) return 'company-sign-in'
  return methods.accepted.some((method) => hasMethod(protection, method)) ? 'protected' : 'not-yet'
}

/** The number of members with one kind of protection. */
export interface ProtectionCount {
  protection: number
  isGuest: boolean
  count: number
}

/** What the count of each method is called. */
const methodCounts = {
  AUTHENTICATOR_APP: 'authenticatorApp',
  SMS: 'sms',
  PASSKEY: 'passkey',
} as const satisfies Record<FactorMethod, string>
type MethodCounts = Record<(typeof methodCounts)[FactorMethod], number>

/** `total = withTwoFactor + sso + without`; the counts of methods overlap. */
export interface Coverage extends MethodCounts {
  total: number
  withTwoFactor: number
  sso: number
  without: number
  guestsWithout: number
}

/** Sums up the counts under a policy; with another list of methods it previews a change. */
export function coverageOf(
  counts: readonly ProtectionCount[],
  policy: Pick<NetworkPolicy, 'sso' | 'methods'>,
  now: Date,
): Coverage {
  const sum = (isCounted: (each: ProtectionCount) => boolean) =>
    counts.filter(isCounted).reduce((total, { count }) => total + count, 0)
  const isNotYet = ({ protection }: ProtectionCount) => partOf(protection, policy, now) === 'not-yet'
  const byMethod = Object.fromEntries(
    factorMethods.map((method) => [methodCounts[method], sum(({ protection }) => hasMethod(protection, method))]),
  ) as MethodCounts
  return {
    total: sum(() => true),
    withTwoFactor: sum(({ protection }) => partOf(protection, policy, now) === 'protected'),
    ...byMethod,
    sso: sum(({ protection }) => partOf(protection, policy, now) === 'company-sign-in'),
    without: sum(isNotYet),
    guestsWithout: sum((each) => each.isGuest && isNotYet(each)),
  }
}
