import { limits } from '@twinlock/shared/limits'
import { ownPathOf } from '@twinlock/shared/own-path'
import { recall, remember } from './remembered'

/** Where the person was going before they had to sign in: the `next` of the address, if it is a place of this app. */
export function returnPath(search: string, otherwise = '/networks'): string {
  const next = new URLSearchParams(search).get('next')
  // An address of another site must not be reachable by a link to our sign-in page.
  return ownPathOf(next, window.location.origin) ?? otherwise
}

/** `path` with the return path of this address. */
export function withReturnPath(path: string, search: string): string {
  return withQuery(path, { next: new URLSearchParams(search).get('next') })
}

/** The history state of someone who has just signed in: where there is one network alone, the list of them is skipped. */
export const ARRIVING = { isArriving: true } as const

/** Adds a query to a path; entries that are null are left out. */
export function withQuery(path: string, query: Record<string, string | boolean | null | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  if (given.length === 0) return path
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(given)}`
}

/** The set-up of a second step, and back to a place of this app. */
export const setUpPath = (next: string): string => withQuery('/account/two-factor/set-up', { next })

const STORAGE_KEY = 'twinlock.destination'

/**
 * Remembers where a sign-in was going while the person is away from it: a mailed link opens in a new tab, without
 * the address of the one that requested it. Stored for as long as that link works.
 */
export function rememberReturnPath(search: string): void {
  remember(STORAGE_KEY, new URLSearchParams(search).get('next'), limits.resetLinkLifetime)
}

/** The `?next=` of a remembered destination, or nothing. */
export const rememberedReturnPath = (): string => withQuery('', { next: recall(STORAGE_KEY) })
