import { useEffect, useRef, useState } from 'react'

/** How far this device's clock is behind the server's, in milliseconds; learned from each answer's Date header. */
let offset = 0

/**
 * The server's time. Deadlines and countdowns are the server's, and a user locked out by a wrong clock is exactly
 * the person who must see them right.
 */
export const serverNow = (): number => Date.now() + offset

/** @param header RFC 9110 date, in whole seconds: a difference below two seconds says nothing. */
export function learnServerTime(header: string | null): void {
  const at = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(at)) return
  const difference = at - Date.now()
  offset = Math.abs(difference) < 2_000 ? 0 : difference
}

/** The server's time, again every `everyMs` while `isRunning`. */
export function useServerNow(everyMs: number, isRunning = true): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (!isRunning) return
    setNow(serverNow())
    const ticker = setInterval(() => setNow(serverNow()), everyMs)
    return () => clearInterval(ticker)
  }, [everyMs, isRunning])
  return now
}

const LOOK_AGAIN = 3_000

/**
 * Looks again at a deadline, and then every few seconds until it is no longer there: this clock may be a little ahead of
 * the server's.
 */
export function useAtDeadline(deadline: string | null, look: () => void) {
  const end = deadline === null ? null : Date.parse(deadline)
  const now = useServerNow(1_000, end !== null)
  const looks = end !== null && now >= end ? Math.floor((now - end) / LOOK_AGAIN) : -1
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  useEffect(() => {
    if (looks >= 0) latest.current()
  }, [looks])
}
