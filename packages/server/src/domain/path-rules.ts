import type { AppAccess, AppRequirement, Role } from '@twinlock/shared/vocabulary'
import { type AppRule, rolesFor } from './app-access.js'

/** A rule's own settings; null: the app's. */
export interface RuleOverrides {
  access: AppAccess | null
  roles: readonly Role[] | null
  requires: AppRequirement | null
  withinMinutes: number | null
}

/** Characters that no browser encodes in a path (RFC 3986 2.3, unreserved), and those that would end or split it. */
const DECEPTIVE = /%(3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae]|2[def53]|3[bf]|5c|00)/i

/**
 * The path of a request; null if a proxy and an app might read it differently: a path that one of them resolves or
 * decodes would be checked as one path and served as another. Remaining encoded ASCII is decoded, as apps do.
 */
export function unambiguousPath(uri: string): string | null {
  const path = uri.split('?', 1)[0] ?? ''
  // No browser sends a #, and one that comes is a character to some, an end to others.
  if (uri.includes('#')) return null
  if (!path.startsWith('/') || path.length > 4_000 || /[^\x21-\x7e]/.test(path)) return null
  if (/\\|\/\/|;/.test(path) || DECEPTIVE.test(path)) return null
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return null
  return path.replace(/%[2-7][0-9a-f]/gi, decodeURIComponent)
}

/**
 * The rule with the longest prefix that covers the path: `/admin` and `/admin/` cover `/admin` and `/admin/users`, not
 * `/administer`, and not `/Admin`.
 */
export function ruleForPath<R extends { prefix: string }>(rules: readonly R[], path: string): R | null {
  const covering = rules.filter(({ prefix }) => {
    const folder = prefix.endsWith('/') ? prefix : `${prefix}/`
    return `${path}/` === folder || path.startsWith(folder)
  })
  return covering.reduce<R | null>(
    (best, rule) => (best && best.prefix.length >= rule.prefix.length ? best : rule),
    null,
  )
}

/** A rule in full. Who may is one thing: a rule that says a word of it, by `access` or `roles`, says all of it. */
export function resolveRule({ access, roles, requires, withinMinutes }: RuleOverrides, app: AppRule): AppRule {
  const who = access || roles ? { access: access ?? 'EVERYONE', roles } : { access: app.access, roles: app.roles }
  return { ...who, requires: requires ?? app.requires, withinMinutes }
}

/** The least that an app requires at any of its paths: the roles that may open one, without the steps of the path. */
export function leastRule(rules: readonly RuleOverrides[], app: AppRule): AppRule {
  const roles = [app, ...rules.map((rule) => resolveRule(rule, app))].flatMap(rolesFor)
  return { access: 'EVERYONE', roles, requires: 'SIGNED_IN', withinMinutes: null }
}
