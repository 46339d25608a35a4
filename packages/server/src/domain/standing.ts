import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'
import type { SessionLimit } from './session-limit.js'
import { activeSso, type SsoPolicy } from './sso-policy.js'

/** The network's decision that 2FA is mandatory. */
export interface Mandate {
  activationId: string
  activatedAt: Date
  /** The id and the name of who decided; the name as it was then. */
  activatedBy: { accountId: string; name: string }
  deadline: Date
  /** Who had joined by then shares the deadline: the activation, or the last time that everybody was given more time. */
  coversJoinsUntil?: Date
  /** IANA zone of who set the deadline, for the words of mails. */
  timeZone?: string
}

/** Which methods count; after a change the earlier list counts too until its deadline. */
export interface AcceptedMethods {
  accepted: FactorMethod[]
  earlier: { accepted: FactorMethod[]; until: Date } | null
}

/** What a network asks of its members; the part of it that decides who gets in. */
export interface NetworkPolicy {
  mandate: Mandate | null
  methods: AcceptedMethods
  /** Days for which a device may stand in for the second step; 0: every time. */
  trustedDeviceDays: number
  /** For how long a sign-in counts here; null: as long as the session. */
  sessionLimit: SessionLimit | null
  /** A user-verified passkey counts as both steps; otherwise the password is asked for besides. */
  allowsPasskeySignIn: boolean
  sso: SsoPolicy | null
}

export interface MembershipFacts {
  role: Role
  joinedAt: Date
  /** An Admin's recorded extension. */
  extendedUntil: Date | null
  /** The activation it was given in; to another it means nothing. */
  extendedIn: string | null
  /** Joined to the network's identity provider (never true of a guest). */
  usesSso: boolean
  /** An Admin ended what was proved up to then; absent or null: never. */
  sessionsEndedAt?: Date | null
}

export type Standing =
  | { kind: 'not-required' }
  | { kind: 'satisfied' }
  | { kind: 'exempt-sso' }
  | { kind: 'grace'; deadline: Date }
  | { kind: 'overdue'; since: Date }

/**
 * A member against the mandate, from stored facts and the clock alone. At the deadline's own millisecond it is over.
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
  const deadline = deadlineOf(mandate, methods, membership, factors)
  return now < deadline ? { kind: 'grace', deadline } : { kind: 'overdue', since: deadline }
}

function deadlineOf(
  mandate: Mandate,
  { earlier }: AcceptedMethods,
  membership: MembershipFacts,
  factors: readonly FactorMethod[],
): Date {
  // Who joins after the activation has no grace; leaving and coming back is joining.
  const base = membership.joinedAt > coversJoinsUntil(mandate) ? membership.joinedAt : mandate.deadline
  const hadAcceptedMethod = earlier !== null && factors.some((method) => earlier.accepted.includes(method))
  return latest([
    base,
    ...(hadAcceptedMethod ? [earlier.until] : []),
    ...(membership.extendedUntil && isExtendedIn(mandate, membership) ? [membership.extendedUntil] : []),
  ])
}

/** A new activation is a new grace: what was given in an earlier one neither lengthens nor shortens it. */
export function isExtendedIn(mandate: Mandate | null, { extendedIn }: Pick<MembershipFacts, 'extendedIn'>): boolean {
  return mandate !== null && mandate.activationId === extendedIn
}

/** The last moment of joining that the mandate's deadline is meant for. */
export function coversJoinsUntil(mandate: Mandate): Date {
  return mandate.coversJoinsUntil ?? mandate.activatedAt
}

/** The methods that open the network at this moment. */
export function acceptedMethodsAt({ accepted, earlier }: AcceptedMethods, now: Date): FactorMethod[] {
  return earlier && now < earlier.until ? [...new Set([...accepted, ...earlier.accepted])] : accepted
}

/** GRACE's end, also once it is over; null where there is none. */
export function deadlineIn(standing: Standing): Date | null {
  if (standing.kind === 'grace') return standing.deadline
  return standing.kind === 'overdue' ? standing.since : null
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map(Number)))
}
