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
import { activeSso, assertionFor, countsAsSecondStep, type SsoPolicy } from './sso-policy.js'

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
  const said = assertionFor(networkId, evidence)
  const word = said?.issuer === provider?.issuer ? said : null
  const isEnough =
    !provider || !word || countsAsSecondStep(provider, word, now) || isFresh(provedAt(evidence, isSecondStep), now)
  const ownStep: ReauthenticationNeed[] = isEnough ? [] : ['SECOND_STEP']
  if (word && isFreshWord(word, now)) return ownStep
  return isOwnSignIn(evidence, hasTwoFactor) ? missingFreshEvidence(evidence, hasTwoFactor, now) : ['SSO', ...ownStep]
}

function isFreshWord({ at, authTime }: ProviderEvidence, now: Date): boolean {
  return isFresh(authTime, now) && isFresh(at, now)
}
