import { useMemo } from 'react'
import { localeOf } from '../texts/language'
import { useLanguage } from '../texts/use-texts'
import { serverNow } from './server-clock'

export type Moments = {
  /** With weekday, time and zone: "Tue 14 May, 17:00 CEST". */
  full(iso: string): string
  /** A day alone: "14 May 2024". */
  day(iso: string): string
  /** The time alone today, with its day otherwise: "14:32". */
  soon(iso: string): string
  /** For columns: the time alone today, the day alone otherwise. */
  brief(iso: string): string
}

/** Writes moments as people of this language and region do. Takes RFC 3339 texts. */
export function useMoments(): Moments {
  const language = useLanguage()
  return useMemo(() => {
    const locale = localeOf(language)
    const clock = { hour: '2-digit', minute: '2-digit' } as const
    const full = new Intl.DateTimeFormat(locale, {
      ...clock,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZoneName: 'short',
    })
    const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
    const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
    const time = new Intl.DateTimeFormat(locale, clock)
    return {
      full: (iso) => full.format(new Date(iso)),
      day: (iso) => day.format(new Date(iso)),
      soon: (iso) => (isToday(iso) ? time : full).format(new Date(iso)),
      brief: (iso) => (isToday(iso) ? time : dayOfYear).format(new Date(iso)),
    }
  }, [language])
}

function isToday(iso: string): boolean {
  return new Date(iso).toDateString() === new Date(serverNow()).toDateString()
}
