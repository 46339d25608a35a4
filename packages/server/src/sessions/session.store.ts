import { limits } from '@twinlock/shared/limits'
import type { Evidence } from '../domain/evidence.js'
import { insertDocument } from '../platform/mongo/insert-document.js'
import type { CodeSlot, SessionDocument, SessionModel } from './session.model.js'

export class SessionStore {
  constructor(private readonly sessions: SessionModel) {}

  async insert(session: SessionDocument): Promise<void> {
    await insertDocument(this.sessions, session)
  }

  /** By `_id`. Expiry and idleness are judged by whoever reads. */
  async byTokenHash(tokenHash: string): Promise<SessionDocument | null> {
    return this.sessions.findById(tokenHash).lean<SessionDocument>()
  }

  /** By `accountId, createdAt`. */
  async ofAccount(accountId: string): Promise<SessionDocument[]> {
    return this.sessions.find({ accountId }).sort({ createdAt: -1 }).limit(100).lean<SessionDocument[]>()
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $set: { lastSeenAt: now } })
  }

  /** Records what was proved, and follows the account into its new epoch where the act raised it. */
  async prove(id: string, evidence: Evidence[], epoch: number): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $set: { evidence, epoch, guesses: 0, sms: null } })
  }

  async setCode(id: string, slot: 'sms' | 'mailbox', code: CodeSlot): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $set: { [slot]: code } })
  }

  /** Spends a code: true for one caller only. */
  async spendCode(id: string, slot: 'sms' | 'mailbox', sealedCode: string): Promise<boolean> {
    const { modifiedCount } = await this.sessions.updateOne(
      { _id: id, [`${slot}.sealedCode`]: sealedCode },
      { $set: { [slot]: null, guesses: 0 } },
    )
    return modifiedCount === 1
  }

  /** Reserves one of five guesses; the count starts anew a lock's length after the last. Null: none left. */
  async reserveGuess(id: string, now: Date): Promise<SessionDocument | null> {
    const next = { $inc: { guesses: 1 }, $set: { lastGuessAt: now } }
    const reserved = await this.sessions
      .findOneAndUpdate({ _id: id, guesses: { $lt: limits.guessesPerCode } }, next, { returnDocument: 'after' })
      .lean<SessionDocument>()
    if (reserved) return reserved
    const rested = new Date(now.getTime() - limits.guessLock)
    return this.sessions
      .findOneAndUpdate(
        { _id: id, lastGuessAt: { $lte: rested } },
        { $set: { guesses: 1, lastGuessAt: now } },
        { returnDocument: 'after' },
      )
      .lean<SessionDocument>()
  }

  /** Gives a guess back that was never judged. */
  async releaseGuess(id: string): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $inc: { guesses: -1 } })
  }

  async end(id: string): Promise<boolean> {
    const { deletedCount } = await this.sessions.deleteOne({ _id: id })
    return deletedCount === 1
  }

  /** By `accountId`; an id of another account's session ends nothing. */
  async endByPublicId(accountId: string, publicId: string): Promise<boolean> {
    const { deletedCount } = await this.sessions.deleteOne({ accountId, publicId })
    return deletedCount === 1
  }

  /** By `accountId`. */
  async endOthers(accountId: string, keepId: string | null): Promise<void> {
    await this.sessions.deleteMany({ accountId, ...(keepId ? { _id: { $ne: keepId } } : {}) })
  }

  /** By `expiresAt`: tidying up only, whoever reads judges expiry. */
  async sweep(now: Date): Promise<void> {
    await this.sessions.deleteMany({ expiresAt: { $lte: now } })
  }

  async endAll(): Promise<number> {
    return (await this.sessions.deleteMany({})).deletedCount
  }
}
