import { inject } from '@needle-di/core'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/database.js'
import { ChallengeStore } from '../sessions/challenge.store.js'
import { VerificationCollection, type VerificationDocument, type VerificationOutcome } from './verification.model.js'

const SWEPT_AT_ONCE = 200

export class VerificationStore {
  readonly challenges: ChallengeStore<VerificationDocument>

  constructor(private readonly verifications = inject(VerificationCollection)) {
    this.challenges = new ChallengeStore(verifications, { outcome: null })
  }

  /** @returns false if one with this id exists */
  async insert(verification: VerificationDocument): Promise<boolean> {
    return insertDocument(this.verifications, verification)
  }

  /** By `_id`. The caller checks whether it has ended. */
  async byId(id: string): Promise<VerificationDocument | null> {
    return this.verifications.findOne({ _id: id })
  }

  /** Ends it: one caller wins, and a later code finds it ended. @returns null if it had ended */
  async end(id: string, outcome: VerificationOutcome, event: DomainEvent): Promise<VerificationDocument | null> {
    return this.verifications.findOneAndUpdate(
      { _id: id, outcome: null },
      { $set: { outcome, sms: null, passkey: null }, $unset: { openUntil: 1 }, $push: { events: event } },
      { returnDocument: 'after' },
    )
  }

  /** By the sparse `openUntil`: unanswered ones that have expired. */
  async over(now: Date): Promise<VerificationDocument[]> {
    return this.verifications
      .find({ openUntil: { $lte: now } })
      .limit(SWEPT_AT_ONCE)
      .toArray()
  }

  /** By `createdAt`. */
  async sweep(before: Date): Promise<void> {
    await this.verifications.deleteMany({ createdAt: { $lt: before } })
  }
}
