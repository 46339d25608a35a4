import type { AuditEventDocument } from '../../audit/audit-event.model.js'
import type { NetworkEvent } from '../../events/event.types.js'
import { wordsOf } from './audit-texts.js'

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

const told = new Set(['id', 'at', 'type', 'networkId', 'networkName', 'actor', 'origin', 'accountId', 'email'])
const kinds = { person: 'PERSON', key: 'API_KEY', system: 'SYSTEM' } as const

/** @param product what the operator calls this installation, which acts where no person does */
export function auditFactsOf({ event }: AuditEventDocument, product: string): AuditFacts {
  const networkEvent = event as NetworkEvent
  const { id, at, type, actor, origin } = networkEvent
  return {
    id,
    at,
    type,
    actorKind: kinds[actor.kind],
    actor: actor.kind === 'system' ? product : actor.name,
    whom: 'email' in networkEvent ? (networkEvent.email ?? null) : null,
    address: origin?.address ?? null,
    device: origin?.device ?? null,
    words: wordsOf(networkEvent),
    details: Object.entries(networkEvent).flatMap(([name, value]) =>
      told.has(name) || value === null || value === undefined ? [] : [{ name, value: textOf(value) }],
    ),
  }
}

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
