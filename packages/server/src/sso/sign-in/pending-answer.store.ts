import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { defineCollection, insertDocument } from '../../platform/mongo/database.js'

/** Something of a sign-in by a provider that waits a few minutes for its person; sealed. `_id` says what, and whose. */
export interface PendingAnswerDocument {
  _id: string
  sealed: string
  expiresAt: Date
}

export const PendingAnswerCollection = defineCollection<PendingAnswerDocument>('sso_answers', [[{ expiresAt: 1 }]])

/** Stores providers' answers, sealed, for ten minutes, each under one key. Dates are returned as strings. */
export class PendingAnswerStore {
  constructor(
    private readonly answers = inject(PendingAnswerCollection),
    private readonly keyRing = inject(KeyRing),
  ) {}

  /** In place of an earlier one. */
  async keep(key: string, value: unknown, now: Date): Promise<void> {
    const sealed = await this.keyRing.seal(JSON.stringify(value), contextOf(key))
    await this.answers.updateOne({ _id: key }, { $set: { sealed, expiresAt: endOf(now) } }, { upsert: true })
  }

  async read<T>(key: string, now: Date): Promise<T | null> {
    return this.#open<T>(await this.answers.findOne({ _id: key }), now)
  }

  /** Takes it for good: one caller wins. */
  async take<T>(key: string, now: Date): Promise<T | null> {
    return this.#open<T>(await this.answers.findOneAndDelete({ _id: key }), now)
  }

  /** @returns false when the key was spent before */
  async spend(key: string, now: Date): Promise<boolean> {
    return insertDocument(this.answers, { _id: key, sealed: '', expiresAt: endOf(now) })
  }

  async isSpent(key: string): Promise<boolean> {
    return (await this.answers.findOne({ _id: key }, { projection: { _id: 1 } })) !== null
  }

  /** By `expiresAt`: tidying up only. */
  async sweep(now: Date): Promise<void> {
    await this.answers.deleteMany({ expiresAt: { $lte: now } })
  }

  async #open<T>(kept: PendingAnswerDocument | null, now: Date): Promise<T | null> {
    if (!kept || now >= kept.expiresAt) return null
    return JSON.parse(await this.keyRing.open(kept.sealed, contextOf(kept._id))) as T
  }
}

const contextOf = (key: string) => ({ owner: key, purpose: 'sso-answer' })
const endOf = (now: Date) => new Date(now.getTime() + limits.ssoRequestLifetime)
