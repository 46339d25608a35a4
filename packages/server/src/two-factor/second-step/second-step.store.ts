import { limits } from '@twinlock/shared/limits'
import type { AccountDocument, AccountModel } from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'
import { newId } from '../../platform/crypto/tokens.js'

export interface ReservedGuess {
  guessId: string
  account: AccountDocument
  /** Where else the slot was counted (a set-up's own five), to give it back there too. */
  also: { where: Record<string, unknown>; inc: Record<string, number> }
}

/** Owns of an account: its attempts, the last TOTP step, and when a factor was last used. */
export class SecondStepStore {
  constructor(private readonly accounts: AccountModel) {}

  /**
   * Reserves a slot before a guess is judged, so that parallel guesses cannot pass the limits.
   * @param where further conditions on the document, counted down together with the account (`inc`)
   * @returns null when refused: locked, exhausted, or a condition not met
   */
  async reserveGuess(
    accountId: string,
    now: Date,
    { where = {}, inc = {} }: { where?: Record<string, unknown>; inc?: Record<string, number> } = {},
  ): Promise<ReservedGuess | null> {
    const guessId = newId('guess')
    const notExhausted = {
      $nor: [
        {
          [`attempts.recent.${limits.guessesInAll - 1}`]: { $exists: true },
          'attempts.recent.0.at': { $gt: new Date(now.getTime() - limits.guessMemory) },
        },
      ],
    }
    const base = { _id: accountId, ...where, ...notExhausted }
    const remember = { 'attempts.recent': { $each: [{ id: guessId, at: now }], $slice: -limits.guessesInAll } }
    const inRow = await this.accounts
      .findOneAndUpdate(
        { ...base, 'attempts.inARow': { $lt: limits.guessesInARow } },
        { $inc: { 'attempts.inARow': 1, ...inc }, $set: { 'attempts.lastGuessAt': now }, $push: remember },
        { returnDocument: 'after' },
      )
      .lean<AccountDocument>()
    if (inRow) return { guessId, account: inRow, also: { where, inc } }

    const rested = new Date(now.getTime() - limits.guessLock)
    const anew = await this.accounts
      .findOneAndUpdate(
        { ...base, 'attempts.inARow': { $gte: limits.guessesInARow }, 'attempts.lastGuessAt': { $lte: rested } },
        {
          $set: { 'attempts.inARow': 1, 'attempts.lastGuessAt': now },
          $push: remember,
          ...(Object.keys(inc).length > 0 ? { $inc: inc } : {}),
        },
        { returnDocument: 'after' },
      )
      .lean<AccountDocument>()
    return anew ? { guessId, account: anew, also: { where, inc } } : null
  }

  /** A guess that could not be judged (a fault of ours) is not counted. */
  async giveBack({ guessId, account, also }: ReservedGuess): Promise<void> {
    const id = { _id: account._id, 'attempts.recent.id': guessId }
    const { modifiedCount } = await this.accounts.updateOne(
      { ...id, 'attempts.inARow': { $gt: 0 } },
      { $inc: { 'attempts.inARow': -1 }, ...slotFreed(guessId) },
    )
    // A success meanwhile has cleared the row: below nothing it would be worth one more guess.
    if (modifiedCount === 0) await this.accounts.updateOne(id, slotFreed(guessId))
    const counted = Object.entries(also.inc)
    if (counted.length === 0) return
    const { [`${counted[0]?.[0]}`]: _, ...same } = also.where
    await this.accounts.updateOne(
      { _id: account._id, ...same },
      { $inc: Object.fromEntries(counted.map(([path, count]) => [path, -count])) },
    )
  }

  /** Accepts a TOTP step: one caller wins and gets the account as it is now; every later one finds the step used. */
  async acceptTotpStep(guess: ReservedGuess, step: number, now: Date): Promise<AccountDocument | null> {
    return this.#accept(
      guess,
      { $or: [{ lastTotpStep: null }, { lastTotpStep: { $lt: step } }] },
      { $set: { lastTotpStep: step, 'factors.app.lastUsedAt': now, ...rowCleared } },
    )
  }

  /** Spends a backup code, by its place in the sheet: one caller wins. A new sheet raises the epoch. */
  async acceptBackupCode(
    guess: ReservedGuess,
    place: number,
    event: DomainEvent,
    now: Date,
  ): Promise<AccountDocument | null> {
    const usedAt = `backupCodes.${place}.usedAt`
    return this.#accept(guess, { [usedAt]: null }, { $set: { [usedAt]: now, ...rowCleared }, $push: { events: event } })
  }

  /** An SMS code was right; its own document has decided who won. Null when the account was changed meanwhile. */
  async acceptSms(guess: ReservedGuess, now: Date): Promise<AccountDocument | null> {
    return this.#accept(guess, {}, { $set: { 'factors.sms.lastUsedAt': now, ...rowCleared } })
  }

  /** A mailbox code was right. */
  async acceptMailbox({ guessId, account }: ReservedGuess): Promise<void> {
    await this.accounts.updateOne({ _id: account._id }, { $set: rowCleared, ...slotFreed(guessId) })
  }

  /** Only in the epoch that the guess was reserved in: what a change has ended is not accepted after it. */
  async #accept(
    { guessId, account }: ReservedGuess,
    where: Record<string, unknown>,
    update: { $set: Record<string, unknown>; $push?: Record<string, unknown> },
  ): Promise<AccountDocument | null> {
    return this.accounts
      .findOneAndUpdate(
        { _id: account._id, epoch: account.epoch, ...where },
        { ...update, ...slotFreed(guessId) },
        { returnDocument: 'after' },
      )
      .lean<AccountDocument>()
  }
}

/** A success clears the row of ten, and takes back only its own slot of the ninety days. */
export const rowCleared = { 'attempts.inARow': 0 }
export const slotFreed = (guessId: string) => ({ $pull: { 'attempts.recent': { id: guessId } } })
