import { limits } from '@twinlock/shared/limits'
import {
  type FactorMethod,
  type ReauthenticationNeed,
  type SecondStepMethod,
  secondStepMethods,
} from '@twinlock/shared/vocabulary'

/** An identity provider's assertion about a user (OpenID Connect Core 2: iss, sub, amr, acr, auth_time). */
export interface ProviderEvidence {
  method: 'IDENTITY_PROVIDER'
  at: Date
  networkId: string
  issuer: string
  subject: string
  amr: string[]
  acr: string | null
  authTime: Date | null
  /** The provider's session id (OpenID Connect Back-Channel Logout 2.1), if it sent one. */
  sid: string | null
}

/** An OWNER's decision to bypass the company sign-in, with password and second step. */
export interface OwnerEntry {
  method: 'OWNER_ENTRY'
  at: Date
  networkId: string
}

/** One thing that was proved, and when. A session is a list of these, not a flag. */
export type Evidence =
  | { method: 'PASSWORD' | Exclude<SecondStepMethod, 'PASSKEY'> | 'MAILBOX'; at: Date }
  /**
   * `userVerified`: the authenticator checked the person by a PIN, finger or face (WebAuthn 6.1, UV), with a passkey that
   * was made for signing in alone: something they have and something they know or are, which is both steps.
   */
  | { method: 'PASSKEY'; at: Date; userVerified?: true }
  /** Replaces the second step at a sign-in, if the networks allow it; never confirms a change. */
  | { method: 'TRUSTED_DEVICE'; at: Date }
  | ProviderEvidence
  | OwnerEntry

const secondSteps: ReadonlySet<Evidence['method']> = new Set(secondStepMethods)

/** The RFC 8176 name of each second step. */
export const amrOfMethod: Readonly<Record<SecondStepMethod, string>> = {
  AUTHENTICATOR_APP: 'otp',
  SMS: 'sms',
  BACKUP_CODE: 'otp',
  PASSKEY: 'pop',
}

export function secondStepsIn(evidence: readonly Evidence[]): SecondStepMethod[] {
  return evidence.map((piece) => piece.method).filter((method): method is SecondStepMethod => secondSteps.has(method))
}

/**
 * The account's own sign-in: what opens its settings and every network that requires no provider. A provider vouches for
 * its own network alone, and once 2FA is on neither a password nor a second step opens anything by itself.
 */
export function isOwnSignIn(evidence: readonly Evidence[], hasTwoFactor: boolean): boolean {
  const hasSecond = evidence.some((piece) => isSecondStep(piece) || piece.method === 'TRUSTED_DEVICE')
  return evidence.some(isFirstStep) && (!hasTwoFactor || hasSecond)
}

/**
 * Whether a second step by this method opens a network that accepts these. A backup code stands for any, except where
 * passkeys alone are accepted: it can be given away by a phishing page, as they cannot.
 */
export function isAccepted(method: SecondStepMethod, accepted: readonly FactorMethod[]): boolean {
  return method === 'BACKUP_CODE' ? accepted.some((one) => one !== 'PASSKEY') : accepted.includes(method)
}

/** Whether a second step that the network accepts was used: the method used counts. */
export function provesSecondStep(
  evidence: readonly Evidence[],
  accepted: readonly FactorMethod[],
  trustsDevices: boolean,
): boolean {
  return (
    secondStepsIn(evidence).some((method) => isAccepted(method, accepted)) ||
    (trustsDevices && evidence.some(({ method }) => method === 'TRUSTED_DEVICE'))
  )
}

/**
 * When the user proved it. A provider may remember a sign-in from weeks ago (`auth_time`); a future time is ignored.
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

/** The steps to repeat before a change; empty while the evidence is fresh. */
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

/** Whether it was proved less than `ms` milliseconds ago; null: its age does not matter. */
export function isFreshWithin(at: Date, ms: number | null, now: Date): boolean {
  return ms === null || now.getTime() < at.getTime() + ms
}

/** Adds a piece and replaces an older one of the same kind, so that a session's list does not grow. */
export function withEvidence(evidence: readonly Evidence[], piece: Evidence): Evidence[] {
  return [...evidence.filter((other) => kindOf(other) !== kindOf(piece)), piece]
}

/** An assertion for one network does not replace that for another, nor a second step a sign-in by passkey alone. */
function kindOf(piece: Evidence): string {
  if ('networkId' in piece) return `${piece.method}:${piece.networkId}`
  return isVerifiedPasskey(piece) ? `${piece.method}:verified` : piece.method
}

/** A password, or a passkey with user verification. */
export function isFirstStep(piece: Evidence): boolean {
  return piece.method === 'PASSWORD' || isVerifiedPasskey(piece)
}

function isVerifiedPasskey(piece: Evidence): boolean {
  return piece.method === 'PASSKEY' && piece.userVerified === true
}

/** For a network that does not accept a passkey alone: it counts as a second step only. */
export function withoutPasskeySignIn(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((piece) => (isVerifiedPasskey(piece) ? { method: 'PASSKEY', at: piece.at } : piece))
}

export function isSecondStep({ method }: Evidence): boolean {
  return secondSteps.has(method)
}
