import { inject } from '@needle-di/core'
import type { Locale } from '@twinlock/shared/locales'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/database.js'
import { AccountCollection, type AccountDocument } from './account.model.js'

/** As many browsers and address blocks of an account are remembered. */
const KNOWN_PLACES = 20

/** From where an account was signed in to, and in what language and time zone its browser asked. */
export interface KnownPlace {
  accountId: string
  block: string
  at: Date
  locale: Locale | undefined
  timeZone: string | undefined
}

/** Owns of an account: address, name, password, reset link, networks, known browsers, epoch. */
export class ProfileStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /** By `_id`. */
  async byId(id: string): Promise<AccountDocument | null> {
    return this.accounts.findOne({ _id: id })
  }

  /** By `_id`. */
  async byIds(ids: readonly string[]): Promise<AccountDocument[]> {
    return this.accounts.find({ _id: { $in: [...ids] } }).toArray()
  }

  /** By `emailKey`. */
  async byEmailKey(emailKey: string): Promise<AccountDocument | null> {
    return this.accounts.findOne({ emailKey })
  }

  /**
   * Whether an account has this address, or had it within the week in which that can be undone; by `emailKey` and
   * `heldEmailKeys`. An address whose week has passed is released here, for the unique index cannot tell the time.
   */
  async isAddressHeld(emailKey: string, now: Date): Promise<boolean> {
    const holder = await this.accounts.findOne({ $or: [{ emailKey }, { heldEmailKeys: emailKey }] })
    if (!holder) return false
    if (holder.emailKey === emailKey || (holder.emailUndo && now < holder.emailUndo.expiresAt)) return true
    await this.accounts.updateOne(
      { _id: holder._id, emailKey: { $ne: emailKey }, 'emailUndo.expiresAt': { $lte: now } },
      { $pull: { heldEmailKeys: emailKey }, $set: { emailUndo: null } },
    )
    return false
  }

  /** By `resetLink.tokenHash`. */
  async byResetToken(tokenHash: string): Promise<AccountDocument | null> {
    return this.accounts.findOne({ 'resetLink.tokenHash': tokenHash })
  }

  /** @returns false when the address has an account already */
  async insert(account: AccountDocument): Promise<boolean> {
    return insertDocument(this.accounts, account)
  }

  async setResetLink(id: string, tokenHash: string, expiresAt: Date, event: DomainEvent): Promise<void> {
    await this.accounts.updateOne(
      { _id: id },
      { $set: { resetLink: { tokenHash, expiresAt } }, $push: { events: event } },
    )
  }

  /** Spends the link: one caller wins. A new password by mail also ends the refusal after a hundred wrong guesses. */
  async resetPassword(id: string, tokenHash: string, passwordHash: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.accounts.updateOne(
      { _id: id, 'resetLink.tokenHash': tokenHash },
      {
        $set: { resetLink: null, emailChange: null, passwordHash, 'attempts.recent': [] },
        $inc: { epoch: 1 },
        $push: { events: event },
      },
    )
    return modifiedCount === 1
  }

  /** @returns the account as it is now, or null when another change came first */
  async changePassword(
    id: string,
    epoch: number,
    passwordHash: string,
    event: DomainEvent,
  ): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id: id, epoch },
      { $set: { passwordHash, resetLink: null, emailChange: null }, $inc: { epoch: 1 }, $push: { events: event } },
      { returnDocument: 'after' },
    )
  }

  /** @returns the account as it is now, or null when another change came first */
  async changeName(id: string, epoch: number, name: string, event: DomainEvent): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id: id, epoch },
      { $set: { name }, $inc: { epoch: 1 }, $push: { events: event } },
      { returnDocument: 'after' },
    )
  }

  async setLocale(id: string, locale: Locale): Promise<void> {
    await this.accounts.updateOne({ _id: id }, { $set: { locale } })
  }

  /** By `emailKey`. The language and time zone of each account. */
  async readersOf(
    emailKeys: readonly string[],
  ): Promise<Map<string, { locale: Locale | undefined; timeZone: string | undefined }>> {
    const found = await this.accounts
      .find({ emailKey: { $in: [...emailKeys] } })
      .project<Pick<AccountDocument, 'emailKey' | 'locale' | 'timeZone'>>({ emailKey: 1, locale: 1, timeZone: 1 })
      .toArray()
    return new Map(found.map(({ emailKey, locale, timeZone }) => [emailKey, { locale, timeZone }]))
  }

  /** A browser that the account was signed in to in, unless it is known. */
  async rememberBrowser(id: string, browser: string): Promise<void> {
    await this.accounts.updateOne(
      { _id: id, knownBrowsers: { $ne: browser } },
      { $push: { knownBrowsers: { $each: [browser], $slice: -KNOWN_PLACES } } },
    )
  }

  /** Remembers from where accounts were signed in to, in one command: each block in place of its older entry. */
  async rememberSignIns(places: readonly KnownPlace[]): Promise<void> {
    if (places.length === 0) return
    await this.accounts.bulkWrite(
      places.map(({ accountId, block, at, locale, timeZone }) => {
        const others = {
          $filter: { input: { $ifNull: ['$knownBlocks', []] }, as: 'known', cond: { $ne: ['$$known.block', block] } },
        }
        const set = {
          knownBlocks: { $slice: [{ $concatArrays: [others, [{ block, at }]] }, -KNOWN_PLACES] },
          ...(locale ? { locale: { $ifNull: ['$locale', locale] } } : {}),
          ...(timeZone ? { timeZone: { $literal: timeZone } } : {}),
        }
        return { updateOne: { filter: { _id: accountId }, update: [{ $set: set }] } }
      }),
      { ordered: false },
    )
  }

  /** @returns the account as it is now */
  async enterNetwork(id: string, networkId: string): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id: id },
      { $addToSet: { networkIds: networkId } },
      { returnDocument: 'after' },
    )
  }

  /** @returns the account as it is now */
  async leaveNetwork(id: string, networkId: string): Promise<AccountDocument | null> {
    return this.accounts.findOneAndUpdate(
      { _id: id },
      { $pull: { networkIds: networkId } },
      { returnDocument: 'after' },
    )
  }

  /**
   * Writes down that sign-ins were not finished, unless that was done after `since`.
   * @returns when it was done before; null: it is done now
   */
  async noteUnfinished(id: string, since: Date, now: Date, event: DomainEvent): Promise<Date | null> {
    const accounts = this.accounts
    const noted = await accounts.updateOne(
      { _id: id, $or: [{ unfinishedToldAt: null }, { unfinishedToldAt: { $lte: since } }] },
      { $set: { unfinishedToldAt: now }, $push: { events: event } },
    )
    if (noted.modifiedCount === 1) return null
    const account = await accounts.findOne({ _id: id }, { projection: { unfinishedToldAt: 1 } })
    return account?.unfinishedToldAt ?? null
  }

  async note(id: string, event: DomainEvent): Promise<void> {
    await this.accounts.updateOne({ _id: id }, { $push: { events: event } })
  }
}
