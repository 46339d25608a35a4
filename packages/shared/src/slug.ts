import { limits } from './limits.js'

/**
 * Words that are, or may become, a page beside `/networks/<slug>`. Everywhere else a path puts the verb first and the
 * slug last (`/sso/start/<slug>`), so that no slug can be read as a verb.
 */
const RESERVED = new Set([
  'new',
  'api',
  'admin',
  'app',
  'www',
  'account',
  'sign-in',
  'sign-up',
  'networks',
  'settings',
  'sso',
  'dev',
])

/** Lower-case letters, digits and single inner hyphens. */
export function isSlug(text: string): boolean {
  const { minLength, maxLength } = limits.slug
  return (
    text.length >= minLength &&
    text.length <= maxLength &&
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) &&
    !RESERVED.has(text)
  )
}

/**
 * Where a browser goes to sign in to this network by its identity provider; a path of the server.
 * @param slugOrId an id has an underscore, a slug has none
 */
export function ssoStartUrl(slugOrId: string): string {
  return `/sso/start/${slugOrId}`
}

/** A first proposal of an address for a network's name. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, limits.slug.maxLength)
    .replace(/^-+|-+$/g, '')
}
