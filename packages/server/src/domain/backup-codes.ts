import { limits } from '@twinlock/shared/limits'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 13

/**
 * One sheet of backup codes: 13 Crockford base32 characters each, 65 bits.
 * @param randomBytes returns the requested number of random bytes
 */
export function makeBackupCodes(randomBytes: (count: number) => Uint8Array): string[] {
  return Array.from({ length: limits.backupCodes }, () =>
    // 256 is a multiple of 32, so taking five bits of each byte is uniform.
    [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte & 31]).join(''),
  )
}
