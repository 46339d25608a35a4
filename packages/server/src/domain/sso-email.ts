import { emailKeyOf } from '@twinlock/shared/email-address'

/** What a provider says of somebody's address. */
export interface ClaimedEmail {
  email: string
  isVerified: boolean
}

/**
 * The key and the domain of an address as a provider writes it; null where it cannot say whose identity it is: not
 * verified, no address, or one that only looks like its key (full-width letters, another "@" or full stop), which the provider and
 * the mail system may take for two people.
 */
export function provableEmail({ email, isVerified }: ClaimedEmail): { key: string; domain: string } | null {
  const key = emailKeyOf(email)
  if (!isVerified || !key || email.normalize('NFKC') !== email || email.includes('\u3002')) return null
  return { key, domain: key.slice(key.lastIndexOf('@') + 1) }
}
