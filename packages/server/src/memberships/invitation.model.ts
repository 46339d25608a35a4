import type { Role } from '@twinlock/shared/vocabulary'
import type { DomainEvent } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'

/** One address invited to one network; inviting again replaces the token, the role and the time. */
export interface InvitationDocument {
  /** `network:address key`, so that there is one, and it is read by key. */
  _id: string
  networkId: string
  email: string
  emailKey: string
  role: Role
  /** SHA-256; the token itself is in the mail alone. */
  tokenHash: string
  state: 'pending' | 'accepted' | 'revoked'
  sentAt: Date
  expiresAt: Date
  invitedBy: { accountId: string; name: string }
  /** Accepted, and not yet carried out in full: the next caller continues from here. */
  joining: { accountId: string; at: Date } | null
  events: DomainEvent[]
}

export const InvitationCollection = defineCollection<InvitationDocument>('invitations', [
  [{ tokenHash: 1 }, { unique: true }],
  [{ networkId: 1, state: 1, sentAt: -1, _id: 1 }],
  [{ emailKey: 1 }],
  [{ networkId: 1, 'invitedBy.accountId': 1 }],
  [{ 'joining.at': 1 }, { sparse: true }],
  [{ 'events.id': 1 }, { sparse: true }],
])

export function invitationIdOf(networkId: string, emailKey: string): string {
  return `${networkId}:${emailKey}`
}

export function isOpen({ state, expiresAt }: InvitationDocument, now: Date): boolean {
  return state === 'pending' && now < expiresAt
}
