const DAY = 86_400_000

/** Entries of a log from before that are gone, whether or not they were cleared away; null: the log is kept for good. */
export function logSince(days: number | null | undefined, now: Date): Date | null {
  return days == null ? null : new Date(now.getTime() - days * DAY)
}
