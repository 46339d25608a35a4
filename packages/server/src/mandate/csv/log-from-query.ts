import type { AuditSearch } from '../../audit/audit.store.js'
import { LONGEST_SEARCH, MOST_TYPES } from '../audit-log/audit-log.types.js'
import { momentOf, type QueryParameters } from './members-from-query.js'

export interface AskedLog {
  /** Null: every kind. */
  types: string[] | null
  search: AuditSearch
}

/** The part of the log that the page shows. @returns null for what is no moment, no text, or too much */
export function logFromQuery(asked: QueryParameters): AskedLog | null {
  const { types, person = '' } = asked
  const from = momentOf(asked.from)
  if (typeof person !== 'string' || person.length > LONGEST_SEARCH || from === undefined) return null
  if (types === undefined) return { types: null, search: { person: person.trim() || null, from } }
  const listed = typeof types === 'string' ? types.split(',') : []
  if (listed.length === 0 || listed.length > MOST_TYPES) return null
  return { types: listed, search: { person: person.trim() || null, from } }
}
