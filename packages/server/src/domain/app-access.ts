import type { AppAccess, AppRequirement, FactorMethod, ReauthenticationNeed, Role } from '@twinlock/shared/vocabulary'
import {
  amrOfMethod,
  type Evidence,
  isFirstStep,
  isFreshWithin,
  isSecondStep,
  provedAt,
  secondStepsIn,
} from './evidence.js'
import { assertionFor, proofOf, type SsoPolicy } from './sso-policy.js'

/** Assurance levels of a sign-in (OpenID Connect Core 2, `acr`), the lowest first. */
export const acrValues = ['urn:twinlock:acr:1', 'urn:twinlock:acr:2', 'urn:twinlock:acr:phr'] as const
export type Acr = (typeof acrValues)[number]

/** What an app, or one of its paths, requires of a member with access to its network. */
export interface AppRule {
  access: AppAccess
  /** The roles that may; null: as `access` says. */
  roles: readonly Role[] | null
  requires: AppRequirement
  /** A second step within the last minutes; null: whenever it was. */
  withinMinutes: number | null
}

export interface AppEntryFacts {
  networkId: string
  sso: SsoPolicy | null
  role: Role
  factors: readonly FactorMethod[]
  hasPassword: boolean
}

export type AppEntry =
  | { kind: 'open' }
  | { kind: 'not-for-role' }
  /** They have no method that the app accepts, and have to set one up first. */
  | { kind: 'needs-set-up'; requires: AppRequirement }
  /** A second step by one of these. */
  | { kind: 'needs-second-step'; methods: FactorMethod[] }
  /** The evidence is too old. */
  | { kind: 'needs-fresh-sign-in'; needs: ReauthenticationNeed[] }

const ROLES: Record<AppAccess, readonly Role[]> = {
  EVERYONE: ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'],
  NO_GUESTS: ['OWNER', 'ADMIN', 'MEMBER'],
  ADMINS: ['OWNER', 'ADMIN'],
}

/** The roles that may open the app. */
export function rolesFor({ access, roles }: Pick<AppRule, 'access' | 'roles'>): Role[] {
  return ROLES[access].filter((role) => roles === null || roles.includes(role))
}

/**
 * Whether a member with access to the network may open the app, and if not, the one missing step.
 * @param since evidence older than this does not count (`max_age`, `prompt=login`); null: its age does not matter
 */
export function appEntry(
  rule: AppRule,
  facts: AppEntryFacts,
  evidence: readonly Evidence[],
  now: Date,
  since: Date | null = null,
): AppEntry {
  if (!rolesFor(rule).includes(facts.role)) return { kind: 'not-for-role' }
  const missing = missingStep(rule, facts, evidence, now)
  if (missing) return missing
  const needs = since ? olderThan(since, facts, evidence) : []
  return needs.length > 0 ? { kind: 'needs-fresh-sign-in', needs } : { kind: 'open' }
}

function missingStep(
  { requires, withinMinutes }: AppRule,
  { networkId, sso, factors }: AppEntryFacts,
  evidence: readonly Evidence[],
  now: Date,
): AppEntry | null {
  if (requires === 'SIGNED_IN' && withinMinutes === null) return null
  const isPasskey = requires === 'PHISHING_RESISTANT'
  const counts = (piece: Evidence) => (isPasskey ? piece.method === 'PASSKEY' : isSecondStep(piece))
  const within = withinMinutes === null ? null : withinMinutes * 60_000
  const at = provedAt(evidence, counts)
  if (at && isFreshWithin(at, within, now)) return null
  const word = assertionFor(networkId, evidence)
  // In its own network, a provider's assertion counts as the second step if it proves one.
  if (!isPasskey && word && sso && proofOf(sso, word, now) === 'PROVED' && isFreshWithin(word.at, within, now))
    return null
  const methods = isPasskey ? factors.filter((method) => method === 'PASSKEY') : [...factors]
  return methods.length > 0 ? { kind: 'needs-second-step', methods } : { kind: 'needs-set-up', requires }
}

function olderThan(
  since: Date,
  { networkId, factors, hasPassword }: AppEntryFacts,
  evidence: readonly Evidence[],
): ReauthenticationNeed[] {
  const isOld = (at: Date | null) => at === null || at < since
  const word = assertionFor(networkId, evidence)
  if (word && (!hasPassword || !evidence.some(isFirstStep))) return isOld(word.at) ? ['SSO'] : []
  const hasOldPassword = isOld(provedAt(evidence, isFirstStep))
  const hasOldStep = factors.length > 0 && isOld(provedAt(evidence, isSecondStep))
  return [...(hasOldPassword ? ['PASSWORD' as const] : []), ...(hasOldStep ? ['SECOND_STEP' as const] : [])]
}

/** What an app of this network learns from a session's evidence. */
export interface SignInLevel {
  acr: Acr
  /** RFC 8176. */
  amr: string[]
  authTime: Date
}

export function levelOf(
  { networkId, sso }: Pick<AppEntryFacts, 'networkId' | 'sso'>,
  evidence: readonly Evidence[],
  now: Date,
): SignInLevel {
  const word = assertionFor(networkId, evidence)
  const isProved = word !== null && sso !== null && proofOf(sso, word, now) === 'PROVED'
  const methods = new Set(evidence.map(({ method }) => method))
  const amr = [
    ...new Set([
      ...(methods.has('PASSWORD') ? ['pwd'] : []),
      ...secondStepsIn(evidence).map((method) => amrOfMethod[method]),
      ...(word?.amr ?? []),
    ]),
  ]
  const hasTwo = evidence.some(isSecondStep) && (methods.has('PASSWORD') || methods.has('PASSKEY') || word !== null)
  if ((hasTwo || isProved) && !amr.includes('mfa')) amr.push('mfa')
  const acr = methods.has('PASSKEY') ? acrValues[2] : hasTwo || isProved ? acrValues[1] : acrValues[0]
  return { acr, amr, authTime: authTimeOf(evidence, word?.at ?? null, now) }
}

/** The older of the two steps: an app that requires a sign-in within the hour means both. */
function authTimeOf(evidence: readonly Evidence[], byProvider: Date | null, now: Date): Date {
  const first = provedAt(evidence, isFirstStep) ?? byProvider
  const second = provedAt(evidence, isSecondStep)
  const times = [first, second].filter((time): time is Date => time !== null)
  return times.length > 0 ? new Date(Math.min(...times.map(Number))) : now
}

/** Whether the level reaches one of those requested; unknown levels are ignored. */
export function reachesOneOf(wanted: readonly string[], { acr }: Pick<SignInLevel, 'acr'>): boolean {
  const known = wanted.filter((value): value is Acr => (acrValues as readonly string[]).includes(value))
  return known.length === 0 || known.some((value) => acrValues.indexOf(acr) >= acrValues.indexOf(value))
}

/** The requirement of each level, the lowest first, as in `acrValues`. */
const requirements: readonly AppRequirement[] = ['SIGNED_IN', 'SECOND_STEP', 'PHISHING_RESISTANT']

/** The lowest of the requested levels, as a requirement. */
export function requirementOf(wanted: readonly string[]): AppRequirement {
  const lowest = acrValues.findIndex((value) => wanted.includes(value))
  return requirements[lowest] ?? 'SIGNED_IN'
}

/** The stricter of two. */
export function stricterOf(one: AppRequirement, other: AppRequirement): AppRequirement {
  return requirements.indexOf(one) > requirements.indexOf(other) ? one : other
}
