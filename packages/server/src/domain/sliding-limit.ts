/** At most `count` acts within any `windowMs` milliseconds. */
export interface SlidingLimit {
  count: number
  windowMs: number
}

/**
 * When the next act is allowed, exact to the millisecond.
 * @param acts the latest acts, newest first (as many as the largest limit)
 * @returns null when it is allowed now
 */
export function retryAtOf(acts: readonly Date[], limits: readonly SlidingLimit[], now: Date): Date | null {
  const waits = limits.flatMap(({ count, windowMs }) => {
    const oldest = acts[count - 1]
    const free = oldest ? oldest.getTime() + windowMs : 0
    return free > now.getTime() ? [free] : []
  })
  return waits.length > 0 ? new Date(Math.max(...waits)) : null
}
