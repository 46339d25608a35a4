import { emailKeyOf } from '@twinlock/shared/email-address'
import type { Role } from '@twinlock/shared/vocabulary'

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

/** A user asserted by a network's provider, compared with the stored data. */
export interface AccountFacts {
  /** The account this identity (issuer and subject) is joined to, and its role in the network; null role: not in it. */
  known: { accountId: string; role: Role | null } | null
  /** The verified address, where its domain is proved to be the network's; null otherwise. */
  provedEmail: string | null
  /** The account of that address. `isTaken`: in this network it is joined to another identity of the same provider. */
  byEmail: { accountId: string; role: Role | null; isTaken: boolean } | null
  /** The role of a new member, if the network admits them: from the invitation, or else the default. */
  firstRole: Role | null
}

export type AccountDecision =
  /** Joined and in the network. */
  | { kind: 'enter'; accountId: string }
  /** The verified address links the identity to the account. */
  | { kind: 'join'; accountId: string }
  /** The same for a new member. If there is no account, one is created without a password. */
  | { kind: 'admit'; accountId: string | null; role: Exclude<Role, 'GUEST'> }
  /** The identity cannot be linked by address: the account's own sign-in is required. */
  | { kind: 'ask-own-sign-in' }
  /** Guests sign in with a password; a sign-in at the provider does not make them members. */
  | { kind: 'refuse'; reason: 'GUEST' | 'NOT_A_MEMBER' | 'OTHER_IDENTITY' }

/** Issuer and subject are the identity (OpenID Connect Core 5.7); an address only says, once, whose it is. */
export function decideAccount({ known, provedEmail, byEmail, firstRole }: AccountFacts): AccountDecision {
  if (known) {
    if (known.role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
    if (known.role) return { kind: 'enter', accountId: known.accountId }
    return provedEmail ? admit(known.accountId, firstRole) : { kind: 'refuse', reason: 'NOT_A_MEMBER' }
  }
  if (!provedEmail) return { kind: 'ask-own-sign-in' }
  if (byEmail?.role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
  // A reassigned address must not give its new owner the former owner's account.
  if (byEmail?.isTaken) return { kind: 'refuse', reason: 'OTHER_IDENTITY' }
  if (byEmail?.role) return { kind: 'join', accountId: byEmail.accountId }
  return admit(byEmail?.accountId ?? null, firstRole)
}

/** The same result with or without an account. A guest accepts an invitation with the account's password. */
function admit(accountId: string | null, role: AccountFacts['firstRole']): AccountDecision {
  if (role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
  return role ? { kind: 'admit', accountId, role } : { kind: 'refuse', reason: 'NOT_A_MEMBER' }
}

/** Linking after the account's own sign-in: members only, and one identity each. */
export function mayJoin(
  role: Role | null,
  isTaken: boolean,
): { kind: 'join' } | Extract<AccountDecision, { kind: 'refuse' }> {
  if (role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
  if (!role) return { kind: 'refuse', reason: 'NOT_A_MEMBER' }
  return isTaken ? { kind: 'refuse', reason: 'OTHER_IDENTITY' } : { kind: 'join' }
}
