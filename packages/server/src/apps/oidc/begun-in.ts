import type { Interaction } from 'oidc-provider'
import { hashToken, isSameText, isToken, newToken } from '../../platform/crypto/tokens.js'
import type { CookieJar } from '../../platform/http/cookie-jar.js'

/**
 * Identifies the browser in which an authorization begins, by a cookie that under https no other host of the domain
 * can plant: the library's own cookies are bound to paths, and so cannot be protected from that.
 * @returns what is stored with the authorization
 */
export function beginIn(cookies: CookieJar): { browser: string } {
  const known = cookies.get('entry')
  const token = isToken(known) ? known : newToken()
  cookies.set('entry', token)
  return { browser: hashToken(token) }
}

export function isBegunIn({ prompt }: Interaction, cookies: CookieJar): boolean {
  const { browser } = prompt.details ?? {}
  const token = cookies.get('entry')
  return browser !== undefined && isToken(token) && isSameText(browser, hashToken(token))
}
