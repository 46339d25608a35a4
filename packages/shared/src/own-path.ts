const LONGEST = 1_000

/**
 * A place of this site that an address from outside may lead on to, as a path; null for anything that leads elsewhere
 * (`//evil`, `/\evil`, `/.//evil`, `javascript:`, control characters), however it is written. What is checked is the
 * path as it will be sent: resolving dots can leave `//host` of what began as a path.
 * @param ownUrl any address of this site
 */
export function ownPathOf(text: unknown, ownUrl: string): string | null {
  if (typeof text !== 'string' || text.length > LONGEST || !/^\/[\x21-\x7e]*$/.test(text)) return null
  const { origin } = new URL(ownUrl)
  const path = resolve(text, origin)
  return path !== null && resolve(path, origin) === path ? path : null
}

function resolve(text: string, origin: string): string | null {
  const url = URL.parse(text, origin)
  return url?.origin === origin ? url.pathname + url.search + url.hash : null
}
