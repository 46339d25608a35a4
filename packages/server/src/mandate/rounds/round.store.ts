import type { MembershipDocument, MembershipModel } from '../../memberships/membership.model.js'
import { newId } from '../../platform/crypto/tokens.js'
import { isDuplicateKey } from '../../platform/mongo/mongo-connection.js'
import type { RoundDocument, RoundModel } from './round.model.js'

/** A round that one worker has for itself until `dueAt`. */
export type HeldRound = RoundDocument & { lease: string; dueAt: Date }

export class RoundStore {
  constructor(
    private readonly rounds: RoundModel,
    private readonly memberships: MembershipModel,
  ) {}

  /** What was begun before stays as it is. */
  async begin(rounds: readonly RoundDocument[]): Promise<void> {
    if (rounds.length === 0) return
    try {
      await this.rounds.insertMany(rounds, { ordered: false, lean: true })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  /** Takes the round that has been due longest; of two workers one gets it. By `dueAt`. */
  async take(now: Date, until: Date): Promise<HeldRound | null> {
    return this.rounds
      .findOneAndUpdate(
        { dueAt: { $lte: now } },
        { $set: { lease: newId('lea'), dueAt: until } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      )
      .lean<HeldRound>()
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
    return this.rounds
      .findOneAndUpdate(
        { _id: round._id, lease: round.lease },
        { $set: { cursor, dueAt: until }, $inc: { reached } },
        { returnDocument: 'after' },
      )
      .lean<HeldRound>()
  }

  /** Lets go of it half-way: the next worker need not wait for the lease to end. */
  async release({ _id, lease }: HeldRound, now: Date): Promise<void> {
    await this.rounds.updateOne({ _id, lease }, { $set: { lease: null, dueAt: now } })
  }

  async finish({ _id, lease }: HeldRound, now: Date): Promise<void> {
    await this.rounds.updateOne({ _id, lease }, { $set: { lease: null, doneAt: now }, $unset: { dueAt: 1 } })
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
