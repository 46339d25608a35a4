import { limits } from '@twinlock/shared/limits'

/** A code sent by text message or email. */
export interface SentCode {
  sentAt: Date
  expiresAt: Date
  /** When it was used. */
  spentAt?: Date
}

/** A code expires at `expiresAt` itself. */
export function isLive(code: SentCode, now: Date): boolean {
  return now < code.expiresAt
}

export function resendAvailableAt(code: SentCode): Date {
  return new Date(code.sentAt.getTime() + limits.resendCooldown)
}

/** A resend sends the same live code; after it expired or was used, a new one. Sooner than the cooldown nothing is sent. */
export function decideResend(
  code: SentCode | null,
  now: Date,
): { kind: 'new' } | { kind: 'same' } | { kind: 'too-soon'; retryAt: Date } {
  if (!code || code.spentAt) return { kind: 'new' }
  const retryAt = resendAvailableAt(code)
  if (now < retryAt) return { kind: 'too-soon', retryAt }
  return isLive(code, now) ? { kind: 'same' } : { kind: 'new' }
}
