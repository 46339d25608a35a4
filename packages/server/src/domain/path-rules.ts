/**
 * The path of a request as proxies and apps agree on it; null where they may not: a path that one of them resolves or
 * decodes would be judged as one and served as another.
 */
export function unambiguousPath(uri: string): string | null {
  const path = uri.split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith('/') || path.length > 4_000 || /[^\x21-\x7e]/.test(path)) return null
  if (/\\|\/\/|%(2f|5c|2e|00|25)|;/i.test(path)) return null
  return path.split('/').some((segment) => segment === '.' || segment === '..') ? null : path
}

/** The rule with the longest prefix that covers the path: `/admin` covers `/admin` and `/admin/users`, not `/administer`. */
export function ruleForPath<R extends { prefix: string }>(rules: readonly R[], path: string): R | null {
  const covering = rules.filter(({ prefix }) => {
    const folder = prefix.endsWith('/') ? prefix : `${prefix}/`
    return path === prefix || path.startsWith(folder)
  })
  return covering.reduce<R | null>(
    (best, rule) => (best && best.prefix.length >= rule.prefix.length ? best : rule),
    null,
  )
}
