import { formatLocaleOf, type Locale } from '@twinlock/shared/locales'
import { isTimeZone } from '../platform/clock/time-zone.js'

/** Moments as a person reads them: weekday, date, time and zone. */
export interface Moments {
  /** "Tue 14 May, 17:00 CEST". A zone that this machine does not know counts as UTC. */
  in(date: Date, timeZone: string): string
  /** The same with UTC beside it, because the zone is another person's: "Tue 14 May, 17:00 CEST (15:00 UTC)". */
  withUtc(date: Date, timeZone: string): string
  /** In the recipient's zone, or in UTC where that is not known. */
  own(date: Date): string
}

/** @param ownZone the recipient's IANA time zone */
export function momentsFor(locale: Locale, ownZone = 'UTC'): Moments {
  // British English writes the day before the month and the hours to 24, as most of its readers do.
  const tag = locale === 'en' ? 'en-GB' : formatLocaleOf(locale)
  const partsIn = (date: Date, timeZone: string) => {
    const zone = isTimeZone(timeZone) ? timeZone : 'UTC'
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(tag, { timeZone: zone, ...options }).format(date)
    const day = format({ weekday: 'short', day: 'numeric', month: 'short' })
    const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    return { day: locale === 'en' ? day.replace(',', '') : day, time: `${time} ${zoneName(date, zone, tag)}` }
  }
  const joined = ({ day, time }: { day: string; time: string }) =>
    locale === 'ja' ? `${day} ${time}` : `${day}, ${time}`
  return {
    in: (date, timeZone) => joined(partsIn(date, timeZone)),
    withUtc(date, timeZone) {
      const there = partsIn(date, timeZone)
      const utc = partsIn(date, 'UTC')
      if (joined(there) === joined(utc)) return joined(utc)
      return `${joined(there)} (${there.day === utc.day ? utc.time : joined(utc)})`
    },
    own: (date) => joined(partsIn(date, ownZone)),
  }
}

/** British English knows the names of Europe's zones, American English those of America's; others are GMT offsets. */
function zoneName(date: Date, timeZone: string, tag: string): string {
  const nameIn = (locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
      .formatToParts(date)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  const own = nameIn(tag)
  return tag === 'en-GB' && own.startsWith('GMT') ? nameIn('en-US') : own
}
