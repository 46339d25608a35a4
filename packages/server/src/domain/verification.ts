import { limits } from '@twinlock/shared/limits'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { ProviderEvidence } from './evidence.js'
import { proofOf, type SsoPolicy } from './sso-policy.js'

export const verificationEnds = ['COMPLETED', 'DECLINED', 'EXPIRED', 'LOCKED', 'NO_SECOND_STEP'] as const
export type VerificationEnd = (typeof verificationEnds)[number]

/** The level of a verification by a second step that was proved here, or to us (OpenID Connect Core 2, `acr`). */
export const SECOND_STEP_ACR = 'urn:twinlock:acr:second-step'

/** At its own `expiresAt` it is over. Whoever had nothing to answer with until then could not have answered in time. */
export function endByTime(expiresAt: Date, hasSecondStep: boolean, now: Date): VerificationEnd | null {
  if (now < expiresAt) return null
  return hasSecondStep ? 'EXPIRED' : 'NO_SECOND_STEP'
}

/** RFC 8176 names for what was shown: the sign-in's password and the second step, which together are `mfa`. */
export function amrOf(hasPassword: boolean, method: SecondStepMethod): string[] {
  return [...(hasPassword ? ['pwd'] : []), amrOfMethod(method), ...(hasPassword ? ['mfa'] : [])]
}

function amrOfMethod(method: SecondStepMethod): string {
  switch (method) {
    case 'AUTHENTICATOR_APP':
    case 'BACKUP_CODE':
      return 'otp'
    case 'SMS':
      return 'sms'
    case 'PASSKEY':
      return 'pop'
  }
}

/** Whether a provider was asked after the verification began; its clock may be a minute behind ours. */
export function isProvedByProvider(proof: { at: Date; authTime: Date | null }, createdAt: Date): boolean {
  // One that does not say when it asked may have known the person for hours.
  if (proof.at < createdAt || proof.authTime === null) return false
  return proof.authTime.getTime() >= createdAt.getTime() - limits.providerClockSkew
}

/** What is told to the app of a provider's word: its own claims, and our level only where it proves a second step. */
export function levelSaidBy(sso: SsoPolicy, word: ProviderEvidence, now: Date): string | null {
  if (proofOf(sso, word, now) === 'PROVED') return SECOND_STEP_ACR
  return word.acr === SECOND_STEP_ACR ? null : word.acr
}
