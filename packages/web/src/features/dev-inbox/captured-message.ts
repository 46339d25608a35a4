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

export type Inbox = { kind: 'off' } | { kind: 'unreachable' } | { kind: 'open'; messages: readonly CapturedMessage[] }

/** Newest first; "off" where messages are not captured at all. */
export async function readInbox(signal: AbortSignal): Promise<Inbox> {
  try {
    const answer = await fetch('/dev/inbox.json', { signal, headers: { accept: 'application/json' } })
    if (answer.status === 404) return { kind: 'off' }
    if (!answer.ok) return { kind: 'unreachable' }
    return { kind: 'open', messages: (await answer.json()) as CapturedMessage[] }
  } catch {
    return { kind: 'unreachable' }
  }
}
