/** The person whose traces are anonymized. */
export interface ErasedIdentity {
  accountId: string
  /** Every spelling of their addresses. */
  emails: readonly string[]
}

/** Replaces the id of an erased account. */
export const ERASED = 'erased'

const ids = ['accountId', 'makerAccountId'] as const
const personal = new Set(['name', 'makerName', 'email', 'emailKey', 'nameKey', 'subject'])

/**
 * A copy of a stored document without the person's id, name and addresses. If the person was the actor, their IP address
 * and browser are removed too.
 */
export function forgetPerson<T>(value: T, person: ErasedIdentity): T {
  return walk(value, person) as T
}

function walk(value: unknown, person: ErasedIdentity): unknown {
  if (typeof value === 'string') return withoutTraces(value, person)
  if (Array.isArray(value)) return value.map((item) => walk(item, person))
  if (!isRecord(value)) return value
  const isAbout = ids.some((key) => value[key] === person.accountId)
  const isByThem = isRecord(value.actor) ? value.actor.accountId === person.accountId : isAbout
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      if (isAbout && personal.has(key) && typeof field === 'string') return [key, '']
      if (isByThem && key === 'origin') return [key, null]
      return [key, walk(field, person)]
    }),
  )
}

function withoutTraces(text: string, { accountId, emails }: ErasedIdentity): string {
  return emails.reduce(
    (rest, email) => (email ? rest.replace(new RegExp(addressPattern(email), 'giu'), '') : rest),
    text.replaceAll(accountId, ERASED),
  )
}

/** A regular expression that finds this address, and not its letters at the end of a longer one: ann@x has n@x in it. */
export function addressPattern(email: string): string {
  const literal = email.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return `(?<![\\p{L}\\p{N}.!#$%&'*+/=?^_{|}~-])${literal}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`
}

/** Dates and binary values of the database are not records. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
