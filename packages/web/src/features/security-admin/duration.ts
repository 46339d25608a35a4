import { durationText } from '@twinlock/shared/duration-text'
import type { Catalogs } from '@twinlock/shared/generated/catalogs'

/** How long a sign-in counts in a network, in all and without a visit. */
export function sessionLimitOf(limit: { hours: number; idleHours: number }, t: Catalogs['security']): string {
  return t.settings.sessionsOn({
    total: durationText(limit.hours, t.planner),
    idle: durationText(limit.idleHours, t.planner),
  })
}
