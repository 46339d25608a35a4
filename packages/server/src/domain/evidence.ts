import { limits } from '@twinlock/shared/limits'
import {
  type FactorMethod,
  type ReauthenticationNeed,
  type SecondStepMethod,
  secondStepMethods,
} from '@twinlock/shared/vocabulary'

/** What an identity provider said when it vouched for somebody (OpenID Connect Core 2: iss, sub, amr, acr, auth_time). */
export interface ProviderEvidence {
  method: 'IDENTITY_PROVIDER'
  at: Date
  networkId: string
  issuer: string
  subject: string
  amr: string[]
  acr: string | null
  authTime: Date | null
  /** The provider's own session (OpenID Connect Back-Channel Logout 2.1), where it named one. */
  sid: string | null
}

/** An OWNER's decision to go in past the company sign-in, by password and second step. */
export interface OwnerEntry {
  method: 'OWNER_ENTRY'
  at: Date
  networkId: string
}

/** One thing that was proved, and when. A session is the list of these, not a flag. */
export type Evidence =
  | { method: 'PASSWORD' | Exclude<SecondStepMethod, 'PASSKEY'> | 'MAILBOX'; at: Date }
  /**
   * `userVerified`: the authenticator checked the person by a PIN, finger or face (WebAuthn 6.1, UV), with a passkey that
   * was made for signing in alone: something they have and something they know or are, which is both steps.
   */
  | { method: 'PASSKEY'; at: Date; userVerified?: true }
  /** Stands in for the second step at a sign-in, where the networks allow it; never confirms a change. */
  | { method: 'TRUSTED_DEVICE'; at: Date }
  | ProviderEvidence
  | OwnerEntry

const secondSteps: ReadonlySet<Evidence['method']> = new Set(secondStepMethods)

export function secondStepsIn(evidence: readonly Evidence[]): SecondStepMethod[] {
  return evidence.map((piece) => piece.method).filter((method): method is SecondStepMethod => secondSteps.has(method))
}

/**
 * The account's own sign-in: what opens its settings and every network that asks for no provider. A provider vouches for
 * its own network alone, and once 2FA is on neither a password nor a second step opens anything by itself.
 */
export function isOwnSignIn(evidence: readonly Evidence[], hasTwoFactor: boolean): boolean {
  const hasSecond = evidence.some((piece) => isSecondStep(piece) || piece.method === 'TRUSTED_DEVICE')
  return evidence.some(isFirstStep) && (!hasTwoFactor || hasSecond)
}

/**
 * Whether a second step that the network accepts was used: the method used counts. A backup code stands for any, except
 * where passkeys alone are accepted: it can be given away by a phishing page, as they cannot.
 */
export function provesSecondStep(
  evidence: readonly Evidence[],
  accepted: readonly FactorMethod[],
  trustsDevices: boolean,
): boolean {
  return evidence.some(
    ({ method }) =>
      (method === 'BACKUP_CODE' && accepted.some((one) => one !== 'PASSKEY')) ||
      (method === 'TRUSTED_DEVICE' && trustsDevices) ||
      (accepted as readonly string[]).includes(method),
  )
}

/**
 * When the person themselves proved it. A provider may know somebody from a sign-in of weeks ago (`auth_time`); what it
 * says of a time to come is not believed.
 */
export function signedInAt(piece: Evidence): Date {
  const authTime = piece.method === 'IDENTITY_PROVIDER' ? piece.authTime : null
  return authTime && authTime < piece.at ? authTime : piece.at
}

/** The latest moment at which one of these was proved; null when never. */
export function provedAt(evidence: readonly Evidence[], isWanted: (piece: Evidence) => boolean): Date | null {
  return evidence.filter(isWanted).reduce<Date | null>((latest, { at }) => (latest && latest >= at ? latest : at), null)
}

/**
 * Until when a change needs no further confirmation: both the password and, once 2FA is on, a second step count for
 * five minutes. The last millisecond is `until - 1`.
 */
export function confirmedUntil(evidence: readonly Evidence[], hasTwoFactor: boolean): Date | null {
  const times = [provedAt(evidence, isFirstStep), ...(hasTwoFactor ? [provedAt(evidence, isSecondStep)] : [])]
  if (times.some((time) => time === null)) return null
  return new Date(Math.min(...times.map((time) => Number(time))) + limits.freshEvidence)
}

/** What has to be proved again before a change; empty when the evidence is fresh. */
export function missingFreshEvidence(
  evidence: readonly Evidence[],
  hasTwoFactor: boolean,
  now: Date,
): ReauthenticationNeed[] {
  const wasProved = (isWanted: (piece: Evidence) => boolean) => isFresh(provedAt(evidence, isWanted), now)
  return [
    ...(wasProved(isFirstStep) ? [] : ['PASSWORD' as const]),
    ...(!hasTwoFactor || wasProved(isSecondStep) ? [] : ['SECOND_STEP' as const]),
  ]
}

/** Whether it was proved in the last five minutes. */
export function isFresh(at: Date | null, now: Date): boolean {
  return at !== null && now.getTime() < at.getTime() + limits.freshEvidence
}

/** Whether it was proved less than so many milliseconds ago; null: its age does not matter. */
export function isFreshWithin(at: Date, ms: number | null, now: Date): boolean {
  return ms === null || now.getTime() < at.getTime() + ms
}

/** Adds a piece, in place of an older one of the same kind: a session's list does not grow with its age. */
export function withEvidence(evidence: readonly Evidence[], piece: Evidence): Evidence[] {
  return [...evidence.filter((other) => kindOf(other) !== kindOf(piece)), piece]
}

/** What one network's provider said never takes the place of what another's did, nor a mere second step that of a passkey alone. */
function kindOf(piece: Evidence): string {
  if ('networkId' in piece) return `${piece.method}:${piece.networkId}`
  return isVerifiedPasskey(piece) ? `${piece.method}:verified` : piece.method
}

/** What stands for a password: the password itself, or a passkey that checked the person. */
export function isFirstStep(piece: Evidence): boolean {
  return piece.method === 'PASSWORD' || isVerifiedPasskey(piece)
}

function isVerifiedPasskey(piece: Evidence): boolean {
  return piece.method === 'PASSKEY' && piece.userVerified === true
}

/** The evidence as a network sees it that does not accept a passkey alone: a second step, and no more. */
export function withoutPasskeySignIn(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((piece) => (isVerifiedPasskey(piece) ? { method: 'PASSKEY', at: piece.at } : piece))
}

export function isSecondStep({ method }: Evidence): boolean {
  return secondSteps.has(method)
}
