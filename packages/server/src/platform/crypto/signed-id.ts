import type { KeyRing } from './key-ring.js'
import { isSameText } from './tokens.js'

/**
 * What a mailed link carries to name something by its id: the id and a keyed hash of it. Nothing needs to be stored for
 * it, so the mail can be made again after a crash, and a reader of the database alone cannot make one.
 */
export function signedIdOf(keyRing: KeyRing, id: string, purpose: string): string {
  return `${id}.${digestOf(keyRing.mac(id, { owner: id, purpose }))}`
}

/** The id that a token names; null unless this server signed it for this purpose. */
export function idInSigned(keyRing: KeyRing, token: string, purpose: string): string | null {
  const [, id, digest] = /^([a-z]{3}_[A-Za-z0-9_-]{20})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
  if (!id || !digest) return null
  const isOurs = keyRing.macs(id, { owner: id, purpose }).some((mac) => isSameText(digestOf(mac), digest))
  return isOurs ? id : null
}

/** Without the id of the key, which does not leave the server. */
function digestOf(mac: string): string {
  return mac.slice(mac.lastIndexOf(':') + 1)
}
