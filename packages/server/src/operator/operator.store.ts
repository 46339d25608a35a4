import { inject } from '@needle-di/core'
import { AccountCollection, type AccountDocument } from '../accounts/account.model.js'
import type { DomainEvent } from '../events/event.types.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { NetworkCollection, type NetworkDocument } from '../networks/network.model.js'

/** What an operator does to accounts, many or one, beside the rooms that own them. */
export class OperatorStore {
  constructor(
    private readonly accounts = inject(AccountCollection),
    private readonly networks = inject(NetworkCollection),
    private readonly memberships = inject(MembershipCollection),
  ) {}

  /** By `_id`, from there on. */
  async accountsAfter(id: string | null, limit: number): Promise<AccountDocument[]> {
    return this.accounts
      .find(id === null ? {} : { _id: { $gt: id } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()
  }

  /** Reads every account: for the operator, who asks seldom. */
  async accountsWith(part: string, limit: number): Promise<AccountDocument[]> {
    const like = { $regex: part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), $options: 'i' }
    return this.accounts
      .find({ $or: [{ emailKey: like }, { email: like }, { name: like }] })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()
  }

  /** By `_id`, from there on. */
  async networksAfter(id: string | null, limit: number): Promise<NetworkDocument[]> {
    return this.networks
      .find(id === null ? {} : { _id: { $gt: id } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray()
  }

  /** By `networkId, leftAt`. */
  async countMembers(networkId: string): Promise<number> {
    return this.memberships.countDocuments({ networkId, leftAt: null })
  }

  /** Wrong second steps so far are forgotten, those of the ninety days too. */
  async clearAttempts(accountId: string): Promise<void> {
    await this.accounts.updateOne({ _id: accountId }, { $set: { 'attempts.inARow': 0, 'attempts.recent': [] } })
  }

  /**
   * Every session, sign-in in progress and trusted device is of an older epoch from now on, and no step up to this one
   * works: of one account, or of all.
   */
  async endEverything(currentTotpStep: number, accountId?: string): Promise<number> {
    const { modifiedCount } = await this.accounts.updateMany(accountId === undefined ? {} : { _id: accountId }, {
      $inc: { epoch: 1 },
      $max: { lastTotpStep: currentTotpStep },
      $set: { resetLink: null },
    })
    return modifiedCount
  }

  /** Takes the second step off, ends the sessions, and leaves a link of one use. */
  async recover(
    accountId: string,
    resetLink: { tokenHash: string; expiresAt: Date },
    event: DomainEvent,
  ): Promise<void> {
    const nothing = { app: null, sms: null }
    await this.accounts.updateOne(
      { _id: accountId },
      {
        $set: {
          factors: nothing,
          setUps: nothing,
          preferredMethod: null,
          backupCodes: [],
          backupCodesGeneratedAt: null,
          resetLink,
          'attempts.inARow': 0,
          'attempts.recent': [],
        },
        $inc: { epoch: 1 },
        $push: { events: event },
      },
    )
  }
}
