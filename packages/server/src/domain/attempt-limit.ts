import { limits } from '@twinlock/shared/limits'
import type { AttemptRemedy } from '@twinlock/shared/vocabulary'

/**
 * Attempts at the second step of one account, across methods, sign-ins, set-ups and addresses. An attempt reserves its
 * slot before it is verified; a success resets the row, and returns only its own slot of the ninety days.
 */
export interface AttemptState {
  /** Reserved since the last success. */
  inARow: number
  lastGuessAt: Date | null
  /** The newest hundred, oldest first. */
  recent: readonly Guess[]
}

export interface Guess {
  id: string
  at: Date
  /** The public id of the sign-in, session, verification, set-up or change of address. */
  for?: string
}

export const noAttempts: AttemptState = { inARow: 0, lastGuessAt: null, recent: [] }

export interface TooManyGuesses {
  kind: 'too-many'
  retryAt: Date
  remedy: AttemptRemedy
}

/**
 * The same rule as the store's conditional update, to explain its refusal: after ten in a row even the right code is
 * refused for fifteen minutes; after a hundred in ninety days, until the password is reset by emailed link or the first
 * of them is ninety days old.
 */
export function checkAttempts(state: AttemptState, now: Date): { kind: 'open' } | TooManyGuesses {
  const oldest = state.recent[state.recent.length - limits.guessesInAll]
  if (oldest && now.getTime() < oldest.at.getTime() + limits.guessMemory)
    return { kind: 'too-many', retryAt: new Date(oldest.at.getTime() + limits.guessMemory), remedy: 'RESET_PASSWORD' }
  if (state.inARow < limits.guessesInARow || !state.lastGuessAt) return { kind: 'open' }
  const retryAt = new Date(state.lastGuessAt.getTime() + limits.guessLock)
  return now < retryAt ? { kind: 'too-many', retryAt, remedy: 'WAIT' } : { kind: 'open' }
}

/** The guesses at one sign-in, session, verification, set-up or change of address; it has five. */
export function guessesFor({ recent }: Pick<AttemptState, 'recent'>, id: string, since = new Date(0)): Guess[] {
  return recent.filter((guess) => guess.for === id && guess.at >= since)
}

/** A guess in a session counts for fifteen minutes, or until a right one follows it. */
export function guessesCountSince(lastProof: Date | null, now: Date): Date {
  const rested = now.getTime() - limits.guessLock + 1
  return new Date(Math.max(lastProof?.getTime() ?? rested, rested))
}

/** @param first when the first of a session's five was made */
export function guessesReturnAt(first: Date): Date {
  return new Date(first.getTime() + limits.guessLock)
}
