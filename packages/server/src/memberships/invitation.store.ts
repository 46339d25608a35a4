import { inject } from '@needle-di/core'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/database.js'
import { pageAfter } from '../platform/mongo/page-filter.js'
import { InvitationCollection, type InvitationDocument } from './invitation.model.js'

const PENDING_COUNTED = 10_000

export class InvitationStore {
  constructor(private readonly invitations = inject(InvitationCollection)) {}

  /** By `_id`. */
  async byId(id: string): Promise<InvitationDocument | null> {
    return this.invitations.findOne({ _id: id })
  }

  /** By `tokenHash`. */
  async byTokenHash(tokenHash: string): Promise<InvitationDocument | null> {
    return this.invitations.findOne({ tokenHash })
  }

  /** By `emailKey`: whether any network has an open invitation for this address. */
  async isInvited(emailKey: string, now: Date): Promise<boolean> {
    const invitation = await this.invitations.findOne(
      { emailKey, state: 'pending', expiresAt: { $gt: now } },
      { projection: { _id: 1 } },
    )
    return invitation !== null
  }

  /** By `networkId, state, sentAt, _id`: newest first. */
  async pendingOf(
    networkId: string,
    after: { at: Date; id: string } | null,
    limit: number,
  ): Promise<InvitationDocument[]> {
    const common = { networkId, state: 'pending' as const }
    const order = { key: 'sentAt', direction: -1 } as const
    return this.invitations
      .find(after ? pageAfter(common, order, { key: after.at, id: after.id }) : common)
      .sort({ sentAt: -1, _id: 1 })
      .limit(limit)
      .batchSize(limit)
      .toArray()
  }

  /** By `networkId, state`: how many wait for an answer, up to ten thousand; those run out are not among them. */
  async countOpen(networkId: string, now: Date): Promise<number> {
    return this.invitations.countDocuments(
      { networkId, state: 'pending', expiresAt: { $gt: now } },
      { limit: PENDING_COUNTED },
    )
  }

  /** By `networkId, invitedBy.accountId`. */
  async pendingBy(networkId: string, accountId: string): Promise<InvitationDocument[]> {
    return this.invitations.find({ networkId, 'invitedBy.accountId': accountId, state: 'pending' }).toArray()
  }

  /** By `joining.at`: accepted by a process that did not come to the end of it. */
  async unfinished(before: Date, limit: number): Promise<InvitationDocument[]> {
    return this.invitations
      .find({ 'joining.at': { $lte: before } })
      .limit(limit)
      .toArray()
  }

  /** In place of `earlier` as it was read. @returns false when another change of it came first */
  async send(invitation: InvitationDocument, earlier: InvitationDocument | null): Promise<boolean> {
    if (!earlier) return insertDocument(this.invitations, invitation)
    const { _id, events, ...terms } = invitation
    const { modifiedCount } = await this.invitations.updateOne(
      { _id, tokenHash: earlier.tokenHash, state: earlier.state, joining: null },
      { $set: terms, $push: { events: { $each: events } } },
    )
    return modifiedCount === 1
  }

  /** @returns false when it is not pending any more: the two decisions about it never both win */
  async revoke(id: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.invitations.updateOne(
      { _id: id, state: 'pending' },
      { $set: { state: 'revoked' }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** Spends the token: one caller wins, and only while it is pending and its time runs. */
  async accept(id: string, tokenHash: string, accountId: string, at: Date): Promise<InvitationDocument | null> {
    return this.invitations.findOneAndUpdate(
      { _id: id, tokenHash, state: 'pending', expiresAt: { $gt: at } },
      { $set: { state: 'accepted', joining: { accountId, at } } },
      { returnDocument: 'after' },
    )
  }

  async finish(id: string, tokenHash: string): Promise<void> {
    await this.invitations.updateOne({ _id: id, tokenHash }, { $set: { joining: null } })
  }
}
