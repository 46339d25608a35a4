import { useEffect, useState } from 'react'
import { type Inbox, readInbox } from './captured-message'

const REFRESH_EVERY = 1_500

/** The captured messages, read again and again while the page is looked at; null before the first answer. */
export function useInbox(): Inbox | null {
  const [inbox, setInbox] = useState<Inbox | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const read = async () => {
      if (document.hidden) return
      const next = await readInbox(stop.signal)
      if (!stop.signal.aborted) setInbox((known) => (isSame(known, next) ? known : next))
    }
    void read()
    const timer = setInterval(() => void read(), REFRESH_EVERY)
    return () => {
      clearInterval(timer)
      stop.abort()
    }
  }, [])
  return inbox
}

/** Nothing new keeps the old list, so that a message being read is not redrawn. */
const isSame = (known: Inbox | null, next: Inbox): boolean =>
  known?.kind === next.kind &&
  (known.kind !== 'open' ||
    next.kind !== 'open' ||
    known.messages.map((m) => m.id).join() === next.messages.map((m) => m.id).join())
