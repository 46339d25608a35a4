import { inject } from '@needle-di/core'
import {
  AccountCollection,
  type AccountDocument,
  type EmailChange,
  type EmailUndo,
} from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'

const DUPLICATE = 11_000

/** Owns of an account: a change of its address under way, and what that can be undone to. By `_id` unless it says more. */
export class EmailChangeStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /** In the place of a change that was read before. @returns false when another one or the account came first */
  async begin({ _id, epoch, emailChange }: AccountDocument, next: EmailChange): Promise<boolean> {
    const { modifiedCount } = await this.accounts.updateOne(
      { _id, epoch, ...(emailChange ? { 'emailChange.sentAt': emailChange.sentAt } : { emailChange: null }) },
      { $set: { emailChange: next } },
    )
    return modifiedCount === 1
  }

  /**
   * Spends the code and changes the address, in one write that the unique indexes of addresses decide.
   * @returns 'taken' when another account has the new address by now; null when another change came first
   */
  async change(
    { _id, epoch, emailKey: former }: AccountDocument,
    { id, emailKey, email }: EmailChange,
    emailUndo: EmailUndo,
    event: DomainEvent,
  ): Promise<AccountDocument | 'taken' | null> {
    try {
      return await this.accounts.findOneAndUpdate(
        { _id, epoch, 'emailChange.id': id },
        {
          $set: {
            emailKey,
            email,
            emailUndo,
            heldEmailKeys: [emailKey, former],
            emailChange: null,
            resetLink: null,
            exportLink: null,
          },
          $inc: { epoch: 1 },
          $push: { events: event },
        },
        { returnDocument: 'after' },
      )
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE) return 'taken'
      throw error
    }
  }

  /** By `emailUndo.id`. */
  async byUndoId(undoId: string): Promise<AccountDocument | null> {
    return this.accounts.findOne({ 'emailUndo.id': undoId })
  }

  /** One caller wins; a backup code that was used since the account was read makes it lose. */
  async undo(
    { _id, epoch, backupCodes }: AccountDocument,
    undoId: string,
    to: Partial<AccountDocument>,
    event: DomainEvent,
  ): Promise<boolean> {
    const { modifiedCount } = await this.accounts.updateOne(
      { _id, epoch, backupCodes, 'emailUndo.id': undoId },
      { $set: to, $inc: { epoch: 1 }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** By `emailUndo.expiresAt`: addresses whose week has passed become free for others. Tidying up only. */
  async release(now: Date): Promise<void> {
    const over = await this.accounts
      .find({ 'emailUndo.expiresAt': { $lte: now } }, { projection: { emailKey: 1, emailUndo: 1 } })
      .limit(500)
      .toArray()
    for (const { _id, emailKey, emailUndo } of over)
      await this.accounts.updateOne(
        { _id, emailKey, 'emailUndo.id': emailUndo?.id ?? '' },
        { $set: { emailUndo: null, heldEmailKeys: [emailKey] } },
      )
  }
}
