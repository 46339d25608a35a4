/**
 * A moment as a person reads it: weekday, date, time and zone, "Tue 14 May, 17:00 CEST".
 * @param timeZone IANA name; one that this machine does not know counts as UTC.
 */
export function momentIn(date: Date, timeZone: string): string {
  const zone = isKnown(timeZone) ? timeZone : 'UTC'
  return `${day(date, zone)}, ${time(date, zone)} ${zoneName(date, zone)}`
}

/** The same with UTC beside it, because nobody knows the recipient's zone: "Tue 14 May, 17:00 CEST (15:00 UTC)". */
export function momentWithUtc(date: Date, timeZone: string): string {
  const there = momentIn(date, timeZone)
  const utc = momentInUtc(date)
  if (there === utc) return utc
  const [utcDay = '', utcTime = ''] = utc.split(', ')
  return there.startsWith(utcDay) ? `${there} (${utcTime})` : `${there} (${utc})`
}

export const momentInUtc = (date: Date): string => momentIn(date, 'UTC')

function day(date: Date, timeZone: string): string {
  return formatter(timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).format(date).replace(',', '')
}

function time(date: Date, timeZone: string): string {
  return formatter(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date)
}

/** British English knows the names of Europe's zones, American English those of America's; others are GMT offsets. */
function zoneName(date: Date, timeZone: string): string {
  const nameIn = (locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
      .formatToParts(date)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  const british = nameIn('en-GB')
  return british.startsWith('GMT') ? nameIn('en-US') : british
}

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone, ...options })
}

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
