import { limits } from '@twinlock/shared/limits'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/insert-document.js'
import type { CodeSlot, PasskeyChallengeSlot } from '../sessions/session.model.js'
import type { VerificationDocument, VerificationModel, VerificationOutcome } from './verification.model.js'

const SWEPT_AT_ONCE = 200

export class VerificationStore {
  constructor(private readonly verifications: VerificationModel) {}

  /** @returns false when one of this id is there already */
  async insert(verification: VerificationDocument): Promise<boolean> {
    return insertDocument(this.verifications, verification)
  }

  /** By `_id`. Whether it is over is judged by whoever reads. */
  async byId(id: string): Promise<VerificationDocument | null> {
    return this.verifications.findById(id).lean<VerificationDocument>()
  }

  /** Ends it: one caller wins, and a code that comes after finds it ended. Null: it had ended. */
  async end(id: string, outcome: VerificationOutcome, event: DomainEvent): Promise<VerificationDocument | null> {
    return this.verifications
      .findOneAndUpdate(
        { _id: id, outcome: null },
        { $set: { outcome, sms: null, passkey: null }, $unset: { openUntil: 1 }, $push: { events: event } },
        { returnDocument: 'after' },
      )
      .lean<VerificationDocument>()
  }

  /** Reserves one of five guesses before it is judged. Null: none left, or it has ended. */
  async reserveGuess(id: string): Promise<VerificationDocument | null> {
    return this.verifications
      .findOneAndUpdate(
        { _id: id, outcome: null, guesses: { $lt: limits.guessesPerCode } },
        { $inc: { guesses: 1 } },
        { returnDocument: 'after' },
      )
      .lean<VerificationDocument>()
  }

  /** Gives a guess back that was never judged. */
  async releaseGuess(id: string): Promise<void> {
    await this.verifications.updateOne({ _id: id }, { $inc: { guesses: -1 } })
  }

  /** Keeps a code in place of the one it was drafted from: of requests that come at once, one wins. */
  async replaceCode(id: string, from: CodeSlot | null, to: CodeSlot | null): Promise<boolean> {
    const isFrom = from ? { 'sms.sealedCode': from.sealedCode, 'sms.sends': from.sends } : { sms: null }
    const { modifiedCount } = await this.verifications.updateOne(
      { _id: id, outcome: null, ...isFrom },
      { $set: { sms: to } },
    )
    return modifiedCount === 1
  }

  /** Spends the texted code: true for one caller only. */
  async spendSms(id: string, sealedCode: string): Promise<boolean> {
    const { modifiedCount } = await this.verifications.updateOne(
      { _id: id, 'sms.sealedCode': sealedCode },
      { $set: { sms: null } },
    )
    return modifiedCount === 1
  }

  /** A newer challenge takes the older one's place. */
  async keepPasskeyChallenge(id: string, passkey: PasskeyChallengeSlot): Promise<void> {
    await this.verifications.updateOne({ _id: id, outcome: null }, { $set: { passkey } })
  }

  /** Spends the challenge: true for one caller only. */
  async spendPasskeyChallenge(id: string, challenge: string): Promise<boolean> {
    const { modifiedCount } = await this.verifications.updateOne(
      { _id: id, 'passkey.challenge': challenge },
      { $set: { passkey: null } },
    )
    return modifiedCount === 1
  }

  /** By the sparse `openUntil`: those that nobody answered in time. */
  async over(now: Date): Promise<VerificationDocument[]> {
    return this.verifications
      .find({ openUntil: { $lte: now } })
      .limit(SWEPT_AT_ONCE)
      .lean<VerificationDocument[]>()
  }

  /** By `createdAt`. */
  async sweep(before: Date): Promise<void> {
    await this.verifications.deleteMany({ createdAt: { $lt: before } })
  }
}
