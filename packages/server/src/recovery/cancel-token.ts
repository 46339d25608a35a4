import type { KeyRing } from '../platform/crypto/key-ring.js'
import { isSameText } from '../platform/crypto/tokens.js'

/**
 * What the mailed link that takes a grant back carries: the grant's id and a keyed hash of it. Nothing needs to be kept
 * for it, so the mail can be made again after a crash, and who reads the database alone cannot make one.
 */
export function cancelTokenOf(keyRing: KeyRing, grantId: string): string {
  return `${grantId}.${digestOf(keyRing.mac(grantId, contextOf(grantId)))}`
}

/** The id of the grant that a token takes back; null when it is none of ours. */
export function grantIdIn(keyRing: KeyRing, token: string): string | null {
  const [, grantId, digest] = /^(rgr_[A-Za-z0-9_-]{20})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
  if (!grantId || !digest) return null
  const isOurs = keyRing.macs(grantId, contextOf(grantId)).some((mac) => isSameText(digestOf(mac), digest))
  return isOurs ? grantId : null
}

const contextOf = (grantId: string) => ({ owner: grantId, purpose: 're-enrolment-cancel' })

/** Without the id of the key, which is nobody's business outside. */
function digestOf(mac: string): string {
  return mac.slice(mac.lastIndexOf(':') + 1)
}
