import type { ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import {
  type Evidence,
  isFresh,
  isOwnSignIn,
  isSecondStep,
  missingFreshEvidence,
  type ProviderEvidence,
  provedAt,
} from './evidence.js'
import { activeSso, countsAsSecondStep, type SsoPolicy, saidBy } from './sso-policy.js'

/**
 * What has to be proved again before an act inside one network, where a sign-in at its provider in the last five minutes
 * does as well: by the time the provider gives (`auth_time`), since it may have known the person for hours. Where the
 * network asks for proof of a second step and the provider gives none, the account's own is asked for besides.
 */
export function missingFreshEvidenceIn(
  { networkId, sso }: { networkId: string; sso: SsoPolicy | null },
  evidence: readonly Evidence[],
  hasTwoFactor: boolean,
  now: Date,
): ReauthenticationNeed[] {
  const provider = activeSso(sso, now)
  const said = saidBy(networkId, evidence)
  const word = said?.issuer === provider?.issuer ? said : null
  const isEnough =
    !provider || !word || countsAsSecondStep(provider, word, now) || isFresh(provedAt(evidence, isSecondStep), now)
  const besides: ReauthenticationNeed[] = isEnough ? [] : ['SECOND_STEP']
  if (word && isFreshWord(word, now)) return besides
  return isOwnSignIn(evidence, hasTwoFactor) ? missingFreshEvidence(evidence, hasTwoFactor, now) : ['SSO', ...besides]
}

function isFreshWord({ at, authTime }: ProviderEvidence, now: Date): boolean {
  return isFresh(authTime, now) && isFresh(at, now)
}
