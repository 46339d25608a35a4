import { inject } from '@needle-di/core'
import { insertDocument } from '../platform/mongo/database.js'
import { SigningKeyCollection, type SigningKeyDocument } from './signing-key.model.js'

export class SigningKeyStore {
  constructor(private readonly keys = inject(SigningKeyCollection)) {}

  /** @returns false when another server made the key of that period first */
  async insert(key: SigningKeyDocument): Promise<boolean> {
    return insertDocument(this.keys, key)
  }

  /** By `_id`. */
  async byId(id: string): Promise<SigningKeyDocument | null> {
    return this.keys.findOne({ _id: id })
  }

  /** By `period`. */
  async since(period: number): Promise<SigningKeyDocument[]> {
    return this.keys
      .find({ period: { $gte: period } })
      .sort({ period: 1 })
      .toArray()
  }

  /** Only while it is still the envelope that was opened. */
  async replaceSeal(id: string, sealed: string, resealed: string): Promise<boolean> {
    const { modifiedCount } = await this.keys.updateOne(
      { _id: id, sealedPrivateJwk: sealed },
      { $set: { sealedPrivateJwk: resealed } },
    )
    return modifiedCount === 1
  }

  /** By `period`. */
  async sweep(before: number): Promise<void> {
    await this.keys.deleteMany({ period: { $lt: before } })
  }
}
