/** What people type or paste between the characters of a code. */
const SEPARATORS = /[\s\u200b-\u200f\u2060\ufeff\-\u2010-\u2015._]+/g

/** A six-digit code as typed (spaces, hyphens, full-width digits) → its six digits, or null. */
export function digitsOf(text: string): string | null {
  const digits = text.normalize('NFKC').replace(SEPARATORS, '')
  return /^[0-9]{6}$/.test(digits) ? digits : null
}

/**
 * A backup code as typed → its 13 Crockford base32 characters, or null. Case, spaces and dashes are ignored; O reads as
 * 0, I and L as 1 (Crockford's decoding rule).
 */
export function backupCodeOf(text: string): string | null {
  const code = text.normalize('NFKC').replace(SEPARATORS, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
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
