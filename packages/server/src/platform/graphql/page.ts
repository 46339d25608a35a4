import { GraphQLError } from 'graphql'

export const PAGE_SIZES = { min: 1, max: 200, usual: 50 }

/** A page as a query gives it: it asked for one more than it was to return, which tells whether more follows. */
export interface Page<T> {
  items: T[]
  hasNextPage: boolean
}

export function pageOf<T>(found: readonly T[], size: number): Page<T> {
  return { items: found.slice(0, size), hasNextPage: found.length > size }
}

/** @throws GraphQLError BAD_USER_INPUT outside 1..200 */
export function pageSizeOf(first: number): number {
  if (first >= PAGE_SIZES.min && first <= PAGE_SIZES.max) return first
  throw badInput(`Ask for ${PAGE_SIZES.min} to ${PAGE_SIZES.max} at once.`)
}

/** An opaque place in a list: the keys it is ordered by. */
export function cursorOf(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** @throws GraphQLError BAD_USER_INPUT for a text that is no cursor of so many keys */
export function keysIn(cursor: string, count: number): string[] {
  const keys = parsed(Buffer.from(cursor, 'base64url').toString())
  if (Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string')) return keys
  throw badInput('That is no cursor of this list.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
