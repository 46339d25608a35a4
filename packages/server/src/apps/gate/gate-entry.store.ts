import { inject } from '@needle-di/core'
import { defineCollection, insertDocument } from '../../platform/mongo/database.js'

/** A person on the way to an app behind the gate, from its host to the sign-in and back. */
export interface GateEntryDocument {
  /** SHA-256 of the id that travels in addresses. */
  _id: string
  appId: string
  /** `https://wiki.example.com`, where the way back leads. */
  origin: string
  /** The path that was requested. */
  to: string
  /** SHA-256 of the cookie that the host set: the way back is good in that browser alone. */
  nonceHash: string
  createdAt: Date
  expiresAt: Date
  /** Set when the sign-in is done: what the way back carries, once. */
  code: { hash: string; accountId: string; sessionId: string; expiresAt: Date } | null
  usedAt: Date | null
}

export const GateEntryCollection = defineCollection<GateEntryDocument>('gate_entries', [[{ expiresAt: 1 }]])

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
