import { GraphQLError } from 'graphql'

/** A write this recent may still be followed by one that another server dates earlier. */
export const SETTLED_AFTER_MS = 5_000

export const PAGE_SIZES = { min: 1, max: 200, usual: 50 }

/** A page from query results with one extra row, which shows whether there is a next page. */
export interface Page<T> {
  items: T[]
  hasNextPage: boolean
}

export function pageOf<T>(found: readonly T[], size: number): Page<T> {
  return { items: found.slice(0, size), hasNextPage: found.length > size }
}

/** @throws GraphQLError BAD_USER_INPUT outside 1..200, or up to the field's own maximum */
export function pageSizeOf(first: number, max = PAGE_SIZES.max): number {
  const problem = pageSizeProblem(first, max)
  if (problem) throw badInput(problem)
  return first
}

/** @returns what is wrong with the page size; null when it is valid */
export function pageSizeProblem(first: number, max = PAGE_SIZES.max): string | null {
  return first >= PAGE_SIZES.min && first <= max ? null : `Ask for ${PAGE_SIZES.min} to ${max} at once.`
}

/** An opaque cursor: the keys that the list is ordered by. */
export function cursorOf(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** @throws GraphQLError BAD_USER_INPUT for a string that is not a cursor of so many keys */
export function keysIn(cursor: string, count: number): string[] {
  const keys = parsed(Buffer.from(cursor, 'base64url').toString())
  if (Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string')) return keys
  throw noCursor()
}

/** The cursor of a list ordered by time and id. @throws GraphQLError BAD_USER_INPUT for any other string */
export function momentIn(cursor: string): { at: Date; id: string } {
  const [time = '', id = ''] = keysIn(cursor, 2)
  const at = new Date(time)
  if (Number.isNaN(at.getTime())) throw noCursor()
  return { at, id }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function noCursor(): GraphQLError {
  return badInput('That is no cursor of this list.')
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
