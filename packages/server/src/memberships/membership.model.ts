import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'
import type { MembershipFacts } from '../domain/standing.js'
import type { DomainEvent } from '../events/event.types.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { defineCollection } from '../platform/mongo/database.js'

/** One identity of a provider (issuer and subject) in one membership: each has one of the other. */
export interface SsoLink {
  identityId: string
  issuer: string
  joinedAt: Date
  /** Copies for the Admins: access is decided by the evidence of a session. */
  saidAt: Date
  amr: string[]
  acr: string | null
}

/** An account in a network. Name, email, methods and times are copies for listing: access never depends on them. */
export interface MembershipDocument {
  /** `network:account`, so that it is unique and read by key. */
  _id: string
  networkId: string
  accountId: string
  role: Role
  joinedAt: Date
  /** Set once the member left: the document is then a tombstone for other systems, and gives no access. */
  leftAt: Date | null
  extendedUntil: Date | null
  extendedIn: string | null
  extensionReason: string | null
  usesSso: boolean
  /** What was proved up to then counts no longer here: an Admin ended it. Absent or null: never. */
  sessionsEndedAt?: Date | null
  /** The identity it is joined to, and what the provider last said of it; null where there is none. */
  sso: SsoLink | null

  name: string
  email: string
  /** Lower-case name and email, for searching by prefix. */
  nameKey: string
  emailKey: string
  /** The words that a search matches, by their beginnings. */
  words: string[]
  methods: FactorMethod[]
  /** When the account is erased, if that is scheduled. */
  deletionAt?: Date | null
  /** Derived from methods, company sign-in, role and times; see `listing-keys.store.ts`. */
  protection: number
  statusKey: string
  /** The account's epoch that name, email and methods were copied at: an older copy never replaces a newer one. */
  copiedEpoch: number
  /** What another system calls them. */
  externalId?: string | null
  lastSignInAt: Date | null
  lastMailAt: Date | null
  /** The hour, of one activation, in which an Admin last had them reminded: within it nobody is reminded twice. */
  remindedIn?: string | null
  updatedAt: Date
  events: DomainEvent[]
}

export const MembershipCollection = defineCollection<MembershipDocument>('memberships', [
  [{ networkId: 1, _id: 1 }],
  [{ networkId: 1, leftAt: 1, nameKey: 1, _id: 1 }],
  [{ networkId: 1, leftAt: 1, statusKey: 1, _id: 1 }],
  [{ networkId: 1, leftAt: 1, lastSignInAt: -1, _id: 1 }],
  [{ networkId: 1, leftAt: 1, role: 1, nameKey: 1, _id: 1 }],
  // The Security page's members: one index for each order, whatever is filtered; where a filter is not set, all values are asked.
  [{ networkId: 1, leftAt: 1, role: 1, protection: 1, statusKey: 1, _id: 1 }],
  [{ networkId: 1, leftAt: 1, role: 1, protection: 1, nameKey: 1, _id: 1 }],
  [{ networkId: 1, leftAt: 1, role: 1, protection: 1, lastSignInAt: -1, _id: 1 }],
  [{ networkId: 1, leftAt: 1, words: 1 }],
  // The broadcasts of the mandate: everyone, those without a method, those with more time.
  [{ networkId: 1, protection: 1, _id: 1 }],
  [{ networkId: 1, extendedUntil: 1, _id: 1 }],
  // What other systems follow: every change, in the order it happened.
  [{ networkId: 1, updatedAt: 1, _id: 1 }],
  [{ accountId: 1 }],
  [{ 'events.id': 1 }, { sparse: true }],
])

export function membershipIdOf(networkId: string, accountId: string): string {
  return `${networkId}:${accountId}`
}

export function factsOf(membership: MembershipDocument): MembershipFacts {
  const { role, joinedAt, extendedUntil, extendedIn, usesSso, sessionsEndedAt = null } = membership
  return { role, joinedAt, extendedUntil, extendedIn, usesSso, sessionsEndedAt }
}

/**
 * The stay as it counts: null from the decision to end it, even while its traces are still being cleared.
 * Every access check, list and act uses this.
 */
export function memberOf(network: NetworkDocument, membership: MembershipDocument | null): MembershipDocument | null {
  if (!membership || membership.leftAt || isDeparting(network, membership.accountId)) return null
  return { ...membership, role: roleIn(network, membership) }
}

/** The network names its OWNERs; the stored role is what a member is without ownership. */
export function roleIn(network: NetworkDocument, { accountId, role }: MembershipDocument): Role {
  if (network.ownerIds.includes(accountId)) return 'OWNER'
  return role === 'OWNER' ? 'ADMIN' : role
}

/** The stored roles of members with one of these, OWNERs apart: what `roleIn` reads as ADMIN may be stored as OWNER. */
export function storedRolesOf(roles: readonly Role[]): Role[] {
  return roles.flatMap((role): Role[] => (role === 'ADMIN' ? ['ADMIN', 'OWNER'] : role === 'OWNER' ? [] : [role]))
}

function isDeparting({ departures }: NetworkDocument, accountId: string): boolean {
  return departures.some((departure) => departure.accountId === accountId)
}
