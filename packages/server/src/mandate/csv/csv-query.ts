import { factorMethods, roles, twoFactorStandings } from '@twinlock/shared/vocabulary'
import type { AuditSearch } from '../../audit/audit.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { LONGEST_SEARCH, MOST_TYPES } from '../audit-log/audit-log.types.js'
import { CHOSEN_AT_ONCE } from '../members/chosen-members.service.js'
import { type MemberQuery, memberQuery } from '../members/member-query.js'
import { CoveragePartEnum, MemberOrderEnum } from '../members/members.types.js'

/** What follows the question mark of an address; each value once. */
export type QueryParameters = Record<string, unknown>

/**
 * The members that the page shows, or that an Admin selected there (`members`, without the network before the colon).
 * @returns null for an unknown filter or order, and for too many selected members
 */
export function membersFromQuery(network: NetworkDocument, asked: QueryParameters, now: Date): MemberQuery | null {
  const { search = '', members = null, ...rest } = asked
  const role = oneOf(roles, rest.role)
  const method = oneOf(factorMethods, rest.method)
  const standing = oneOf(twoFactorStandings, rest.standing)
  const part = oneOf(partNames, rest.part)
  const signedInFrom = momentOf(rest.signedInFrom)
  const signedInBefore = momentOf(rest.signedInBefore)
  const hasSignedIn = oneOf(['true', 'false'], rest.hasSignedIn)
  const order = oneOf(Object.values(MemberOrderEnum), rest.order ?? 'NAME')
  if (role === undefined || method === undefined || standing === undefined || part === undefined || !order) return null
  if (signedInFrom === undefined || signedInBefore === undefined || hasSignedIn === undefined) return null
  if (typeof search !== 'string' || (members !== null && typeof members !== 'string')) return null
  const signIns = { signedInFrom, signedInBefore, hasSignedIn: hasSignedIn && hasSignedIn === 'true' }
  const filter = { search, role, method, standing, part: part && CoveragePartEnum[part], ...signIns }
  const query = memberQuery(network, filter, order, null, now)
  if (members === null) return query
  const ids = members.split(',').map((accountId) => `${network._id}:${accountId}`)
  return ids.length > CHOSEN_AT_ONCE ? null : { ...query, filter: { ...query.filter, _id: { $in: ids } } }
}

const partNames = Object.keys(CoveragePartEnum) as (keyof typeof CoveragePartEnum)[]

/** Null where nothing is asked; undefined where it is none of these. */
function oneOf<T extends string>(values: readonly T[], asked: unknown): T | null | undefined {
  return asked === undefined ? null : values.find((value) => value === asked)
}

/** As `oneOf`, of moments. */
export function momentOf(asked: unknown): Date | null | undefined {
  if (asked === undefined) return null
  const at = new Date(typeof asked === 'string' ? asked : Number.NaN)
  return Number.isNaN(at.getTime()) ? undefined : at
}

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
