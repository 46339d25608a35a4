import { type FactorMethod, factorMethods } from '@twinlock/shared/vocabulary'
import { hasMethod, partOf } from './protection.js'
import type { NetworkPolicy } from './standing.js'

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
