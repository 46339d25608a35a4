import { HOUR } from '@twinlock/shared/durations'

/** How long a sign-in is valid in a network: in total and without a request, in whole hours. */
export interface SessionLimit {
  hours: number
  idleHours: number
}

/** A period without a request, in whole hours, and when it ended. */
export interface Pause {
  hours: number
  until: Date
}

/** How a session was used, for idle limits. */
export interface SessionUse {
  lastSeenAt: Date
  /** Absent: none that counts. */
  pauses?: readonly Pause[]
}

/**
 * Whether evidence from `provedAt` has expired under the network's limit; it expires at the limit's own millisecond.
 * @param since when the person proved it, if that was earlier at their provider: the total limit counts from then
 */
export function isExpired(
  limit: SessionLimit,
  { provedAt, since = provedAt }: { provedAt: Date; since?: Date },
  { lastSeenAt, pauses = [] }: SessionUse,
  now: Date,
): boolean {
  const unusedSince = Math.max(lastSeenAt.getTime(), provedAt.getTime())
  return (
    now.getTime() - since.getTime() >= limit.hours * HOUR ||
    now.getTime() - unusedSince >= limit.idleHours * HOUR ||
    pauses.some(({ hours, until }) => until > provedAt && hours >= limit.idleHours)
  )
}

/**
 * A request to one network must not hide the pause before it from another. Only pauses that can still matter are stored:
 * an hour or longer, and longer than every later one.
 */
export function pausesAt(now: Date, { lastSeenAt, pauses = [] }: SessionUse): Pause[] {
  const hours = Math.floor((now.getTime() - lastSeenAt.getTime()) / HOUR)
  return hours < 1 ? [...pauses] : [...pauses.filter((pause) => pause.hours > hours), { hours, until: now }]
}
