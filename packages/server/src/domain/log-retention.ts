import { DAY } from '@twinlock/shared/durations'

/** Older entries count as deleted, even before the cleanup; null: the log is retained forever. */
export function logSince(days: number | null | undefined, now: Date): Date | null {
  return days == null ? null : new Date(now.getTime() - days * DAY)
}
