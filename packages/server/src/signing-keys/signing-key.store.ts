import { inject } from '@needle-di/core'
import type { JWK } from 'jose'
import { defineCollection, insertDocument } from '../platform/mongo/database.js'

/** A key that signs results for one period; its public half stays published for the period after. */
export interface SigningKeyDocument {
  /** The `kid`: of one period there is one key, whichever server makes it. */
  _id: string
  period: number
  publicJwk: JWK
  sealedPrivateJwk: string
}

export const SigningKeyCollection = defineCollection<SigningKeyDocument>('signing_keys', [[{ period: 1 }]])

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
