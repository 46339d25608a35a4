import { HOUR, MINUTE, SECOND } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { withJitter } from '../platform/queue/retry-delay.js'

/** After the first try, the second, and so on; the last is repeated. */
const DELAYS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR]

/**
 * When a delivery is tried again, with jitter.
 * @param attempts tries made, at least 1
 * @param random from 0 to 1
 * @param retryAfterMs how long the receiver asks to wait; honoured within the day
 * @returns null after a day of tries
 */
export function nextTryAt(
  attempts: number,
  firstTriedAt: Date,
  now: Date,
  random: number,
  retryAfterMs = 0,
): Date | null {
  const delay = DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? HOUR
  const planned = now.getTime() + withJitter(delay, random)
  const end = firstTriedAt.getTime() + limits.webhook.retriedFor
  if (planned > end) return null
  return new Date(Math.min(end, Math.max(planned, now.getTime() + retryAfterMs)))
}
