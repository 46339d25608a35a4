import { inject } from '@needle-di/core'
import { MembershipCollection, type MembershipDocument } from '../../memberships/membership.model.js'
import { isDuplicateKey } from '../../platform/mongo/mongo-connection.js'
import { type Claimed, LeaseStore } from '../../platform/queue/lease-store.js'
import { BroadcastCollection, type BroadcastDocument } from './broadcast.model.js'

/** A broadcast claimed by one worker until its lease ends. */
export type ClaimedBroadcast = Claimed<BroadcastDocument>

export class BroadcastStore {
  /** Claims use the index `dueAt`. */
  readonly leases: LeaseStore<BroadcastDocument>

  constructor(
    private readonly broadcasts = inject(BroadcastCollection),
    private readonly memberships = inject(MembershipCollection),
  ) {
    this.leases = new LeaseStore<BroadcastDocument>(broadcasts, { claimed: {}, waiting: {} })
  }

  /** Existing broadcasts are left unchanged. */
  async begin(broadcasts: readonly BroadcastDocument[]): Promise<void> {
    if (broadcasts.length === 0) return
    try {
      await this.broadcasts.insertMany([...broadcasts], { ordered: false })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  /** By `networkId, _id`, `networkId, protection, _id` or `networkId, extendedUntil, _id`: the members after the cursor. */
  async batch(broadcast: ClaimedBroadcast, notYet: readonly number[], size: number): Promise<MembershipDocument[]> {
    const { networkId, cursor, audience, deadline } = broadcast
    const members = {
      everyone: {},
      'not-yet': { protection: { $in: [...notYet] } },
      extended: { extendedUntil: deadline },
    }[audience]
    return this.memberships
      .find({ networkId, ...members, _id: { $gt: cursor }, leftAt: null })
      .sort({ _id: 1 })
      .limit(size)
      .toArray()
  }

  /** Records progress. @returns null when another worker has claimed it */
  async advance(
    broadcast: ClaimedBroadcast,
    cursor: string,
    reached: number,
    until: Date,
  ): Promise<ClaimedBroadcast | null> {
    return this.leases.renew(broadcast, { cursor }, { reached }, until)
  }

  /**
   * Reserves members for a reminder in this hour. If two Admins send reminders at once, each member is reserved once.
   * By `networkId, protection, _id`.
   * @returns the number of reserved members
   */
  async reserveReminders(networkId: string, notYet: readonly number[], hour: string): Promise<number> {
    const { modifiedCount } = await this.memberships.updateMany(
      { networkId, protection: { $in: [...notYet] }, leftAt: null, remindedIn: { $ne: hour } },
      { $set: { remindedIn: hour } },
    )
    return modifiedCount
  }

  /** By `_id`: reserves one member for a reminder in this hour. */
  async reserveReminder(id: string, hour: string): Promise<boolean> {
    const { modifiedCount } = await this.memberships.updateOne(
      { _id: id, remindedIn: { $ne: hour } },
      { $set: { remindedIn: hour } },
    )
    return modifiedCount === 1
  }

  /** By `_id`: records when members were last emailed. */
  async noteMailed(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length > 0) await this.memberships.updateMany({ _id: { $in: [...ids] } }, { $set: { lastMailAt: at } })
  }

  /** By `doneAt`: deletes old broadcasts. */
  async sweep(before: Date): Promise<void> {
    await this.broadcasts.deleteMany({ doneAt: { $ne: null, $lt: before } })
  }
}
