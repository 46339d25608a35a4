import type { Catalogs } from '@twinlock/shared/generated/catalogs'

const DAY = 24

/** Whole days from two days on, hours otherwise. */
export function durationOf(hours: number, t: Catalogs['security']['planner']): string {
  return hours % DAY === 0 && hours > DAY ? t.days({ count: hours / DAY }) : t.hours({ count: hours })
}

/** How long a sign-in counts in a network, in all and without a visit. */
export function sessionLimitOf(limit: { hours: number; idleHours: number }, t: Catalogs['security']): string {
  return t.settings.sessionsOn({
    total: durationOf(limit.hours, t.planner),
    idle: durationOf(limit.idleHours, t.planner),
  })
}
