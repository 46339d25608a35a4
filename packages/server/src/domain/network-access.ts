import { limits } from '@twinlock/shared/limits'
import type { FactorMethod, ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import {
  type Evidence,
  isFirstStep,
  isOwnSignIn,
  provesSecondStep,
  secondStepsIn,
  signedInAt,
  withoutPasskeySignIn,
} from './evidence.js'
import { isWornOut, type SessionUse } from './session-limit.js'
import { activeSso, countsAsSecondStep, isSsoRequired, providerWordFor, saidBy } from './sso-policy.js'
import { acceptedMethodsAt, type MembershipFacts, type NetworkPolicy, type Standing } from './standing.js'

export type NetworkAccess =
  | { kind: 'open' }
  /** Another network's provider vouched for somebody: this network is none of its business, and looks like no network. */
  | { kind: 'hidden' }
  /** The provider's word counts no more, and there is no provider to ask again. */
  | { kind: 'needs-sign-in' }
  | { kind: 'needs-sso' }
  | { kind: 'needs-second-step'; accepted: FactorMethod[] }
  /** The sign-in is too old for this network, lay unused for too long, or was ended by an Admin. */
  | { kind: 'needs-fresh-sign-in'; needs: ReauthenticationNeed[] }
  /** `isUnproved`: they came by the provider, which did not prove a second step, and have none of their own. */
  | { kind: 'needs-set-up'; since: Date; isUnproved: boolean }

/** One member's way in, as stored facts say it. */
export interface AccessFacts {
  networkId: string
  policy: NetworkPolicy
  membership: MembershipFacts
  standing: Standing
  /** The methods the account has confirmed. */
  factors: readonly FactorMethod[]
  /** How the session was used. */
  use: SessionUse
}

/**
 * Whether this session may enter that network: the only place where evidence is weighed.
 * An identity provider vouches for its own network alone; the account's own sign-in for every network that does not
 * insist on its provider.
 */
export function networkAccess(facts: AccessFacts, shown: readonly Evidence[], now: Date): NetworkAccess {
  const evidence = facts.policy.allowsPasskeySignIn ? shown : withoutPasskeySignIn(shown)
  const isByPasskeyAlone = shown.some(isFirstStep) && !evidence.some(isFirstStep)
  if (isByPasskeyAlone && !providerWordFor(facts.networkId, facts.policy.sso, facts.membership, evidence, now))
    return { kind: 'needs-fresh-sign-in', needs: ['PASSWORD'] }
  const access = weigh(facts, evidence, now)
  if (access.kind !== 'open') return access
  const { sessionLimit: limit } = facts.policy
  const { sessionsEndedAt = null } = facts.membership
  const counting = evidence.filter(
    (piece) =>
      (sessionsEndedAt === null || piece.at > sessionsEndedAt) &&
      !(limit && isWornOut(limit, { provedAt: piece.at, since: signedInAt(piece) }, facts.use, now)),
  )
  const again = weigh(facts, counting, now)
  return again.kind === 'open' ? again : wornOut(facts, evidence, counting, again, now)
}

/** It would be open, were all of it new: what has to be proved anew. */
function wornOut(
  { networkId, policy, membership, factors }: AccessFacts,
  evidence: readonly Evidence[],
  counting: readonly Evidence[],
  again: NetworkAccess,
  now: Date,
): NetworkAccess {
  const word = providerWordFor(networkId, policy.sso, membership, evidence, now)
  if (word) return counting.includes(word) ? again : { kind: 'needs-sso' }
  const isPasswordMissing = !counting.some(isFirstStep)
  const isSecondStepMissing = factors.length > 0 && secondStepsIn(counting).length === 0
  const needs = [
    ...(isPasswordMissing ? ['PASSWORD' as const] : []),
    ...(isSecondStepMissing ? ['SECOND_STEP' as const] : []),
  ]
  return needs.length > 0 ? { kind: 'needs-fresh-sign-in', needs } : again
}

function weigh(facts: AccessFacts, evidence: readonly Evidence[], now: Date): NetworkAccess {
  const { networkId, policy, membership, factors } = facts
  const word = providerWordFor(networkId, policy.sso, membership, evidence, now)
  if (word && policy.sso)
    return countsAsSecondStep(policy.sso, word, now) ? { kind: 'open' } : ownSecondStep(facts, evidence, now)

  const mayAskProvider = activeSso(policy.sso, now) !== null && membership.role !== 'GUEST'
  if (!isOwnSignIn(evidence, factors.length > 0)) {
    if (saidBy(networkId, evidence)) return { kind: mayAskProvider ? 'needs-sso' : 'needs-sign-in' }
    // A password without the second step that the account has: half of its own sign-in.
    const isHalf = evidence.some(isFirstStep)
    return isHalf ? { kind: 'needs-second-step', accepted: acceptedMethodsAt(policy.methods, now) } : { kind: 'hidden' }
  }
  if (isSsoRequired(policy.sso, membership.role, now) && !isOwnerEntry(facts, evidence, now))
    return { kind: 'needs-sso' }
  return ownSignIn(facts, evidence, now)
}

/** A provider that did not prove a second step, where the network asks for proof: the account's own has to. */
function ownSecondStep({ policy, factors }: AccessFacts, evidence: readonly Evidence[], now: Date): NetworkAccess {
  const accepted = acceptedMethodsAt(policy.methods, now)
  if (provesSecondStep(evidence, accepted, policy.trustedDeviceDays > 0)) return { kind: 'open' }
  const hasMethod = factors.some((method) => accepted.includes(method))
  if (hasMethod) return { kind: 'needs-second-step', accepted }
  return { kind: 'needs-set-up', since: policy.sso?.proofRequiredFrom ?? now, isUnproved: true }
}

/** By password and, once 2FA is on, a second step. */
function ownSignIn(
  { policy, standing, factors }: AccessFacts,
  evidence: readonly Evidence[],
  now: Date,
): NetworkAccess {
  const accepted = acceptedMethodsAt(policy.methods, now)
  const hasSecondStep = provesSecondStep(evidence, accepted, policy.trustedDeviceDays > 0)
  switch (standing.kind) {
    case 'not-required':
    case 'grace':
      return { kind: 'open' }
    case 'overdue':
      return { kind: 'needs-set-up', since: standing.since, isUnproved: false }
    case 'satisfied':
      return hasSecondStep ? { kind: 'open' } : { kind: 'needs-second-step', accepted }
    case 'exempt-sso':
      // Exempt because the provider does it: past the provider the account's own second step is asked, where it has one.
      if (hasSecondStep) return { kind: 'open' }
      return factors.some((method) => accepted.includes(method))
        ? { kind: 'needs-second-step', accepted }
        : { kind: 'needs-sso' }
  }
}

/** An OWNER's way in past the provider, whether or not it works: decided in this session, with a second step, and told to the others. */
function isOwnerEntry(
  { networkId, membership, factors }: AccessFacts,
  evidence: readonly Evidence[],
  now: Date,
): boolean {
  if (membership.role !== 'OWNER' || factors.length === 0) return false
  return evidence.some(
    (piece) =>
      piece.method === 'OWNER_ENTRY' &&
      piece.networkId === networkId &&
      now.getTime() < piece.at.getTime() + limits.providerWordLifetime,
  )
}
