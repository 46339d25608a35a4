const HOUR = 3_600_000

/** For how long a network lets a sign-in count, in all and without a request; in whole hours. */
export interface SessionLimit {
  hours: number
  idleHours: number
}

/** A time without a request, in whole hours, and when it ended. */
export interface Pause {
  hours: number
  until: Date
}

/** How a session was used, as far as a network may ask. */
export interface SessionUse {
  lastSeenAt: Date
  /** Absent: none that matters. */
  pauses?: readonly Pause[]
}

/**
 * Whether what was proved at `provedAt` no longer counts for the network; at the limit's own millisecond it does not.
 * @param since when the person proved it, where that was elsewhere and earlier: the limit in all counts from then
 */
export function isWornOut(
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
 * A request after a pause must not hide it from the network that is asked next. Kept is what can still matter: pauses of
 * an hour or more, without those that a later one is as long as, so that there are few.
 */
export function pausesAt(now: Date, { lastSeenAt, pauses = [] }: SessionUse): Pause[] {
  const hours = Math.floor((now.getTime() - lastSeenAt.getTime()) / HOUR)
  return hours < 1 ? [...pauses] : [...pauses.filter((pause) => pause.hours > hours), { hours, until: now }]
}
