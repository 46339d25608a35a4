import { HOUR } from '@twinlock/shared/durations'
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
import { isExpired, type SessionUse } from './session-limit.js'
import { activeSso, assertionFor, countsAsSecondStep, isSsoRequired, validAssertionFor } from './sso-policy.js'
import { acceptedMethodsAt, type MembershipFacts, type NetworkPolicy, type Standing } from './standing.js'

export type NetworkAccess =
  | { kind: 'open' }
  /** Signed in by another network's provider, which must not learn of this network: it looks like no network. */
  | { kind: 'hidden' }
  /** The provider's assertion is no longer valid, and there is no provider to ask again. */
  | { kind: 'needs-sign-in' }
  | { kind: 'needs-sso' }
  | { kind: 'needs-second-step'; accepted: FactorMethod[] }
  /** The sign-in is too old for this network, was idle for too long, or was ended by an Admin. */
  | { kind: 'needs-fresh-sign-in'; needs: ReauthenticationNeed[] }
  /** `isUnproved`: the provider did not prove a second step, and the account has none. */
  | { kind: 'needs-set-up'; since: Date; isUnproved: boolean }

/** The stored facts that decide one member's access. */
export interface AccessFacts {
  networkId: string
  policy: NetworkPolicy
  membership: MembershipFacts
  standing: Standing
  /** The methods the account has confirmed. */
  factors: readonly FactorMethod[]
  /** When the session was used. */
  use: SessionUse
}

/**
 * Whether this session may access a network: the only place where evidence is evaluated.
 * An identity provider's assertion is valid only in its own network; the account's own sign-in is valid in every network
 * that does not require its provider.
 */
export function networkAccess(facts: AccessFacts, shown: readonly Evidence[], now: Date): NetworkAccess {
  const evidence = withPasskeysAsAllowed(facts.policy, shown)
  const isByPasskeyAlone = shown.some(isFirstStep) && !evidence.some(isFirstStep)
  if (isByPasskeyAlone && !validAssertionFor(facts.networkId, facts.policy.sso, facts.membership, evidence, now))
    return { kind: 'needs-fresh-sign-in', needs: ['PASSWORD'] }
  const access = evaluate(facts, evidence, now)
  if (access.kind !== 'open') return access
  const valid = validEvidence(facts, evidence, now)
  const remaining = evaluate(facts, valid, now)
  return remaining.kind === 'open' ? remaining : missingSteps(facts, evidence, valid, remaining, now)
}

/** The evidence that is still valid for this network: neither ended by an Admin nor expired by its session limit. */
export function validEvidence(
  { policy, membership, use }: Pick<AccessFacts, 'policy' | 'membership' | 'use'>,
  shown: readonly Evidence[],
  now: Date,
): Evidence[] {
  const { sessionLimit: limit } = policy
  const { sessionsEndedAt = null } = membership
  return withPasskeysAsAllowed(policy, shown).filter(
    (piece) =>
      (sessionsEndedAt === null || piece.at > sessionsEndedAt) &&
      !(limit && isExpired(limit, { provedAt: piece.at, since: signedInAt(piece) }, use, now)),
  )
}

function withPasskeysAsAllowed(
  { allowsPasskeySignIn }: NetworkPolicy,
  shown: readonly Evidence[],
): readonly Evidence[] {
  return allowsPasskeySignIn ? shown : withoutPasskeySignIn(shown)
}

/** The evidence would be sufficient if it had not expired: the steps to repeat. */
function missingSteps(
  { networkId, policy, membership, factors }: AccessFacts,
  evidence: readonly Evidence[],
  valid: readonly Evidence[],
  remaining: NetworkAccess,
  now: Date,
): NetworkAccess {
  const assertion = validAssertionFor(networkId, policy.sso, membership, evidence, now)
  if (assertion) return valid.includes(assertion) ? remaining : { kind: 'needs-sso' }
  const isPasswordMissing = !valid.some(isFirstStep)
  const isSecondStepMissing = factors.length > 0 && secondStepsIn(valid).length === 0
  const needs = [
    ...(isPasswordMissing ? ['PASSWORD' as const] : []),
    ...(isSecondStepMissing ? ['SECOND_STEP' as const] : []),
  ]
  return needs.length > 0 ? { kind: 'needs-fresh-sign-in', needs } : remaining
}

