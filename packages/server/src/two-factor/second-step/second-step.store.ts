import { limits } from '@twinlock/shared/limits'
import type { AccountDocument, AccountModel } from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'
import { newId } from '../../platform/crypto/tokens.js'

export interface ReservedGuess {
  guessId: string
  account: AccountDocument
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
    if (inRow) return { guessId, account: inRow }

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
    return anew ? { guessId, account: anew } : null
  }

  /** A guess that could not be judged (a fault of ours) is not counted. */
  async giveBack(accountId: string, guessId: string): Promise<void> {
    await this.accounts.updateOne(
      { _id: accountId, 'attempts.recent.id': guessId },
      { $inc: { 'attempts.inARow': -1 }, $pull: { 'attempts.recent': { id: guessId } } },
    )
  }

  /** Accepts a TOTP step: one caller wins, and every later one finds it used. */
  async acceptTotpStep({ guessId, account }: ReservedGuess, step: number, now: Date): Promise<boolean> {
    const { modifiedCount } = await this.accounts.updateOne(
      { _id: account._id, epoch: account.epoch, $or: [{ lastTotpStep: null }, { lastTotpStep: { $lt: step } }] },
      { $set: { lastTotpStep: step, 'factors.app.lastUsedAt': now, ...rowCleared }, ...slotFreed(guessId) },
    )
    return modifiedCount === 1
  }

  /** Spends a backup code, by its place in the sheet: one caller wins. A new sheet raises the epoch. */
  async acceptBackupCode(
    { guessId, account }: ReservedGuess,
    place: number,
    event: DomainEvent,
    now: Date,
  ): Promise<boolean> {
    const usedAt = `backupCodes.${place}.usedAt`
    const { modifiedCount } = await this.accounts.updateOne(
      { _id: account._id, epoch: account.epoch, [usedAt]: null },
      { $set: { [usedAt]: now, ...rowCleared }, ...slotFreed(guessId), $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** An SMS code was right; its own document has decided who won. */
  async acceptSms({ guessId, account }: ReservedGuess, now: Date): Promise<void> {
    await this.accounts.updateOne(
      { _id: account._id, 'factors.sms': { $ne: null } },
      { $set: { 'factors.sms.lastUsedAt': now, ...rowCleared }, ...slotFreed(guessId) },
    )
  }

  /** A mailbox code was right. */
  async acceptMailbox({ guessId, account }: ReservedGuess): Promise<void> {
    await this.accounts.updateOne({ _id: account._id }, { $set: rowCleared, ...slotFreed(guessId) })
  }
}

/** A success clears the row of ten, and takes back only its own slot of the ninety days. */
export const rowCleared = { 'attempts.inARow': 0 }
export const slotFreed = (guessId: string) => ({ $pull: { 'attempts.recent': { id: guessId } } })
