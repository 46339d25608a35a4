import { inject } from '@needle-di/core'
import { insertDocument } from '../../platform/mongo/database.js'
import { GateEntryCollection, type GateEntryDocument } from './gate-entry.model.js'

export class GateEntryStore {
  constructor(private readonly entries = inject(GateEntryCollection)) {}

  async insert(entry: GateEntryDocument): Promise<void> {
    await insertDocument(this.entries, entry)
  }

  /** By `_id`; null once it has expired or was used. */
  async open(id: string, now: Date): Promise<GateEntryDocument | null> {
    const found = await this.entries.findOne({ _id: id, usedAt: null })
    return found && now < found.expiresAt ? found : null
  }

  /** A later code takes the place of an earlier one. */
  async giveCode(id: string, code: NonNullable<GateEntryDocument['code']>): Promise<boolean> {
    const { modifiedCount } = await this.entries.updateOne({ _id: id, usedAt: null }, { $set: { code } })
    return modifiedCount === 1
  }

  /** Spends the code: for one request only, in the browser that began, at the host where it began. */
  async spendCode(
    { id, codeHash, nonceHash, origin }: { id: string; codeHash: string; nonceHash: string; origin: string },
    now: Date,
  ): Promise<GateEntryDocument | null> {
    return this.entries.findOneAndUpdate(
      { _id: id, usedAt: null, nonceHash, origin, 'code.hash': codeHash, 'code.expiresAt': { $gt: now } },
      { $set: { usedAt: now } },
      { returnDocument: 'after' },
    )
  }

  /** By `expiresAt`. */
  async sweep(now: Date): Promise<void> {
    await this.entries.deleteMany({ expiresAt: { $lte: now } })
  }
}
