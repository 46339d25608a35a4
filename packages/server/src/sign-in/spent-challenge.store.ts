import { inject } from '@needle-di/core'
import { type Model, Schema } from 'mongoose'
import { Database } from '../platform/mongo/database.js'
import { insertDocument } from '../platform/mongo/insert-document.js'

interface SpentChallengeDocument {
  /** Hash of the challenge. */
  _id: string
  expiresAt: Date
}

const spentChallengeSchema = new Schema<SpentChallengeDocument>(
  { _id: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { collection: 'spent_challenges', versionKey: false, strict: 'throw' },
)
spentChallengeSchema.index({ expiresAt: 1 })

/** Challenges that a passkey has signed in with. */
export class SpentChallengeStore {
  readonly #challenges: Model<SpentChallengeDocument>

  constructor(connection = inject(Database)) {
    this.#challenges =
      connection.models.SpentChallenge ??
      connection.model<SpentChallengeDocument>('SpentChallenge', spentChallengeSchema)
  }

  /** True for one caller only. */
  async spend(challengeHash: string, expiresAt: Date): Promise<boolean> {
    return insertDocument(this.#challenges, { _id: challengeHash, expiresAt })
  }

  /** By `expiresAt`: housekeeping only, since an expired challenge is refused when it is read. */
  async sweep(now: Date): Promise<void> {
    await this.#challenges.deleteMany({ expiresAt: { $lte: now } })
  }
}
