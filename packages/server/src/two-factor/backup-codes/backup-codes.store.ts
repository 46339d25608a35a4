import { inject } from '@needle-di/core'
import {
  AccountCollection,
  type AccountDocument,
  type StoredBackupCode,
  snapshotWith,
} from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'

/** Owns of an account: the sheet of backup codes. */
export class BackupCodesStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /** A new sheet in place of the old one; null when another change came first. */
  async replace(
    account: AccountDocument,
    codes: StoredBackupCode[],
    now: Date,
    event: DomainEvent,
  ): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id: account._id, epoch: account.epoch },
      {
        $set: { backupCodes: codes, backupCodesGeneratedAt: now, ...snapshotWith(account, now) },
        $inc: { epoch: 1 },
        $push: { events: event },
      },
      { returnDocument: 'after' },
    )
  }

  /** Showing the sheet is written down before it is shown. */
  async noteShown(accountId: string, event: DomainEvent): Promise<void> {
    await this.accounts.updateOne({ _id: accountId }, { $push: { events: event } })
  }
}
