import { limits } from '@twinlock/shared/limits'

const FIRST_DELAY_MS = 5_000

/**
 * When a password may be tried again: failures alone count, and each beyond the free ones doubles the wait.
 * @param failures the latest failures, newest first
 * @param free how many of them within the window cost nothing
 */
export function passwordRetryAt(failures: readonly Date[], free: number, now: Date): Date | null {
  const recent = failures.filter((at) => now.getTime() < at.getTime() + limits.passwordWindow)
  const newest = recent[0]
  if (!newest || recent.length <= free) return null
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (recent.length - free - 1), limits.passwordWindow)
  const retryAt = new Date(newest.getTime() + delay)
  return now < retryAt ? retryAt : null
}
