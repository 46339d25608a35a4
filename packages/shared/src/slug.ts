import { limits } from './limits.js'

/** Words that are, or may become, a place of the product itself. */
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
