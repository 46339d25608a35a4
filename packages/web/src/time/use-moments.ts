import { DAY, MINUTE } from '@twinlock/shared/durations'
import { useMemo } from 'react'
import { localeOf } from '../texts/language'
import { useLanguage } from '../texts/use-texts'
import { serverNow } from './server-clock'

export type Moments = {
  /** With weekday, time and zone: "Tue 14 May, 17:00 CEST". */
  full(iso: string): string
  /** The same without the zone, for headings and rows; the exact moment stands in a tooltip. */
  plain(iso: string): string
  /** A day alone: "14 May 2024". */
  day(iso: string): string
  /** The time alone today, with its day otherwise: "14:32". */
  soon(iso: string): string
  /** As near as people speak of it, for columns and chips: "Tomorrow 14:46", "3 h ago", "27 Nov". */
  near(iso: string): string
}

/** Writes moments as people of this language and region do. Takes RFC 3339 texts. */
export function useMoments(): Moments {
  const language = useLanguage()
  return useMemo(() => {
    const locale = localeOf(language)
    const clock = { hour: '2-digit', minute: '2-digit' } as const
    const dated = { ...clock, weekday: 'short', day: 'numeric', month: 'short' } as const
    const full = new Intl.DateTimeFormat(locale, { ...dated, timeZoneName: 'short' })
    const plain = new Intl.DateTimeFormat(locale, dated)
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
    const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
    const weekday = new Intl.DateTimeFormat(locale, { ...clock, weekday: 'short' })
    // The narrow style is good English only: "-2 min" in French, and "vor 2 m", the sign of meters, in German.
    const style = language === 'en' ? 'narrow' : 'short'
    const distance = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style })
    const near = (iso: string) => {
      const at = new Date(iso)
      const now = new Date(serverNow())
      const minutes = Math.round((now.getTime() - at.getTime()) / MINUTE)
      const days = daysBetween(at, now)
      if (at <= now) {
        if (minutes < 1) return distance.format(0, 'second')
        if (minutes < 60) return distance.format(-minutes, 'minute')
        if (minutes < 24 * 60) return distance.format(-Math.floor(minutes / 60), 'hour')
        if (days < 7) return distance.format(-days, 'day')
      } else {
        if (days > -2) return `${distance.format(-days, 'day')} ${time.format(at)}`
        if (days > -7) return weekday.format(at)
      }
      return (at.getFullYear() === now.getFullYear() ? dayOfYear : day).format(at)
    }
    const time = new Intl.DateTimeFormat(locale, clock)
    return {
      full: (iso) => full.format(new Date(iso)),
      plain: (iso) => plain.format(new Date(iso)),
      day: (iso) => day.format(new Date(iso)),
      soon: (iso) => (isToday(iso) ? time : full).format(new Date(iso)),
      near: (iso) => withCapital(near(iso), locale),
    }
  }, [language])
}

function isToday(iso: string): boolean {
  return new Date(iso).toDateString() === new Date(serverNow()).toDateString()
}

/** Midnights between two moments, on the reader's clock; a day of 23 or 25 hours counts as one. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
  return Math.round((midnight(to) - midnight(from)) / DAY)
}

function withCapital(text: string, locale: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}

/** The viewer's zone: in mails it stands beside UTC. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
