import { inject } from '@needle-di/core'
import { defineCollection, insertDocument } from '../platform/mongo/database.js'

interface SpentChallengeDocument {
  /** Hash of the challenge. */
  _id: string
  expiresAt: Date
}

export const SpentChallengeCollection = defineCollection<SpentChallengeDocument>('spent_challenges', [
  [{ expiresAt: 1 }],
])

/** Challenges that a passkey has signed in with. */
export class SpentChallengeStore {
  constructor(private readonly challenges = inject(SpentChallengeCollection)) {}

  /** True for one caller only. */
  async spend(challengeHash: string, expiresAt: Date): Promise<boolean> {
    return insertDocument(this.challenges, { _id: challengeHash, expiresAt })
  }

  /** By `expiresAt`: housekeeping only, since an expired challenge is refused when it is read. */
  async sweep(now: Date): Promise<void> {
    await this.challenges.deleteMany({ expiresAt: { $lte: now } })
  }
}
