import { limits } from '@twinlock/shared/limits'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { amrOfMethod, type ProviderEvidence } from './evidence.js'
import { proofOf, type SsoPolicy } from './sso-policy.js'

export const verificationEnds = ['COMPLETED', 'DECLINED', 'EXPIRED', 'LOCKED', 'NO_SECOND_STEP'] as const
export type VerificationEnd = (typeof verificationEnds)[number]

/** The level of a verification by a second step (OpenID Connect Core 2, `acr`). */
export const SECOND_STEP_ACR = 'urn:twinlock:acr:second-step'

/** It expires at `expiresAt` itself. A member without a second step could not have completed it. */
export function endByTime(expiresAt: Date, hasSecondStep: boolean, now: Date): VerificationEnd | null {
  if (now < expiresAt) return null
  return hasSecondStep ? 'EXPIRED' : 'NO_SECOND_STEP'
}

/** RFC 8176 names of the password and the second step, which together are `mfa`. */
export function amrOf(hasPassword: boolean, method: SecondStepMethod): string[] {
  return [...(hasPassword ? ['pwd'] : []), amrOfMethod[method], ...(hasPassword ? ['mfa'] : [])]
}

/** Whether the user signed in at the provider after the verification began; its clock may be a minute behind. */
export function isProvedByProvider(proof: { at: Date; authTime: Date | null }, createdAt: Date): boolean {
  // Without `auth_time` the provider's session may be hours old.
  if (proof.at < createdAt || proof.authTime === null) return false
  return proof.authTime.getTime() >= createdAt.getTime() - limits.providerClockSkew
}

/** The level that an app gets: ours if the provider proved a second step, otherwise the provider's own claim. */
export function assertedLevel(sso: SsoPolicy, assertion: ProviderEvidence, now: Date): string | null {
  if (proofOf(sso, assertion, now) === 'PROVED') return SECOND_STEP_ACR
  return assertion.acr === SECOND_STEP_ACR ? null : assertion.acr
}
