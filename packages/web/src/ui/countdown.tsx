import { MINUTE } from '@twinlock/shared/durations'
import type { Catalogs } from '@twinlock/shared/generated/catalogs'
import { useEffect, useRef } from 'react'
import { useTexts } from '../texts/use-texts'
import { useServerNow } from '../time/server-clock'
import { announce } from './toast'

const announcedMinutes = [60, 10, 5, 1]

type Props = { until: string; onEnd?: () => void }

/** The time that is left. Silent as it ticks, said aloud when 60, 10, 5 and 1 minutes are left. */
export function Countdown({ until, onEnd }: Props) {
  const t = useTexts('common').time
  const end = Date.parse(until)
  const left = Math.max(0, end - useServerNow(1_000))
  const before = useRef(left)
  const hasEnded = useRef(false)
  useEffect(() => {
    const crossed = announcedMinutes.find((minutes) => before.current > minutes * MINUTE && left <= minutes * MINUTE)
    if (crossed !== undefined && left > 0) announce(t.minutesLeft({ minutes: crossed }))
    before.current = left
    // Once for each end; also when it was over before it was first shown, as after a night with the lid closed.
    if (left === 0 && !hasEnded.current) onEnd?.()
    hasEnded.current = left === 0
  }, [left, onEnd, t])
  return (
    <span role="timer" aria-live="off" className="tabular-nums">
      {written(left, t)}
    </span>
  )
}

function written(left: number, t: Catalogs['common']['time']) {
  const minutes = Math.floor(left / MINUTE)
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return t.daysHours({ days: Math.floor(hours / 24), hours: hours % 24 })
  if (hours >= 1) return t.hoursMinutes({ hours, minutes: minutes % 60 })
  return `${minutes}:${String(Math.floor((left % MINUTE) / 1_000)).padStart(2, '0')}`
}
