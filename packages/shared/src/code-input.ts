import { asciiDigits, withoutInvisible } from './typed-text.js'

/** What people type or paste between the characters of a code. */
const SEPARATORS = /[\s\p{Pd}\u2212\u00b7._]+/gu

const withoutSeparators = (text: string): string => withoutInvisible(asciiDigits(text)).replace(SEPARATORS, '')

/** A six-digit code as typed (spaces, hyphens, digits of any script) → its six digits, or null. */
export function digitsOf(text: string): string | null {
  const digits = withoutSeparators(text)
  return /^[0-9]{6}$/.test(digits) ? digits : null
}

/**
 * A backup code as typed → its 13 Crockford base32 characters, or null. Case, spaces and dashes are ignored; O reads as
 * 0, I and L as 1 (Crockford's decoding rule).
 */
export function backupCodeOf(text: string): string | null {
  const code = withoutSeparators(text).toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{13}$/.test(code) ? code : null
}

/** `ABCDE12345678` → `ABCD-E123-45678`. */
export function groupBackupCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/** A base32 key in groups of four, for reading and typing by hand. */
export function groupKey(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}
