/** Where the person was going before they had to sign in: the `next` of the address, if it is a place of this app. */
export function nextPlace(search: string, otherwise = '/networks'): string {
  const next = new URLSearchParams(search).get('next')
  if (!next) return otherwise
  // An address of another site must not be reachable by a link to our sign-in page.
  const url = URL.parse(next, window.location.origin)
  if (url?.origin !== window.location.origin || !next.startsWith('/')) return otherwise
  return url.pathname + url.search + url.hash
}

/** `path` with the way on kept in its address. */
export function keepingNext(path: string, search: string): string {
  const next = new URLSearchParams(search).get('next')
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}
