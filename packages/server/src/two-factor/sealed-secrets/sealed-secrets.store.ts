import { inject } from '@needle-di/core'
import { AccountCollection, type AccountDocument } from '../../accounts/account.model.js'
import { atPath } from '../../platform/mongo/database.js'

export type SealedAccount = Pick<
  AccountDocument,
  '_id' | 'factors' | 'backupCodes' | 'setUps' | 'emailUndo' | 'secondStepBefore'
>

/** Replaces envelopes in an account, each only while it is still the one that was opened. */
export class SealedSecretsStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /** Every account with a sealed secret, by `_id`, one batch in memory at a time. */
  all(): AsyncIterable<SealedAccount> {
    return this.accounts
      .find({}, { projection: { factors: 1, backupCodes: 1, setUps: 1, emailUndo: 1, secondStepBefore: 1 } })
      .sort({ _id: 1 })
      .batchSize(200)
  }

  /** @param values path → new value; nothing is written when `path` holds another envelope by now */
  async replace(
    accountId: string,
    path: string,
    envelope: string,
    values: ReturnType<typeof atPath>,
  ): Promise<boolean> {
    const { modifiedCount } = await this.accounts.updateOne(
      { _id: accountId, ...atPath(path, envelope) },
      { $set: values },
    )
    return modifiedCount === 1
  }
}
