import { limits } from '@twinlock/shared/limits'
import type { mongo } from 'mongoose'
import type { AccountDocument, AccountModel } from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'
import { newId } from '../../platform/crypto/tokens.js'
import { plainCollection } from '../../platform/mongo/plain-collection.js'

/** Where a begun set-up is kept. */
export type SetUpPath = 'app' | 'sms' | 'passkey'

/** A begun set-up that a guess is for: it has five of its own. */
export interface GuessedSetUp {
  path: SetUpPath
  id: string
  /** Of the account, as its caller knows it: a change meanwhile has ended the caller. */
  epoch: number
}

export interface ReservedGuess {
  guessId: string
  account: AccountDocument
  setUp: GuessedSetUp | null
}

/** Owns of an account: its attempts, the last TOTP step, and when a factor was last used. */
export class SecondStepStore {
  constructor(private readonly accounts: AccountModel) {}

  /**
   * Reserves a slot before a guess is judged, so that parallel guesses cannot pass the limits.
   * @returns null when refused: locked, exhausted, or the set-up is gone or has had its five
   */
  async reserveGuess(accountId: string, now: Date, setUp: GuessedSetUp | null): Promise<ReservedGuess | null> {
    const guessId = newId('guess')
    const open = { _id: accountId, ...setUpIsOpen(setUp), ...notExhausted(now) }
    const counted = setUp ? { [`setUps.${setUp.path}.guesses`]: 1 } : {}
    const remember = { 'attempts.recent': { $each: [{ id: guessId, at: now }], $slice: -limits.guessesInAll } }
    const accounts = plainCollection(this.accounts)
    const inRow = await accounts.findOneAndUpdate(
      { ...open, 'attempts.inARow': { $lt: limits.guessesInARow } },
      { $inc: { 'attempts.inARow': 1, ...counted }, $set: { 'attempts.lastGuessAt': now }, $push: remember },
      { returnDocument: 'after' },
    )
    if (inRow) return { guessId, account: inRow, setUp }

    const rested = new Date(now.getTime() - limits.guessLock)
    const anew = await accounts.findOneAndUpdate(
      { ...open, 'attempts.inARow': { $gte: limits.guessesInARow }, 'attempts.lastGuessAt': { $lte: rested } },
      {
        $set: { 'attempts.inARow': 1, 'attempts.lastGuessAt': now },
        $push: remember,
        ...(setUp ? { $inc: counted } : {}),
      },
      { returnDocument: 'after' },
    )
    return anew ? { guessId, account: anew, setUp } : null
  }

  /** A guess that could not be judged (a fault of ours) is not counted. */
  async giveBack({ guessId, account, setUp }: ReservedGuess): Promise<void> {
    const id = { _id: account._id, 'attempts.recent.id': guessId }
    const { modifiedCount } = await this.accounts.updateOne(
      { ...id, 'attempts.inARow': { $gt: 0 } },
      { $inc: { 'attempts.inARow': -1 }, ...slotFreed(guessId) },
    )
    // A success meanwhile has cleared the row: below nothing it would be worth one more guess.
    if (modifiedCount === 0) await this.accounts.updateOne(id, slotFreed(guessId))
    if (!setUp) return
    await this.accounts.updateOne(
      { _id: account._id, [`setUps.${setUp.path}.id`]: setUp.id },
      { $inc: { [`setUps.${setUp.path}.guesses`]: -1 } },
    )
  }

  /**
   * Accepts a step that was right, where `where` is still true of the account: one caller wins. Only in the epoch that
   * the guess was reserved in: what a change has ended is not accepted after it.
   * @returns the account as it is now; null when another call was first
   */
  async accept(
    { guessId, account }: ReservedGuess,
    where: mongo.Filter<AccountDocument>,
    set: Record<string, unknown>,
    event?: DomainEvent,
  ): Promise<AccountDocument | null> {
    return plainCollection(this.accounts).findOneAndUpdate(
      { _id: account._id, epoch: account.epoch, ...where },
      { $set: { ...set, ...rowCleared }, ...(event ? { $push: { events: event } } : {}), ...slotFreed(guessId) },
      { returnDocument: 'after' },
    )
  }

  /** Accepts a step that no guess was reserved for. It clears no row, since failed ones counted in none. */
  async acceptUncounted(
    { _id, epoch }: AccountDocument,
    where: mongo.Filter<AccountDocument>,
    set: Record<string, unknown>,
  ): Promise<AccountDocument | null> {
    return plainCollection(this.accounts).findOneAndUpdate(
      { _id, epoch, ...where },
      { $set: set },
      { returnDocument: 'after' },
    )
  }

  /** A mailbox code was right. */
  async acceptMailbox({ guessId, account }: ReservedGuess): Promise<void> {
    await this.accounts.updateOne({ _id: account._id }, { $set: rowCleared, ...slotFreed(guessId) })
  }
}

function notExhausted(now: Date): Record<string, unknown> {
  const isFull = { [`attempts.recent.${limits.guessesInAll - 1}`]: { $exists: true } }
  return { $nor: [{ ...isFull, 'attempts.recent.0.at': { $gt: new Date(now.getTime() - limits.guessMemory) } }] }
}

function setUpIsOpen(setUp: GuessedSetUp | null): Record<string, unknown> {
  if (!setUp) return {}
  const path = `setUps.${setUp.path}`
  return { epoch: setUp.epoch, [`${path}.id`]: setUp.id, [`${path}.guesses`]: { $lt: limits.guessesPerCode } }
}

/** A success clears the row of ten, and takes back only its own slot of the ninety days. */
export const rowCleared = { 'attempts.inARow': 0 }
export const slotFreed = (guessId: string) => ({ $pull: { 'attempts.recent': { id: guessId } } })
