import { limits } from '@twinlock/shared/limits'

export const FIRST_DELAY_MS = 5_000

/** A password attempt: reserved before it is verified, and removed if it was correct. */
export interface PasswordGuess {
  at: Date
  /** The account, as a hash. */
  who: string
}

/** The number of failures without a delay. */
export interface GuessLimit {
  /** Failures for this account only; null: for any account. */
  who: string | null
  free: number
}

/**
 * When a password may be tried again: only failures count, and each beyond the free ones doubles the delay.
 * @param guesses the latest ones, in any order
 * @returns null when it may be tried now
 */
export function passwordRetryAt(
  guesses: readonly PasswordGuess[],
  guessLimits: readonly GuessLimit[],
  now: Date,
): Date | null {
  const waits = guessLimits.flatMap(({ who, free }) => {
    const recent = guesses
      .filter((guess) => who === null || guess.who === who)
      .map(({ at }) => at.getTime())
      .filter((at) => now.getTime() < at + limits.passwordWindow)
    if (recent.length <= free) return []
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (recent.length - free - 1), limits.passwordWindow)
    const retryAt = Math.max(...recent) + delay
    return now.getTime() < retryAt ? [retryAt] : []
  })
  return waits.length > 0 ? new Date(Math.max(...waits)) : null
}
