import { useEffect, useState } from 'react'
import { serverNow } from './server-clock'

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
