import { useEffect, useRef } from 'react'
import { useServerNow } from './use-server-now'

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
