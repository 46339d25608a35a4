import { limits } from './limits.js'

/**
 * The key of an address: trimmed, NFKC, lower case. Two spellings with one key are one mailbox.
 * @returns null when it is no address that a mail could be sent to.
 */
export function emailKeyOf(text: string): string | null {
  const key = text.trim().normalize('NFKC').toLowerCase()
  if (key.length > limits.email.maxLength) return null
  return ADDRESS.test(key) ? key : null
}

// One mailbox in the common form: no display name, group, comment, quoted part, space or control character (RFC 5321
// allows more than any mail system uses; what is left out is what header injection is made of).
const ADDRESS =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u

/** `ada@acme.com` → `a•••@acme.com`: enough to recognise one's own, too little to learn another's. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}•••${email.slice(at)}`
}
