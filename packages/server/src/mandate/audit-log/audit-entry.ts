import { auditEventText } from '@twinlock/shared/audit-event-text'
import type { Locale } from '@twinlock/shared/locales'
import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import type { AuditEventDocument } from '../../audit/audit-event.model.js'
import type { NetworkEvent } from '../../events/event.types.js'

/** One event of a network's log: actor, action, member, time and origin. */
export interface AuditFacts {
  id: string
  at: Date
  type: string
  actorKind: 'PERSON' | 'API_KEY' | 'SYSTEM'
  actor: string
  whom: string | null
  address: string | null
  device: string | null
  words: string
  /** The event's other fields, under their own names. */
  details: { name: string; value: string }[]
}

/** What every event has, and what has a column of its own. */
const notDetails = new Set(['id', 'at', 'type', 'networkId', 'networkName', 'actor', 'origin', 'accountId', 'email'])
const kinds = { person: 'PERSON', key: 'API_KEY', system: 'SYSTEM' } as const

/** What the compiler asks of `locales/en/audit-events.json`: a sentence for each type, of facts that its event has. */
type Sentences = {
  [Type in NetworkEvent['type']]:
    | string
    | ((facts: Record<keyof Extract<NetworkEvent, { type: Type }>, never>) => string)
}

export interface AuditReader {
  locale: Locale
  texts: MessageTexts['auditEvents']
  /** What the operator calls this installation, which acts where no person does. */
  product: string
}

export function auditFactsOf({ event }: AuditEventDocument, { locale, texts, product }: AuditReader): AuditFacts {
  const networkEvent = event as NetworkEvent
  const { id, at, type, actor, origin } = networkEvent
  const whom = 'email' in networkEvent ? (networkEvent.email ?? null) : null
  const details = Object.entries(networkEvent).flatMap(([name, value]) =>
    notDetails.has(name) || value === null || value === undefined ? [] : [{ name, value: textOf(value) }],
  )
  texts.events satisfies Sentences
  return {
    id,
    at,
    type,
    actorKind: kinds[actor.kind],
    actor: actor.kind === 'system' ? product : actor.name,
    whom,
    address: origin?.address ?? null,
    device: origin?.device ?? null,
    words: auditEventText({ type, whom, details }, { locale, texts, moment: inUtc }) ?? type,
    details,
  }
}

function inUtc(moment: string): string {
  return `${moment.slice(0, 16).replace('T', ' ')} UTC`
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
