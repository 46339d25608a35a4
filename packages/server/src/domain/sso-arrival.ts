import type { Role } from '@twinlock/shared/vocabulary'

/** Somebody that a network's provider vouched for, against what is stored. */
export interface ArrivalFacts {
  /** The account this identity (issuer and subject) is joined to, and its role in the network; null role: not in it. */
  known: { accountId: string; role: Role | null } | null
  /** The verified address, where its domain is proved to be the network's; null otherwise. */
  provedEmail: string | null
  /** The account of that address. `isTaken`: in this network it is joined to another identity of the same provider. */
  byEmail: { accountId: string; role: Role | null; isTaken: boolean } | null
  /** The role of whoever comes for the first time, where the network lets them in; the invitation's before the default. */
  firstRole: Role | null
}

export type Arrival =
  /** Joined and in the network. */
  | { kind: 'enter'; accountId: string }
  /** The proved address says whose identity it is, from now on. */
  | { kind: 'join'; accountId: string }
  /** The same, and the network lets newcomers in; without an account one is made, which has no password. */
  | { kind: 'admit'; accountId: string | null; role: Exclude<Role, 'GUEST'> }
  /** Nothing proves whose identity it is: the account's own sign-in has to. */
  | { kind: 'ask-own-sign-in' }
  /** A guest signs in with a password; coming by the provider does not make a member. */
  | { kind: 'refuse'; reason: 'GUEST' | 'NOT_A_MEMBER' | 'OTHER_IDENTITY' }

/** Issuer and subject are the identity (OpenID Connect Core 5.7); an address only says, once, whose it is. */
export function decideArrival({ known, provedEmail, byEmail, firstRole }: ArrivalFacts): Arrival {
  if (known) {
    if (known.role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
    if (known.role) return { kind: 'enter', accountId: known.accountId }
    return provedEmail ? admit(known.accountId, firstRole) : { kind: 'refuse', reason: 'NOT_A_MEMBER' }
  }
  if (!provedEmail) return { kind: 'ask-own-sign-in' }
  if (byEmail?.role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
  // An address that was given to somebody new must not open what its former owner left behind.
  if (byEmail?.isTaken) return { kind: 'refuse', reason: 'OTHER_IDENTITY' }
  if (byEmail?.role) return { kind: 'join', accountId: byEmail.accountId }
  return admit(byEmail?.accountId ?? null, firstRole)
}

/** The same answer whether or not there is an account. A guest's invitation is taken up with the account's password. */
function admit(accountId: string | null, role: ArrivalFacts['firstRole']): Arrival {
  if (role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
  return role ? { kind: 'admit', accountId, role } : { kind: 'refuse', reason: 'NOT_A_MEMBER' }
}

/** Joining by hand, after the account's own sign-in: a member of the network alone, and one identity each. */
export function mayJoin(role: Role | null, isTaken: boolean): { kind: 'join' } | Extract<Arrival, { kind: 'refuse' }> {
  if (role === 'GUEST') return { kind: 'refuse', reason: 'GUEST' }
  if (!role) return { kind: 'refuse', reason: 'NOT_A_MEMBER' }
  return isTaken ? { kind: 'refuse', reason: 'OTHER_IDENTITY' } : { kind: 'join' }
}
