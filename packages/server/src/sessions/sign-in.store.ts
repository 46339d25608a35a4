import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { insertDocument } from '../platform/mongo/database.js'
import { ChallengeStore } from './challenge.store.js'
import { SignInCollection, type SignInDocument } from './session.model.js'

/** A sign-in that has become a session. */
export interface FinishedSignIn {
  accountId: string
  browser: string | null
  /** Of the one that a second step has finished, if it was stored: it is over. */
  ticketHash: string | null
  at: Date
}

export class SignInStore {
  readonly challenges: ChallengeStore<SignInDocument>

  constructor(private readonly signIns = inject(SignInCollection)) {
    this.challenges = new ChallengeStore(signIns)
  }

  async insert(signIn: SignInDocument): Promise<void> {
    await insertDocument(this.signIns, signIn)
  }

  /** By `_id`. */
  async byTicketHash(ticketHash: string, now: Date): Promise<SignInDocument | null> {
    const signIn = await this.signIns.findOne({ _id: ticketHash })
    return signIn && now < signIn.expiresAt ? signIn : null
  }

  /** Ends it for good: true for one caller only, who goes on to the session. */
  async consume(ticketHash: string): Promise<boolean> {
    const { deletedCount } = await this.signIns.deleteOne({ _id: ticketHash })
    return deletedCount === 1
  }

  /** A text that has arrived stays good: what is held back is the next one. */
  async holdSms(ticketHash: string, until: Date): Promise<void> {
    await this.signIns.updateOne({ _id: ticketHash }, { $set: { smsHeldUntil: until } })
  }

  async reEnrol(ticketHash: string): Promise<SignInDocument | null> {
    return this.signIns.findOneAndUpdate(
      { _id: ticketHash, awaitsSso: false },
      { $set: { isReEnrolling: true } },
      { returnDocument: 'after' },
    )
  }

  /** Ten more minutes, a few times. */
  async extend(ticketHash: string, expiresAt: Date): Promise<SignInDocument | null> {
    return this.signIns.findOneAndUpdate(
      { _id: ticketHash, extensions: { $lt: limits.signInExtensions } },
      { $set: { expiresAt }, $inc: { extensions: 1 } },
      { returnDocument: 'after' },
    )
  }

  /** Ends a sign-in unfinished: its owner is still notified, if there is something to report. */
  async abandon(ticketHash: string, now: Date): Promise<void> {
    await this.signIns.updateOne({ _id: ticketHash, expiresAt: { $gt: now } }, { $set: { expiresAt: now } })
  }

  /** By `accountId`: those that the owner is still to be notified of, oldest first. */
  async unfinishedOf(accountId: string): Promise<SignInDocument[]> {
    return this.signIns
      .find({ accountId, tellAt: { $type: 'date' } })
      .sort({ createdAt: 1 })
      .limit(100)
      .toArray()
  }

  /** By `tellAt`: those whose owners are due to be notified. */
  async unfinishedBefore(now: Date): Promise<SignInDocument[]> {
    return this.signIns
      .find({ tellAt: { $lte: now } })
      .sort({ tellAt: 1 })
      .limit(500)
      .toArray()
  }

  /** Postpones the notice about these until then; null: their owner was notified. */
  async scheduleNotice(ticketHashes: readonly string[], tellAt: Date | null): Promise<void> {
    await this.signIns.updateMany({ _id: { $in: [...ticketHashes] } }, { $set: { tellAt } })
  }

  /**
   * By `_id` and by `accountId`, in one command: those that a second step has finished end, and their owners are not
   * notified of them, nor of earlier ones in the same browser, which were the same person.
   */
  async finish(finished: readonly FinishedSignIn[]): Promise<void> {
    const changes = finished.flatMap(({ accountId, browser, ticketHash, at }) => {
      const earlier = { accountId, browser, tellAt: { $type: 'date' as const } }
      const ended = { tellAt: null, expiresAt: at }
      return [
        ...(browser ? [{ updateMany: { filter: earlier, update: { $set: { tellAt: null } } } }] : []),
        ...(ticketHash ? [{ updateMany: { filter: { _id: ticketHash }, update: { $set: ended } } }] : []),
      ]
    })
    if (changes.length > 0) await this.signIns.bulkWrite(changes, { ordered: false })
  }

  /** By `expiresAt`: tidying up only. */
  async sweep(now: Date): Promise<void> {
    await this.signIns.deleteMany({ expiresAt: { $lte: now }, tellAt: null })
  }

  async endAll(): Promise<number> {
    return (await this.signIns.deleteMany({})).deletedCount
  }
}
