/** Whose traces are made nameless. */
export interface Forgotten {
  accountId: string
  /** Every way in which an address of theirs may be written. */
  emails: readonly string[]
}

/** Stands in the place of an account that was erased. */
export const ERASED = 'erased'

const ids = ['accountId', 'makerAccountId'] as const
const personal = new Set(['name', 'makerName', 'email', 'emailKey', 'nameKey', 'subject'])

/**
 * A copy of a stored document that still says what happened, and no longer to whom or by whom. Where the person acted,
 * the address and the browser they acted from go too.
 */
export function forgetPerson<T>(value: T, person: Forgotten): T {
  return walk(value, person) as T
}

function walk(value: unknown, person: Forgotten): unknown {
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

function withoutTraces(text: string, { accountId, emails }: Forgotten): string {
  return emails.reduce(
    (rest, email) => (email ? replaceEvery(rest, email, '') : rest),
    text.replaceAll(accountId, ERASED),
  )
}

function replaceEvery(text: string, wanted: string, by: string): string {
  const at = text.toLowerCase().indexOf(wanted.toLowerCase())
  return at < 0 ? text : text.slice(0, at) + by + replaceEvery(text.slice(at + wanted.length), wanted, by)
}

/** Dates and binary values of the database are no records. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
