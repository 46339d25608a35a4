import { limits } from '@twinlock/shared/limits'
import type { Evidence } from '../domain/evidence.js'
import { insertDocument } from '../platform/mongo/insert-document.js'
import { plainCollection } from '../platform/mongo/plain-collection.js'
import { evidenceWith } from './evidence-with.js'
import {
  type CodeSlot,
  type PasskeyChallengeSlot,
  type SignInDocument,
  type SignInModel,
  slotIs,
} from './session.model.js'

export class SignInStore {
  constructor(private readonly signIns: SignInModel) {}

  async insert(signIn: SignInDocument): Promise<void> {
    await insertDocument(this.signIns, signIn)
  }

  /** By `_id`. */
  async byTicketHash(ticketHash: string, now: Date): Promise<SignInDocument | null> {
    const signIn = await plainCollection(this.signIns).findOne({ _id: ticketHash })
    return signIn && now < signIn.expiresAt ? signIn : null
  }

  /**
   * Reserves one of five guesses before it is judged.
   * @param signInId the public id of the sign-in that the guess is for; null: whichever the ticket opens
   * @returns null when none is left, or the sign-in is unknown, expired or replaced
   */
  async reserveGuess(ticketHash: string, now: Date, signInId: string | null = null): Promise<SignInDocument | null> {
    const signIn = await plainCollection(this.signIns).findOneAndUpdate(
      { _id: ticketHash, ...(signInId ? { publicId: signInId } : {}), guesses: { $lt: limits.guessesPerCode } },
      { $inc: { guesses: 1 }, $set: { lastGuessAt: now } },
      { returnDocument: 'after' },
    )
    return signIn && now < signIn.expiresAt ? signIn : null
  }

  async releaseGuess(ticketHash: string): Promise<void> {
    await this.signIns.updateOne({ _id: ticketHash, guesses: { $gt: 0 } }, { $inc: { guesses: -1 } })
  }

  /** Ends it for good: true for one caller only, who goes on to the session. */
  async consume(ticketHash: string): Promise<boolean> {
    const { deletedCount } = await plainCollection(this.signIns).deleteOne({ _id: ticketHash })
    return deletedCount === 1
  }

  /** Keeps a code in place of the one it was drafted from: of requests that come at once, one wins. */
  async replaceCode(
    ticketHash: string,
    slot: 'sms' | 'mailbox',
    from: CodeSlot | null,
    to: CodeSlot | null,
  ): Promise<boolean> {
    const { modifiedCount } = await this.signIns.updateOne(
      { _id: ticketHash, ...slotIs(slot, from) },
      { $set: { [slot]: to, ...(slot === 'sms' && to ? { smsHeldUntil: null } : {}) } },
    )
    return modifiedCount === 1
  }

  /** A newer challenge takes the older one's place. */
  async keepPasskeyChallenge(ticketHash: string, passkey: PasskeyChallengeSlot): Promise<void> {
    await this.signIns.updateOne({ _id: ticketHash }, { $set: { passkey } })
  }

  /** A text that has arrived stays good: what is held back is the next one. */
  async holdSms(ticketHash: string, until: Date): Promise<void> {
    await this.signIns.updateOne({ _id: ticketHash }, { $set: { smsHeldUntil: until } })
  }

  /** Spends the mailbox code, records the proof and gives the set-up its own time: true for one caller only. */
  async proveMailbox(
    ticketHash: string,
    sealedCode: string,
    piece: Evidence,
    expiresAt: Date,
  ): Promise<SignInDocument | null> {
    return plainCollection(this.signIns).findOneAndUpdate(
      { _id: ticketHash, 'mailbox.sealedCode': sealedCode },
      [{ $set: { mailbox: null, guesses: 0, evidence: evidenceWith(piece), expiresAt } }],
      { returnDocument: 'after' },
    )
  }

  async reEnrol(ticketHash: string): Promise<SignInDocument | null> {
    return this.signIns
      .findOneAndUpdate(
        { _id: ticketHash, awaitsSso: false },
        { $set: { isReEnrolling: true } },
        { returnDocument: 'after' },
      )
      .lean<SignInDocument>()
  }

  /** Ten more minutes, a few times. */
  async extend(ticketHash: string, expiresAt: Date): Promise<SignInDocument | null> {
    return this.signIns
      .findOneAndUpdate(
        { _id: ticketHash, extensions: { $lt: limits.signInExtensions } },
        { $set: { expiresAt }, $inc: { extensions: 1 } },
        { returnDocument: 'after' },
      )
      .lean<SignInDocument>()
  }

  /** Ends it unfinished: its owner is still told of it, where there is something to tell. */
  async abandon(ticketHash: string, now: Date): Promise<void> {
    await plainCollection(this.signIns).updateOne(
      { _id: ticketHash, expiresAt: { $gt: now } },
      { $set: { expiresAt: now } },
    )
  }

  /** By `accountId`: those that its owner is still to be told of, the oldest first. */
  async unfinishedOf(accountId: string): Promise<SignInDocument[]> {
    return plainCollection(this.signIns)
      .find({ accountId, tellAt: { $type: 'date' } })
      .sort({ createdAt: 1 })
      .limit(100)
      .toArray()
  }

  /** By `tellAt`: those whose owners are to be told now. */
  async unfinishedBefore(now: Date): Promise<SignInDocument[]> {
    return plainCollection(this.signIns)
      .find({ tellAt: { $lte: now } })
      .sort({ tellAt: 1 })
      .limit(500)
      .toArray()
  }

  /** Puts off telling of these until then; null: their owner was told. */
  async tellAt(ticketHashes: readonly string[], tellAt: Date | null): Promise<void> {
    await plainCollection(this.signIns).updateMany({ _id: { $in: [...ticketHashes] } }, { $set: { tellAt } })
  }

  /** By `accountId`: a sign-in was finished in this browser, so the earlier ones there were the same person. */
  async finishedIn(accountId: string, browser: string): Promise<void> {
    await plainCollection(this.signIns).updateMany(
      { accountId, browser, tellAt: { $type: 'date' } },
      { $set: { tellAt: null } },
    )
  }

  /** By `expiresAt`: tidying up only. */
  async sweep(now: Date): Promise<void> {
    await this.signIns.deleteMany({ expiresAt: { $lte: now }, tellAt: null })
  }

  async endAll(): Promise<number> {
    return (await this.signIns.deleteMany({})).deletedCount
  }
}
