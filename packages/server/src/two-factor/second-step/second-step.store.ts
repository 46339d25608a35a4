import { limits } from '@twinlock/shared/limits'
import type { AccountDocument, AccountModel, PasskeyFactor, StoredBackupCode } from '../../accounts/account.model.js'
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

  /** Accepts a TOTP step: one caller wins and gets the account as it is now; every later one finds the step used. */
  async acceptTotpStep(guess: ReservedGuess, step: number, now: Date): Promise<AccountDocument | null> {
    return this.#accept(
      guess,
      { $or: [{ lastTotpStep: null }, { lastTotpStep: { $lt: step } }] },
      { $set: { lastTotpStep: step, 'factors.app.lastUsedAt': now, ...rowCleared } },
    )
  }

  /**
   * Spends a backup code: one caller wins. `$elemMatch` holds both conditions to one code; a path such as
   * `backupCodes.2.usedAt` compared with null would match any sheet, because MongoDB also looks for a field named "2".
   */
  async acceptBackupCode(
    guess: ReservedGuess,
    { id }: StoredBackupCode,
    event: DomainEvent,
    now: Date,
  ): Promise<AccountDocument | null> {
    return this.#accept(
      guess,
      { backupCodes: { $elemMatch: { id, usedAt: null } } },
      { $set: { 'backupCodes.$.usedAt': now, ...rowCleared }, $push: { events: event } },
    )
  }

  /** An SMS code was right; its own document has decided who won. Null when the account was changed meanwhile. */
  async acceptSms(guess: ReservedGuess, now: Date): Promise<AccountDocument | null> {
    return this.#accept(guess, {}, { $set: { 'factors.sms.lastUsedAt': now, ...rowCleared } })
  }

  /** Accepts an assertion and stores its counter: of two assertions with the same counter, one wins. */
  async acceptPasskey(
    guess: ReservedGuess,
    { id, counter }: PasskeyFactor,
    newCounter: number,
    now: Date,
  ): Promise<AccountDocument | null> {
    return this.#accept(
      guess,
      { 'factors.passkeys': { $elemMatch: { id, counter } } },
      {
        $set: { 'factors.passkeys.$.counter': newCounter, 'factors.passkeys.$.lastUsedAt': now, ...rowCleared },
      },
    )
  }

  /**
   * Accepts an assertion that signs in alone: the same write, without a guess. It clears no row, since failed ones counted
   * in none.
   */
  async acceptPasskeyAlone(
    account: AccountDocument,
    { id, counter }: PasskeyFactor,
    newCounter: number,
    now: Date,
  ): Promise<AccountDocument | null> {
    return plainCollection(this.accounts).findOneAndUpdate(
      { _id: account._id, epoch: account.epoch, 'factors.passkeys': { $elemMatch: { id, counter } } },
      { $set: { 'factors.passkeys.$.counter': newCounter, 'factors.passkeys.$.lastUsedAt': now } },
      { returnDocument: 'after' },
    )
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
    return plainCollection(this.accounts).findOneAndUpdate(
      { _id: account._id, epoch: account.epoch, ...where },
      { ...update, ...slotFreed(guessId) },
      { returnDocument: 'after' },
    )
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
