import { useEffect, useState } from 'react'

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

/** One captured message, as `/dev/inbox.json` lists them. */
export type CapturedMessage = {
  id: string
  channel: 'email' | 'sms'
  to: string
  subject: string | null
  text: string
  html: string | null
  sentAt: string
}

type Inbox = { kind: 'off' } | { kind: 'unreachable' } | { kind: 'open'; messages: readonly CapturedMessage[] }

/** Newest first; "off" where messages are not captured at all. */
async function readInbox(signal: AbortSignal): Promise<Inbox> {
  try {
    const answer = await fetch('/dev/inbox.json', { signal, headers: { accept: 'application/json' } })
    if (answer.status === 404) return { kind: 'off' }
    if (!answer.ok) return { kind: 'unreachable' }
    return { kind: 'open', messages: (await answer.json()) as CapturedMessage[] }
  } catch {
    return { kind: 'unreachable' }
  }
}
