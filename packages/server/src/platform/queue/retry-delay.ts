import { SECOND } from '@twinlock/shared/durations'

const firstDelay = 5 * SECOND
/** Sixteen attempts span about two days; later than that, a message is of no use to its recipient. */
export const mostAttempts = 16

/**
 * When to try again: 5 s, 10 s, 20 s … up to a day, with jitter.
 * @param attempts attempts made, at least 1
 * @param random from 0 to 1
 * @returns milliseconds; null when that was the last attempt
 */
export function retryDelay(attempts: number, random: number): number | null {
  return attempts < mostAttempts ? withJitter(firstDelay * 2 ** (attempts - 1), random) : null
}

/** A delay made up to a fifth shorter or longer, so that what failed together does not come back together. */
export function withJitter(delayMs: number, random: number): number {
  return Math.round(delayMs * (0.8 + 0.4 * random))
}
