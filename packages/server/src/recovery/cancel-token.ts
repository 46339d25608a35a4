import type { KeyRing } from '../platform/crypto/key-ring.js'
import { idInSigned, signedIdOf } from '../platform/crypto/signed-id.js'

const PURPOSE = 're-enrolment-cancel'

/** What the mailed link that takes a grant back carries. */
export function cancelTokenOf(keyRing: KeyRing, grantId: string): string {
  return signedIdOf(keyRing, grantId, PURPOSE)
}

/** The id of the grant that a token takes back; null when it is none of ours. */
export function grantIdIn(keyRing: KeyRing, token: string): string | null {
  return idInSigned(keyRing, token, PURPOSE)
}
