import { ssoStartUrl } from '@twinlock/shared/slug'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { OpenToPerson } from '../access/access.service.js'
import { backupCodesLeft } from '../accounts/account.model.js'
import { methodsOf } from '../accounts/account-factors.js'
import { isOwnSignIn } from '../domain/evidence.js'
import { secondStepChoice } from '../domain/sign-in-step.js'
import { countsAsSecondStep, validAssertionFor } from '../domain/sso-policy.js'
import { acceptedMethodsAt } from '../domain/standing.js'
import { factsOf } from '../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../networks/network.model.js'
import type { VerificationDocument } from './verification.model.js'

/** How a member can answer in this session. */
export type AnswerOptions =
  | { kind: 'code'; methods: SecondStepMethod[]; preferred: SecondStepMethod }
  /** They signed in by the network's identity provider, which authenticates them again. */
  | { kind: 'provider' }
  /** They have no second step that the network accepts, and have to set one up. */
  | { kind: 'none' }

export function answerOptionsFor({ network, membership, caller }: OpenToPerson, now: Date): AnswerOptions {
  const { account, session } = caller
  const policy = policyOf(network)
  const owned = methodsOf(account)
  const assertion = validAssertionFor(network._id, policy.sso, factsOf(membership), session.evidence, now)
  // A member who also used their own second step, because the provider proved none, answers by that step.
  const isEnough = assertion !== null && policy.sso !== null && countsAsSecondStep(policy.sso, assertion, now)
  if (isEnough && !isOwnSignIn(session.evidence, owned.length > 0)) return { kind: 'provider' }
  const accepted = acceptedMethodsAt(policy.methods, now)
  const factors = owned.filter((method) => accepted.includes(method))
  if (factors.length === 0) return { kind: 'none' }
  const facts = { factors, preferredMethod: account.preferredMethod, backupCodesLeft: backupCodesLeft(account) }
  return { kind: 'code', ...secondStepChoice(facts) }
}

/** Where the provider authenticates the member again, and leads back to the request. */
export function providerUrlOf({ _id }: VerificationDocument, { slug }: NetworkDocument): string {
  return `${ssoStartUrl(slug)}?${new URLSearchParams({ confirm: '', next: `/verify/${_id}?back` })}`
}