function evaluate(facts: AccessFacts, evidence: readonly Evidence[], now: Date): NetworkAccess {
  const { networkId, policy, membership, factors } = facts
  const assertion = validAssertionFor(networkId, policy.sso, membership, evidence, now)
  if (assertion && policy.sso)
    return countsAsSecondStep(policy.sso, assertion, now) ? { kind: 'open' } : ownSecondStep(facts, evidence, now)

  const mayAskProvider = activeSso(policy.sso, now) !== null && membership.role !== 'GUEST'
  if (!isOwnSignIn(evidence, factors.length > 0)) {
    if (assertionFor(networkId, evidence)) return { kind: mayAskProvider ? 'needs-sso' : 'needs-sign-in' }
    // The first step alone, of an account that has 2FA.
    const isHalf = evidence.some(isFirstStep)
    return isHalf ? { kind: 'needs-second-step', accepted: acceptedMethodsAt(policy.methods, now) } : { kind: 'hidden' }
  }
  if (isSsoRequired(policy.sso, membership.role, now) && !isOwnerEntry(facts, evidence, now))
    return { kind: 'needs-sso' }
  return ownSignIn(facts, evidence, now)
}

/** The network requires proof of a second step and the provider gave none: the account's own second step counts. */
function ownSecondStep({ policy, factors }: AccessFacts, evidence: readonly Evidence[], now: Date): NetworkAccess {
  const accepted = acceptedMethodsAt(policy.methods, now)
  if (provesSecondStep(evidence, accepted, policy.trustedDeviceDays > 0)) return { kind: 'open' }
  const hasMethod = factors.some((method) => accepted.includes(method))
  if (hasMethod) return { kind: 'needs-second-step', accepted }
  return { kind: 'needs-set-up', since: policy.sso?.proofRequiredFrom ?? now, isUnproved: true }
}

/** By password and, if 2FA is on, a second step. */
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
      // Exempt because the provider does it: without the provider, the account's own second step is required.
      if (hasSecondStep) return { kind: 'open' }
      return factors.some((method) => accepted.includes(method))
        ? { kind: 'needs-second-step', accepted }
        : { kind: 'needs-sso' }
  }
}

/** An OWNER bypassed the provider: explicitly, in this session, with a second step. The other owners are notified. */
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
      now.getTime() < piece.at.getTime() + limits.providerAssertionLifetime,
  )
}

/**
 * The next time at which access that is open now may end by itself. Changes may end it sooner; they are evaluated when
 * they happen.
 */
export function nextChangeAt(
  { policy, standing, use }: Pick<AccessFacts, 'policy' | 'standing' | 'use'>,
  evidence: readonly Evidence[],
  now: Date,
): Date | null {
  const { methods, sessionLimit, sso } = policy
  const moments = [
    standing.kind === 'grace' ? standing.deadline : null,
    methods.earlier?.until ?? null,
    sso?.requiredFrom ?? null,
    sso?.proofRequiredFrom ?? null,
    sso?.earlierProof?.until ?? null,
    sso?.endsAt ?? null,
    ...evidence.flatMap(({ method, at }) => [
      method === 'IDENTITY_PROVIDER' || method === 'OWNER_ENTRY' ? after(at, limits.providerAssertionLifetime) : null,
      sessionLimit ? after(at, sessionLimit.hours * HOUR) : null,
    ]),
    sessionLimit ? after(use.lastSeenAt, sessionLimit.idleHours * HOUR) : null,
  ]
  const coming = moments.filter((moment): moment is Date => moment !== null && moment > now)
  return coming.length > 0 ? new Date(Math.min(...coming.map(Number))) : null
}

const after = (at: Date, ms: number) => new Date(at.getTime() + ms)
