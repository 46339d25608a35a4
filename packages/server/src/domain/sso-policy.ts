import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import type { ReauthenticationNeed, Role } from '@twinlock/shared/vocabulary'
import {
  type Evidence,
  isFresh,
  isOwnSignIn,
  isSecondStep,
  missingFreshEvidence,
  type ProviderEvidence,
  provedAt,
  signedInAt,
} from './evidence.js'
import type { SessionLimit } from './session-limit.js'

/** A network's settings for sign-in by its identity provider; null in its policy: it has none. */
export interface SsoPolicy {
  issuer: string
  /** From then on members (except guests) must sign in at the provider; null: optional. */
  requiredFrom: Date | null
  /** From then on the provider must prove a second step; null: it is trusted to do one. */
  proofRequiredFrom: Date | null
  /** The `amr` and `acr` values that count as proof. */
  proofValues: string[]
  /** After a value was removed, the earlier list counts too until then. */
  earlierProof: { values: string[]; until: Date } | null
  /** From then on the network has no provider, and its members need a second step of their own. */
  endsAt: Date | null
}

/** The network's provider now, if it has one. */
export function activeSso<T extends SsoPolicy>(sso: T | null, now: Date): T | null {
  return sso && (sso.endsAt === null || now < sso.endsAt) ? sso : null
}

/** Whether a provider proved a second step. */
export type SsoProof = 'PROVED' | 'NOT_SAID' | 'SAID_OTHERWISE'

/** Whether this role must sign in at the provider. */
export function isSsoRequired(sso: SsoPolicy | null, role: Role, now: Date): boolean {
  return role !== 'GUEST' && isInForce(activeSso(sso, now)?.requiredFrom ?? null, now)
}

export function isProofRequired(sso: SsoPolicy | null, now: Date): boolean {
  return isInForce(activeSso(sso, now)?.proofRequiredFrom ?? null, now)
}

/** A requirement is in force from its own millisecond on. */
function isInForce(from: Date | null, now: Date): boolean {
  return from !== null && now >= from
}

/** `amr` and `acr` are optional (OpenID Connect Core 2): saying nothing is not saying no. */
export function proofOf(
  { proofValues, earlierProof }: Pick<SsoPolicy, 'proofValues' | 'earlierProof'>,
  { amr, acr }: Pick<ProviderEvidence, 'amr' | 'acr'>,
  now: Date,
): SsoProof {
  const asserted = [...amr, ...(acr ? [acr] : [])]
  if (asserted.length === 0) return 'NOT_SAID'
  const counting = earlierProof && now < earlierProof.until ? [...proofValues, ...earlierProof.values] : proofValues
  return asserted.some((value) => counting.includes(value)) ? 'PROVED' : 'SAID_OTHERWISE'
}

/** Whether a provider's sign-in counts as a second step in its network at this moment. */
export function countsAsSecondStep(sso: SsoPolicy, evidence: ProviderEvidence, now: Date): boolean {
  return !isProofRequired(sso, now) || proofOf(sso, evidence, now) === 'PROVED'
}

/**
 * The provider's assertion for its own network, while it is valid: by the issuer that is configured now, for a linked
 * member, not older than a day, and, if a second step has to be proved, of a sign-in not older than a session may be. It
 * is not valid in any other network, nor for guests.
 */
export function validAssertionFor(
  networkId: string,
  sso: SsoPolicy | null,
  membership: { role: Role; usesSso: boolean },
  evidence: readonly Evidence[],
  now: Date,
): ProviderEvidence | null {
  const active = activeSso(sso, now)
  if (!active || !membership.usesSso || membership.role === 'GUEST') return null
  const assertion = assertionFor(networkId, evidence)
  if (
    !assertion ||
    assertion.issuer !== active.issuer ||
    now.getTime() >= assertion.at.getTime() + limits.providerAssertionLifetime
  )
    return null
  const isStale = isProofRequired(sso, now) && now.getTime() - signedInAt(assertion).getTime() >= limits.sessionLifetime
  return isStale ? null : assertion
}

/**
 * How old a sign-in at the provider may be for this network, in milliseconds; null where it does not matter. The request
 * to the provider demands a sign-in that recent, so that its assertion is not rejected afterwards.
 */
export function oldestProviderSignIn(
  { sso, sessionLimit }: { sso: SsoPolicy | null; sessionLimit: SessionLimit | null },
  now: Date,
): number | null {
  if (sessionLimit) return sessionLimit.hours * HOUR
  return isProofRequired(sso, now) ? limits.sessionLifetime : null
}

/** The assertion of this network's provider in a session, however old. */
export function assertionFor(networkId: string, evidence: readonly Evidence[]): ProviderEvidence | null {
  const found = evidence.find((piece) => piece.method === 'IDENTITY_PROVIDER' && piece.networkId === networkId)
  return found?.method === 'IDENTITY_PROVIDER' ? found : null
}

/** Whether a session may know that the account is in this network: by its own sign-in, or by this network's provider. */
export function knowsOf(networkId: string, evidence: readonly Evidence[], hasTwoFactor: boolean): boolean {
  return isOwnSignIn(evidence, hasTwoFactor) || assertionFor(networkId, evidence) !== null
}

/**
 * The steps to repeat before a change inside one network. A sign-in at its provider in the last five minutes is accepted
 * too, by its `auth_time`, because the provider's session may be hours old. If the network requires proof of a second
 * step and the provider gives none, the account's own is required in addition.
 */
export function missingFreshEvidenceIn(
  { networkId, sso }: { networkId: string; sso: SsoPolicy | null },
  evidence: readonly Evidence[],
  hasTwoFactor: boolean,
  now: Date,
): ReauthenticationNeed[] {
  const provider = activeSso(sso, now)
  const latest = assertionFor(networkId, evidence)
  const assertion = latest?.issuer === provider?.issuer ? latest : null
  const isEnough =
    !provider ||
    !assertion ||
    countsAsSecondStep(provider, assertion, now) ||
    isFresh(provedAt(evidence, isSecondStep), now)
  const ownStep: ReauthenticationNeed[] = isEnough ? [] : ['SECOND_STEP']
  if (assertion && isFreshAssertion(assertion, now)) return ownStep
  return isOwnSignIn(evidence, hasTwoFactor) ? missingFreshEvidence(evidence, hasTwoFactor, now) : ['SSO', ...ownStep]
}

function isFreshAssertion({ at, authTime }: ProviderEvidence, now: Date): boolean {
  return isFresh(authTime, now) && isFresh(at, now)
}
