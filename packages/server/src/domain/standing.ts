import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'
import type { SessionLimit } from './session-limit.js'
import { activeSso, type SsoPolicy } from './sso-policy.js'

/** The network's decision that 2FA is mandatory. */
export interface Mandate {
  activationId: string
  activatedAt: Date
  /** The person who activated it; the name as it was then. */
  activatedBy: { accountId: string; name: string }
  deadline: Date
  /** Members who joined by then share the deadline: the activation, or the last extension for everyone. */
  coversJoinsUntil?: Date
  /** The IANA time zone of the person who set the deadline, for emails. */
  timeZone?: string
}

/** The accepted methods; after a change the earlier list is accepted too until its deadline. */
export interface AcceptedMethods {
  accepted: FactorMethod[]
  earlier: { accepted: FactorMethod[]; until: Date } | null
}

/** The settings of a network that decide who gets access. */
export interface NetworkPolicy {
  mandate: Mandate | null
  methods: AcceptedMethods
  /** For how many days a trusted device replaces the second step; 0: never. */
  trustedDeviceDays: number
  /** How long a sign-in is valid here; null: as long as the session. */
  sessionLimit: SessionLimit | null
  /** A user-verified passkey counts as both steps; otherwise the password is required too. */
  allowsPasskeySignIn: boolean
  sso: SsoPolicy | null
}

export interface MembershipFacts {
  role: Role
  joinedAt: Date
  /** An Admin's recorded extension. */
  extendedUntil: Date | null
  /** The activation that the extension belongs to; it has no effect in another. */
  extendedIn: string | null
  /** Joined to the network's identity provider (never true of a guest). */
  usesSso: boolean
  /** An Admin ended the member's sessions at that time; absent or null: never. */
  sessionsEndedAt?: Date | null
}

export type Standing =
  | { kind: 'not-required' }
  | { kind: 'satisfied' }
  | { kind: 'exempt-sso' }
  | { kind: 'grace'; deadline: Date }
  | { kind: 'overdue'; since: Date }

/**
 * Where a member stands under the mandate, from stored facts and the clock. Grace ends at the deadline's own millisecond.
 * @param factors the methods the account has confirmed
 */
export function standingOf(
  policy: NetworkPolicy,
  membership: MembershipFacts,
  factors: readonly FactorMethod[],
  now: Date,
): Standing {
  const { mandate, methods } = policy
  if (!mandate) return { kind: 'not-required' }
  if (activeSso(policy.sso, now) && membership.usesSso && membership.role !== 'GUEST') return { kind: 'exempt-sso' }
  if (factors.some((method) => methods.accepted.includes(method))) return { kind: 'satisfied' }
  const deadline = memberDeadline(mandate, methods, membership, factors)
  return now < deadline ? { kind: 'grace', deadline } : { kind: 'overdue', since: deadline }
}

function memberDeadline(
  mandate: Mandate,
  { earlier }: AcceptedMethods,
  membership: MembershipFacts,
  factors: readonly FactorMethod[],
): Date {
  // A member who joins after the activation has no grace. Leaving and returning counts as joining.
  const base = membership.joinedAt > coversJoinsUntil(mandate) ? membership.joinedAt : mandate.deadline
  const hadAcceptedMethod = earlier !== null && factors.some((method) => earlier.accepted.includes(method))
  return latest([
    base,
    ...(hadAcceptedMethod ? [earlier.until] : []),
    ...(membership.extendedUntil && isExtendedIn(mandate, membership) ? [membership.extendedUntil] : []),
  ])
}

/** A new activation starts a new grace: an extension of an earlier one has no effect. */
export function isExtendedIn(mandate: Mandate | null, { extendedIn }: Pick<MembershipFacts, 'extendedIn'>): boolean {
  return mandate !== null && mandate.activationId === extendedIn
}

/** The latest time of joining that the mandate's deadline applies to. */
export function coversJoinsUntil(mandate: Mandate): Date {
  return mandate.coversJoinsUntil ?? mandate.activatedAt
}

/** The methods that are accepted now. */
export function acceptedMethodsAt({ accepted, earlier }: AcceptedMethods, now: Date): FactorMethod[] {
  return earlier && now < earlier.until ? [...new Set([...accepted, ...earlier.accepted])] : accepted
}

/** When the grace ends or ended; null if there is none. */
export function deadlineIn(standing: Standing): Date | null {
  if (standing.kind === 'grace') return standing.deadline
  return standing.kind === 'overdue' ? standing.since : null
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map(Number)))
}
