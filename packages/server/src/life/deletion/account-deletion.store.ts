import { inject } from '@needle-di/core'
import { AccountCollection, type AccountDocument } from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'

const AT_ONCE = 50

/** Owns of an account: whether it is scheduled to be erased. By `_id` unless it says more. */
export class AccountDeletionStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /** The epoch ends every session and sign-in, and grants and links that were under way end with it. */
  async schedule(
    { _id, epoch }: Pick<AccountDocument, '_id' | 'epoch'>,
    deletion: NonNullable<AccountDocument['deletion']>,
    event: DomainEvent,
  ): Promise<boolean> {
    const ended = { reEnrolmentGrants: [], emailChange: null, exportLink: null, resetLink: null }
    const { modifiedCount } = await this.accounts.updateOne(
      { _id, epoch, deletion: null },
      { $set: { ...ended, deletion }, $inc: { epoch: 1 }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** @returns null when it is not scheduled, or its time is up */
  async cancel(id: string, now: Date, event: DomainEvent): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id: id, 'deletion.at': { $gt: now } },
      { $set: { deletion: null }, $push: { events: event } },
      { returnDocument: 'after' },
    )
  }

  /** By `deletion.at`. An account whose former address can still take it back waits for that. */
  async due(now: Date): Promise<AccountDocument[]> {
    return this.accounts
      .find({
        'deletion.at': { $lte: now },
        $or: [{ emailUndo: null }, { 'emailUndo.expiresAt': { $lte: now } }],
      })
      .limit(AT_ONCE)
      .toArray()
  }

  async remove(id: string): Promise<void> {
    await this.accounts.deleteOne({ _id: id })
  }
}
