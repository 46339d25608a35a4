import type { OpenNetwork, OpenToPerson } from '../access/access.service.js'
import { methodsOf } from '../accounts/account-factors.js'
import { proofOf, validAssertionFor } from '../domain/sso-policy.js'

/** An Admin who makes 2FA mandatory needs it: a method the network accepts, or one proved by its identity provider. */
export function hasOwnTwoFactor({ caller, network, membership }: OpenToPerson, now: Date): boolean {
  if (methodsOf(caller.account).some((method) => network.acceptedMethods.includes(method))) return true
  const assertion = validAssertionFor(network._id, network.sso, membership, caller.session.evidence, now)
  return assertion !== null && network.sso !== null && proofOf(network.sso, assertion, now) === 'PROVED'
}

/** Never for an API key: it represents no person. */
export function isOwnTwoFactorMissing(open: OpenNetwork, now: Date): boolean {
  return open.by === 'person' && !hasOwnTwoFactor(open, now)
}
