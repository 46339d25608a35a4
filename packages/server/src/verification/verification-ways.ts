import { ssoStartUrl } from '@twinlock/shared/slug'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { OpenToPerson } from '../access/open-network.js'
import { backupCodesLeft } from '../accounts/account.model.js'
import { methodsOf } from '../accounts/account-factors.js'
import { isOwnSignIn } from '../domain/evidence.js'
import { secondStepChoice } from '../domain/sign-in-step.js'
import { countsAsSecondStep, validAssertionFor } from '../domain/sso-policy.js'
import { acceptedMethodsAt } from '../domain/standing.js'
import { factsOf } from '../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../networks/network.model.js'
import type { VerificationDocument } from './verification.model.js'

/** The methods by which a person can answer in this session. */
export type Way =
  | { kind: 'code'; methods: SecondStepMethod[]; preferred: SecondStepMethod }
  /** They came by the network's identity provider: it is asked again. */
  | { kind: 'provider' }
  /** They have no second step that the network accepts; a set-up leads on. */
  | { kind: 'none' }

export function wayToAnswer({ network, membership, caller }: OpenToPerson, now: Date): Way {
  const { account, session } = caller
  const policy = policyOf(network)
  const owned = methodsOf(account)
  const word = validAssertionFor(network._id, policy.sso, factsOf(membership), session.evidence, now)
  // A person who also used their own second step, because the provider proved none, answers by that.
  const isEnough = word !== null && policy.sso !== null && countsAsSecondStep(policy.sso, word, now)
  if (isEnough && !isOwnSignIn(session.evidence, owned.length > 0)) return { kind: 'provider' }
  const accepted = acceptedMethodsAt(policy.methods, now)
  const factors = owned.filter((method) => accepted.includes(method))
  if (factors.length === 0) return { kind: 'none' }
  const facts = { factors, preferredMethod: account.preferredMethod, backupCodesLeft: backupCodesLeft(account) }
  return { kind: 'code', ...secondStepChoice(facts) }
}

/** Where the provider is asked again, and back to the question. */
export function providerUrlOf({ _id }: VerificationDocument, { slug }: NetworkDocument): string {
  return `${ssoStartUrl(slug)}?${new URLSearchParams({ confirm: '', next: `/verify/${_id}?back` })}`
}
