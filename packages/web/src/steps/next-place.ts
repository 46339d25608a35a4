import { ownPathOf } from '@twinlock/shared/own-path'

/** Where the person was going before they had to sign in: the `next` of the address, if it is a place of this app. */
export function nextPlace(search: string, otherwise = '/networks'): string {
  const next = new URLSearchParams(search).get('next')
  // An address of another site must not be reachable by a link to our sign-in page.
  return ownPathOf(next, window.location.origin) ?? otherwise
}

/** `path` with the next page in its address. */
export function keepingNext(path: string, search: string): string {
  const next = new URLSearchParams(search).get('next')
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}

/** The history state of someone who has just signed in: where there is one network alone, the list of them is skipped. */
export const ARRIVING = { isArriving: true } as const
