const firstDelay = 5_000
/** The delay before the 17th would pass a day: after about two days nobody waits for the message any more. */
export const mostAttempts = 16

/**
 * When to try again: 5 s, 10 s, 20 s … up to a day, each a fifth shorter or longer so that what failed together does
 * not come back together.
 * @param attempts attempts made, at least 1
 * @param random from 0 to 1
 * @returns milliseconds; null when that was the last attempt
 */
export function retryDelay(attempts: number, random: number): number | null {
  if (attempts >= mostAttempts) return null
  return Math.round(firstDelay * 2 ** (attempts - 1) * (0.8 + 0.4 * random))
}
