import { inject } from '@needle-di/core'
import { Schema } from 'mongoose'
import { defineModel, insertDocument } from '../platform/mongo/database.js'

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

export const SpentChallengeModel = defineModel<SpentChallengeDocument>('SpentChallenge', spentChallengeSchema)

/** Challenges that a passkey has signed in with. */
export class SpentChallengeStore {
  constructor(private readonly challenges = inject(SpentChallengeModel)) {}

  /** True for one caller only. */
  async spend(challengeHash: string, expiresAt: Date): Promise<boolean> {
    return insertDocument(this.challenges, { _id: challengeHash, expiresAt })
  }

  /** By `expiresAt`: housekeeping only, since an expired challenge is refused when it is read. */
  async sweep(now: Date): Promise<void> {
    await this.challenges.deleteMany({ expiresAt: { $lte: now } })
  }
}
