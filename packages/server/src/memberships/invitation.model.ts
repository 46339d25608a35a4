import type { Role } from '@twinlock/shared/vocabulary'
import { Schema } from 'mongoose'
import type { DomainEvent } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'

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

const anything = Schema.Types.Mixed

const invitationSchema = new Schema<InvitationDocument>(
  {
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    email: { type: String, required: true },
    emailKey: { type: String, required: true },
    role: { type: String, required: true },
    tokenHash: { type: String, required: true },
    state: { type: String, required: true },
    sentAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    invitedBy: { type: anything, required: true },
    joining: { type: anything, default: null },
    events: { type: anything, default: () => [] },
  },
  { collection: 'invitations', versionKey: false, minimize: false, strict: 'throw' },
)
invitationSchema.index({ tokenHash: 1 }, { unique: true })
invitationSchema.index({ networkId: 1, state: 1, sentAt: -1, _id: 1 })
invitationSchema.index({ emailKey: 1 })
invitationSchema.index({ networkId: 1, 'invitedBy.accountId': 1 })
invitationSchema.index({ 'joining.at': 1 }, { sparse: true })
invitationSchema.index({ 'events.id': 1 }, { sparse: true })

export const InvitationModel = defineModel<InvitationDocument>('Invitation', invitationSchema)

export function invitationIdOf(networkId: string, emailKey: string): string {
  return `${networkId}:${emailKey}`
}

export function isOpen({ state, expiresAt }: InvitationDocument, now: Date): boolean {
  return state === 'pending' && now < expiresAt
}
