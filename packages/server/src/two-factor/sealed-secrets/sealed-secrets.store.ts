import { inject } from '@needle-di/core'
import { type AccountDocument, AccountModel } from '../../accounts/account.model.js'

export type SealedAccount = Pick<
  AccountDocument,
  '_id' | 'factors' | 'backupCodes' | 'setUps' | 'emailUndo' | 'secondStepBefore'
>

/** Replaces envelopes in an account, each only while it is still the one that was opened. */
export class SealedSecretsStore {
  constructor(private readonly accounts = inject(AccountModel)) {}

  /** Every account with a sealed secret, by `_id`, one batch in memory at a time. */
  all(): AsyncIterable<SealedAccount> {
    return this.accounts
      .find({}, { factors: 1, backupCodes: 1, setUps: 1, emailUndo: 1, secondStepBefore: 1 })
      .sort({ _id: 1 })
      .lean<SealedAccount>()
      .cursor({ batchSize: 200 })
  }

  /** @param values path → new value; nothing is written when `path` holds another envelope by now */
  async replace(accountId: string, path: string, envelope: string, values: Record<string, string>): Promise<boolean> {
    const { modifiedCount } = await this.accounts.updateOne({ _id: accountId, [path]: envelope }, { $set: values })
    return modifiedCount === 1
  }
}
