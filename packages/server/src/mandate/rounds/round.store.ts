import type { MembershipDocument, MembershipModel } from '../../memberships/membership.model.js'
import { isDuplicateKey } from '../../platform/mongo/mongo-connection.js'
import { plainCollection } from '../../platform/mongo/plain-collection.js'
import { type Claimed, LeaseStore } from '../../platform/queue/lease-store.js'
import type { RoundDocument, RoundModel } from './round.model.js'

/** A round that one worker has for itself until its lease ends. */
export type HeldRound = Claimed<RoundDocument>

export class RoundStore {
  /** Claims ride on `dueAt`. */
  readonly leases: LeaseStore<RoundDocument>

  constructor(
    private readonly rounds: RoundModel,
    private readonly memberships: MembershipModel,
  ) {
    this.leases = new LeaseStore<RoundDocument>(plainCollection(rounds), { claimed: {}, waiting: {} })
  }

  /** What was begun before stays as it is. */
  async begin(rounds: readonly RoundDocument[]): Promise<void> {
    if (rounds.length === 0) return
    try {
      await this.rounds.insertMany(rounds, { ordered: false, lean: true })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  /** By `networkId, _id`, `networkId, protection, _id` or `networkId, extendedUntil, _id`: what comes after the cursor. */
  async batch(round: HeldRound, notYet: readonly number[], size: number): Promise<MembershipDocument[]> {
    const { networkId, cursor, audience, deadline } = round
    const members = {
      everyone: {},
      'not-yet': { protection: { $in: [...notYet] } },
      extended: { extendedUntil: deadline },
    }[audience]
    return this.memberships
      .find({ networkId, ...members, _id: { $gt: cursor }, leftAt: null })
      .sort({ _id: 1 })
      .limit(size)
      .lean<MembershipDocument[]>()
  }

  /** Notes how far it came. @returns null when another worker has it by now */
  async advance(round: HeldRound, cursor: string, reached: number, until: Date): Promise<HeldRound | null> {
    return this.leases.renew(round, { cursor }, { reached }, until)
  }

  /**
   * Takes members for a reminder of this hour; of two Admins who press at once, one gets each member. By
   * `networkId, protection, _id`.
   * @returns how many were taken
   */
  async reserveReminders(networkId: string, notYet: readonly number[], hour: string): Promise<number> {
    const { modifiedCount } = await this.memberships.updateMany(
      { networkId, protection: { $in: [...notYet] }, leftAt: null, remindedIn: { $ne: hour } },
      { $set: { remindedIn: hour } },
    )
    return modifiedCount
  }

  /** By `_id`: takes one member for a reminder of this hour. */
  async reserveReminder(id: string, hour: string): Promise<boolean> {
    const { modifiedCount } = await this.memberships.updateOne(
      { _id: id, remindedIn: { $ne: hour } },
      { $set: { remindedIn: hour } },
    )
    return modifiedCount === 1
  }

  /** Members were mailed about it; by `_id`. */
  async noteMailed(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length > 0) await this.memberships.updateMany({ _id: { $in: [...ids] } }, { $set: { lastMailAt: at } })
  }

  /** By `doneAt`: long past rounds. */
  async sweep(before: Date): Promise<void> {
    await this.rounds.deleteMany({ doneAt: { $ne: null, $lt: before } })
  }
}
