import { hasMethod, partOf } from './protection.js'
import type { NetworkPolicy } from './standing.js'

/** The number of members with one kind of protection. */
export interface ProtectionCount {
  protection: number
  isGuest: boolean
  count: number
}

/** `total = withTwoFactor + sso + without`; the counts of methods overlap. */
export interface Coverage {
  total: number
  withTwoFactor: number
  authenticatorApp: number
  sms: number
  passkey: number
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
  return {
    total: sum(() => true),
    withTwoFactor: sum(({ protection }) => partOf(protection, policy, now) === 'protected'),
    authenticatorApp: sum(({ protection }) => hasMethod(protection, 'AUTHENTICATOR_APP')),
    sms: sum(({ protection }) => hasMethod(protection, 'SMS')),
    passkey: sum(({ protection }) => hasMethod(protection, 'PASSKEY')),
    sso: sum(({ protection }) => partOf(protection, policy, now) === 'company-sign-in'),
    without: sum(isNotYet),
    guestsWithout: sum((each) => each.isGuest && isNotYet(each)),
  }
}
