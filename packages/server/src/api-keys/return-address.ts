import { loopbackNames } from '../platform/http/addresses.js'

/**
 * What a return address lacks to be put on a key's list; null when it will do. On the list it stands without a query.
 * @param allowsHttp whether this installation is being tried out, so that an app on the same machine has no TLS
 */
export function returnAddressProblem(text: string, allowsHttp: boolean): string | null {
  const url = URL.parse(text)
  if (!url) return 'Write a whole address: https://app.example.com/confirmed'
  if (url.protocol === 'http:' && !(allowsHttp && loopbackNames.includes(url.hostname)))
    return allowsHttp ? 'Without https only localhost is allowed.' : 'The address must begin with https://'
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'The address must begin with https://'
  if (url.username || url.password || url.search || url.hash)
    return 'Write it without a user, a ? or a # part: state and id are added to it.'
  return null
}

/** As it is stored and compared. */
export function normalReturnAddress(text: string): string {
  const { origin, pathname } = new URL(text)
  return origin + pathname
}

/** Whether a person may be sent there: an exact match of the list; the app may append its own query. */
export function isReturnAllowed(returnUrl: string, returnAddresses: readonly string[]): boolean {
  const url = URL.parse(returnUrl)
  if (!url || url.username || url.password || url.hash) return false
  return returnAddresses.includes(url.origin + url.pathname)
}
