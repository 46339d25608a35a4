import { limits } from '@twinlock/shared/limits'
import type { Role } from '@twinlock/shared/vocabulary'
import { type Evidence, isOwnSignIn, type ProviderEvidence, signedInAt } from './evidence.js'
import type { SessionLimit } from './session-limit.js'

const HOUR = 3_600_000

/** What a network decided about coming in by its identity provider; null in the network's policy: it has none. */
export interface SsoPolicy {
  issuer: string
  /** From then on members (guests aside) must come in by the provider; null: they may. */
  requiredFrom: Date | null
  /** From then on a sign-in counts as a second step only where the provider proves it; null: it is trusted to do it. */
  proofRequiredFrom: Date | null
  /** The `amr` and `acr` values that count as proof. */
  proofValues: string[]
  /** After the list became shorter, the longer one counts too until then. */
  earlierProof: { values: string[]; until: Date } | null
  /** From then on there is no provider any more, and whoever came by it needs a second step of their own. */
  endsAt: Date | null
}

/** The provider that the network has at this moment. */
export function activeSso<T extends SsoPolicy>(sso: T | null, now: Date): T | null {
  return sso && (sso.endsAt === null || now < sso.endsAt) ? sso : null
}

/** What a provider said of a second step. */
export type SsoProof = 'PROVED' | 'NOT_SAID' | 'SAID_OTHERWISE'

/** Whether only the provider opens the network for this role. */
export function isSsoRequired(sso: SsoPolicy | null, role: Role, now: Date): boolean {
  return role !== 'GUEST' && isInForce(activeSso(sso, now)?.requiredFrom ?? null, now)
}

export function isProofRequired(sso: SsoPolicy | null, now: Date): boolean {
  return isInForce(activeSso(sso, now)?.proofRequiredFrom ?? null, now)
}

/** At its own millisecond a requirement is in force. */
function isInForce(from: Date | null, now: Date): boolean {
  return from !== null && now >= from
}

/** `amr` and `acr` are optional (OpenID Connect Core 2): saying nothing is not saying no. */
export function proofOf(
  { proofValues, earlierProof }: Pick<SsoPolicy, 'proofValues' | 'earlierProof'>,
  { amr, acr }: Pick<ProviderEvidence, 'amr' | 'acr'>,
  now: Date,
): SsoProof {
  const said = [...amr, ...(acr ? [acr] : [])]
  if (said.length === 0) return 'NOT_SAID'
  const counting = earlierProof && now < earlierProof.until ? [...proofValues, ...earlierProof.values] : proofValues
  return said.some((value) => counting.includes(value)) ? 'PROVED' : 'SAID_OTHERWISE'
}

/** Whether a provider's sign-in counts as a second step in its network at this moment. */
export function countsAsSecondStep(sso: SsoPolicy, evidence: ProviderEvidence, now: Date): boolean {
  return !isProofRequired(sso, now) || proofOf(sso, evidence, now) === 'PROVED'
}

/**
 * The provider's word for somebody in its own network, as long as it counts: by the issuer that is configured now, for
 * somebody who is joined to it, not older than a day, and, where a second step has to be proved, of a sign-in not older
 * than a session may be. It says nothing about any other network. Guests have none.
 */
export function providerWordFor(
  networkId: string,
  sso: SsoPolicy | null,
  membership: { role: Role; usesSso: boolean },
  evidence: readonly Evidence[],
  now: Date,
): ProviderEvidence | null {
  const active = activeSso(sso, now)
  if (!active || !membership.usesSso || membership.role === 'GUEST') return null
  const word = saidBy(networkId, evidence)
  if (!word || word.issuer !== active.issuer || now.getTime() >= word.at.getTime() + limits.providerWordLifetime)
    return null
  const isStale = isProofRequired(sso, now) && now.getTime() - signedInAt(word).getTime() >= limits.sessionLifetime
  return isStale ? null : word
}

/**
 * How old a sign-in at the provider may be for this network, in milliseconds; null where it does not matter. The provider
 * is asked for one as recent, so that nobody comes back with a sign-in that is refused.
 */
export function oldestProviderSignIn(
  { sso, sessionLimit }: { sso: SsoPolicy | null; sessionLimit: SessionLimit | null },
  now: Date,
): number | null {
  if (sessionLimit) return sessionLimit.hours * HOUR
  return isProofRequired(sso, now) ? limits.sessionLifetime : null
}

/** Whether the session came by this network's provider, however long ago. */
export function saidBy(networkId: string, evidence: readonly Evidence[]): ProviderEvidence | null {
  const found = evidence.find((piece) => piece.method === 'IDENTITY_PROVIDER' && piece.networkId === networkId)
  return found?.method === 'IDENTITY_PROVIDER' ? found : null
}

/** Whether a session knows that the account is in this network: its own sign-in knows all, a provider's word its own. */
export function knowsOf(networkId: string, evidence: readonly Evidence[], hasTwoFactor: boolean): boolean {
  return isOwnSignIn(evidence, hasTwoFactor) || saidBy(networkId, evidence) !== null
}
