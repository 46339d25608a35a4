import { emailKeyOf } from '@twinlock/shared/email-address'

/** A provider's claim about a user's address. */
export interface ClaimedEmail {
  email: string
  isVerified: boolean
}

/**
 * The key and the domain of a provider's address; null if it does not identify a person: not verified, not an address, or
 * one that is not in normal form (full-width letters, another "@" or full stop), which the provider and the mail system
 * may treat as two people.
 */
export function provableEmail({ email, isVerified }: ClaimedEmail): { key: string; domain: string } | null {
  const key = emailKeyOf(email)
  if (!isVerified || !key || email.normalize('NFKC') !== email || email.includes('\u3002')) return null
  return { key, domain: key.slice(key.lastIndexOf('@') + 1) }
}
