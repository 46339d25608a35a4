import type { KeyRing } from './key-ring.js'
import { isSameText } from './tokens.js'

/**
 * A token for emailed links: an id and a keyed hash of it. Nothing is stored, so the email can be rendered again after
 * a crash, and read access to the database is not enough to forge one.
 */
export function signedIdOf(keyRing: KeyRing, id: string, purpose: string): string {
  return `${id}.${digestOf(keyRing.mac(id, { owner: id, purpose }))}`
}

/** The id in a token; null unless this server signed it for this purpose. */
export function idInSigned(keyRing: KeyRing, token: string, purpose: string): string | null {
  const [, id, digest] = /^([a-z]{3}_[A-Za-z0-9_-]{20})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
  if (!id || !digest) return null
  const isOurs = keyRing.macs(id, { owner: id, purpose }).some((mac) => isSameText(digestOf(mac), digest))
  return isOurs ? id : null
}

/** Without the key's id, which stays on the server. */
function digestOf(mac: string): string {
  return mac.slice(mac.lastIndexOf(':') + 1)
}
