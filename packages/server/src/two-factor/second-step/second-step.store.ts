import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { AccountCollection, type AccountDocument } from '../../accounts/account.model.js'
import { type Guess, guessesFor } from '../../domain/attempt-limit.js'
import type { DomainEvent } from '../../events/event.types.js'
import { newId } from '../../platform/crypto/tokens.js'
import type { Filter, Values } from '../../platform/mongo/database.js'

/** Far more sign-ins than one account can finish within the lifetime of one. */
const FINISHED_SIGN_INS = 100

/** What a guess is for: a sign-in, a session, a verification, a set-up, a change of address. Each takes five. */
export interface GuessTarget {
  /** Its public id: never a token or the hash of one. */
  id: string
  /** Only attempts from this time on count. */
  since?: Date
  /** What must still be true of the account: a change may have ended what the guess is for. */
  where: Filter<AccountDocument>
  /** When it ends, and its five guesses with it; null: a session, whose guesses return after fifteen minutes. */
  endsAt: Date | null
  /** A sign-in: the write that accepts a step finishes it, so that it opens one session. */
  isSignIn?: boolean
}

export interface ReservedGuess {
  guessId: string
  account: AccountDocument
  target: GuessTarget
  /** How many there are for the target by now, this one included. */
  guesses: number
}

/** Owns of an account: its attempts, the sign-ins they finished, the last TOTP step, and when a factor was last used. */
export class SecondStepStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /**
   * Reserves a slot before a guess is verified, so that parallel guesses cannot pass the limits: those of the account and
   * that of the target, in one write.
   * @returns null when refused: locked, exhausted, the target has had its five, or its condition is no longer true
   */
  async reserveGuess(accountId: string, now: Date, target: GuessTarget): Promise<ReservedGuess | null> {
    const slot: Guess = { id: newId('guess'), at: now, for: target.id }
    const open = { ...target.where, _id: accountId, ...notExhausted(now), $expr: hasRoomFor(target) }
    const remember = { 'attempts.recent': { $each: [slot], $slice: -limits.guessesInAll } }
    const accounts = this.accounts
    const rested = new Date(now.getTime() - limits.guessLock)
    const account =
      (await accounts.findOneAndUpdate(
        { ...open, 'attempts.inARow': { $lt: limits.guessesInARow } },
        { $inc: { 'attempts.inARow': 1 }, $set: { 'attempts.lastGuessAt': now }, $push: remember },
        { returnDocument: 'after' },
      )) ??
      (await accounts.findOneAndUpdate(
        { ...open, 'attempts.inARow': { $gte: limits.guessesInARow }, 'attempts.lastGuessAt': { $lte: rested } },
        { $set: { 'attempts.inARow': 1, 'attempts.lastGuessAt': now }, $push: remember },
        { returnDocument: 'after' },
      ))
    if (!account) return null
    return { guessId: slot.id, account, target, guesses: guessesFor(account.attempts, target.id, target.since).length }
  }

  /** A guess that could not be verified (an internal error) is not counted. */
  async releaseGuess({ guessId, account }: ReservedGuess): Promise<void> {
    const id = { _id: account._id, 'attempts.recent.id': guessId }
    const { modifiedCount } = await this.accounts.updateOne(
      { ...id, 'attempts.inARow': { $gt: 0 } },
      { $inc: { 'attempts.inARow': -1 }, ...withoutGuess(guessId) },
    )
    // A success has reset the count meanwhile. Never below zero: a negative count would allow an extra guess.
    if (modifiedCount === 0) await this.accounts.updateOne(id, withoutGuess(guessId))
  }

  /**
   * Accepts a step that was right, where `where` is still true of the account: one caller wins. Only in the epoch that
   * the guess was reserved in: what a change has ended is not accepted after it. A sign-in is finished by the same write.
   * @returns the account as it is now; null when another call was first
   */
  async accept(
    { guessId, account, target }: ReservedGuess,
    where: Filter<AccountDocument>,
    set: Values<AccountDocument>,
    event?: DomainEvent,
  ): Promise<AccountDocument | null> {
    const { id, isSignIn } = target
    return this.accounts.findOneAndUpdate(
      { _id: account._id, epoch: account.epoch, ...where, ...(isSignIn ? isUnfinished(id) : {}) },
      {
        $set: { ...set, ...streakReset },
        $push: {
          ...(event ? { events: event } : {}),
          ...(isSignIn ? { finishedSignIns: { $each: [id], $slice: -FINISHED_SIGN_INS } } : {}),
        },
        ...withoutGuess(guessId),
      },
      { returnDocument: 'after' },
    )
  }

  /** Accepts a step that no guess was reserved for. It clears no row, since failed ones counted in none. */
  async acceptUncounted(
    { _id, epoch }: AccountDocument,
    where: Filter<AccountDocument>,
    set: Values<AccountDocument>,
  ): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate({ _id, epoch, ...where }, { $set: set }, { returnDocument: 'after' })
  }

  /** A mailbox code was right. */
  async acceptMailbox({ guessId, account }: ReservedGuess): Promise<void> {
    await this.accounts.updateOne({ _id: account._id }, { $set: streakReset, ...withoutGuess(guessId) })
  }
}

/** Holds while no second step has finished the sign-in. */
export const isUnfinished = (signInId: string) => ({ finishedSignIns: { $ne: signInId } })

function notExhausted(now: Date): Filter<AccountDocument> {
  const isFull = { [`attempts.recent.${limits.guessesInAll - 1}`]: { $exists: true } }
  return { $nor: [{ ...isFull, 'attempts.recent.0.at': { $gt: new Date(now.getTime() - limits.guessMemory) } }] }
}

/** The same rule as `guessesFor`. */
function hasRoomFor({ id, since }: GuessTarget): object {
  const isFor = { $eq: ['$$guess.for', id] }
  const cond = since ? { $and: [isFor, { $gte: ['$$guess.at', since] }] } : isFor
  const counted = { $filter: { input: '$attempts.recent', as: 'guess', cond } }
  return { $lt: [{ $size: counted }, limits.guessesPerCode] }
}

/** A success clears the row of ten, and takes back only its own slot of the ninety days. */
export const streakReset = { 'attempts.inARow': 0 }
export const withoutGuess = (guessId: string) => ({ $pull: { 'attempts.recent': { id: guessId } } })
