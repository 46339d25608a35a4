import type { Locale } from '@twinlock/shared/locales'
import type { KeyRing } from '../platform/crypto/key-ring.js'

/** What of a message is nobody's business: whom it goes to, and what it says. */
export interface MessageBody {
  to: string
  props: object
  locale?: Locale | undefined
}

export function sealBody(keyRing: KeyRing, id: string, { to, props, locale }: MessageBody): Promise<string> {
  return keyRing.seal(JSON.stringify({ to, locale, props: withTaggedDates(props) }), contextOf(id))
}

/** @throws SealBrokenError when the key is gone, or the body is another message's. */
export async function openBody(keyRing: KeyRing, id: string, sealed: string): Promise<MessageBody> {
  return JSON.parse(await keyRing.open(sealed, contextOf(id)), reviveDate) as MessageBody
}

export const contextOf = (id: string) => ({ owner: id, purpose: 'outbox' })

/** JSON has no dates: they travel as `{"$date": "…"}`. Top level and lists of plain values are all that props have. */
function withTaggedDates(props: object): object {
  return Object.fromEntries(
    Object.entries(props).map(([name, value]) => [
      name,
      value instanceof Date ? { $date: value.toISOString() } : value,
    ]),
  )
}

function reviveDate(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$date' in value)) return value
  return typeof value.$date === 'string' ? new Date(value.$date) : value
}
