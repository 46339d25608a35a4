import type { FactorMethod, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type Evidence, isAccepted, isFresh, provesSecondStep } from './evidence.js'
import { isProofRequired } from './sso-policy.js'
import { acceptedMethodsAt, type NetworkPolicy } from './standing.js'

/** One network of the account. */
export interface ProtectingNetwork {
  policy: NetworkPolicy
  /** Only its identity provider opens it for this member: no method of the account does. */
  needsSso: boolean
}

/**
 * What has to be shown before a method of the account is added, replaced, removed or, for backup codes, shown: one of the
 * returned methods, within the last five minutes; null: nothing more.
 *
 * Otherwise a weaker step could set up the stronger one that a network requires: a backup code a passkey, a text message
 * another authentication app. If the account has no method yet that the network accepts, the network itself requires a
 * set-up, and there is nothing stronger to show.
 */
export function proofForChange(
  method: SecondStepMethod,
  { policy, needsSso }: ProtectingNetwork,
  factors: readonly FactorMethod[],
  evidence: readonly Evidence[],
  now: Date,
): FactorMethod[] | null {
  if (needsSso || (!policy.mandate && !isProofRequired(policy.sso, now))) return null
  const fresh = evidence.filter(({ at }) => isFresh(at, now))
  // During the notice of a change both lists count: the one that holds now, and the one that comes.
  for (const accepted of [policy.methods.accepted, acceptedMethodsAt(policy.methods, now)]) {
    const owned = factors.filter((factor) => accepted.includes(factor))
    if (owned.length > 0 && isAccepted(method, accepted) && !provesSecondStep(fresh, accepted, false)) return owned
  }
  return null
}
