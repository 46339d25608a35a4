import { randomUUID } from 'node:crypto'
import type { mongo } from 'mongoose'
import { type Collection, type Filter, seenAs, type Update } from '../mongo/database.js'

/** What a queue needs of a document that waits in it. */
export interface LeasedDocument {
  _id: string
  /** When it is due; the end of the lease while a worker has it; absent once nothing more is to be done. */
  dueAt?: Date
  /** Identifies the lease: one random value for each claim. */
  claim?: string
  /** Attempts begun, the current one included. */
  attempts?: number
}

/** A document that this worker alone may work on until `leaseUntil`. */
export type Claimed<T> = T & { claim: string; leaseUntil: Date; attempts: number }

/** What became of a claimed document. */
export interface Settlement<T> {
  id: string
  /** Null: true whatever has become of the lease. */
  claim: string | null
  update: Update<T>
}

export interface DueQuery<T> {
  filter: Filter<T>
  sort: Record<string, 1 | -1>
  limit: number
}

/**
 * Claims and settles documents of one collection, in batches. A claim is a conditional update that is evaluated for
 * each document, so of two workers one gets it; a worker that dies delays its documents by the rest of their lease.
 */
export class LeaseStore<T extends LeasedDocument> {
  readonly #documents: Collection<LeasedDocument>
  readonly #states: { claimed: Partial<LeasedDocument>; waiting: Partial<LeasedDocument> }

  constructor(
    documents: Collection<T>,
    /** Fields that change with a claim and with its return, such as a state that people see. */
    states: { claimed: Partial<T>; waiting: Partial<T> },
  ) {
    this.#documents = seenAs<LeasedDocument, T>(documents)
    this.#states = states as { claimed: Partial<LeasedDocument>; waiting: Partial<LeasedDocument> }
  }

  /** Two commands, whatever their number. @returns `isDry` when nothing was due; what was lost to others may be more */
  async claimDue(query: DueQuery<T>, now: Date, leaseUntil: Date): Promise<{ claimed: Claimed<T>[]; isDry: boolean }> {
    const { filter, sort, limit } = query
    const found = await this.#documents
      .find({ ...filter, dueAt: { $lte: now } })
      .sort(sort)
      .limit(limit)
      .toArray()
    return { claimed: await this.#claim(found as T[], now, leaseUntil), isDry: found.length === 0 }
  }

  /** By `_id`. Those that are due, and that nobody else has: claimed first, since a run of the queue may be under way. */
  async claimById(ids: readonly string[], now: Date, leaseUntil: Date): Promise<Claimed<T>[]> {
    const claim = randomUUID()
    const { modifiedCount } = await this.#take(ids, claim, now, leaseUntil)
    if (modifiedCount === 0) return []
    const found = (await this.#documents.find({ _id: { $in: [...ids] }, claim }).toArray()) as T[]
    return found.map((document) => ({ ...document, attempts: document.attempts ?? 0, claim, leaseUntil }))
  }

  #take(ids: readonly string[], claim: string, now: Date, leaseUntil: Date) {
    return this.#documents.updateMany(
      { _id: { $in: [...ids] }, dueAt: { $lte: now } },
      {
        $set: { ...this.#states.claimed, dueAt: leaseUntil, claim },
        $inc: { attempts: 1 },
      },
    )
  }

  async #claim(found: readonly T[], now: Date, leaseUntil: Date): Promise<Claimed<T>[]> {
    if (found.length === 0) return []
    const claim = randomUUID()
    const ids = found.map(({ _id }) => _id)
    const { modifiedCount } = await this.#take(ids, claim, now, leaseUntil)
    if (modifiedCount === 0) return []
    const isAll = modifiedCount === found.length
    const ours = isAll ? found : await this.#claimedAs(claim, found)
    return ours.map((document) => ({
      ...document,
      ...this.#states.claimed,
      attempts: (document.attempts ?? 0) + (isAll ? 1 : 0),
      claim,
      leaseUntil,
    }))
  }

  /** Others took some of them. */
  async #claimedAs(claim: string, found: readonly T[]): Promise<T[]> {
    const ids = found.map(({ _id }) => _id)
    return (await this.#documents.find({ _id: { $in: ids }, claim }).toArray()) as T[]
  }

  /** Gives claimed documents back untried. */
  async release(claimed: readonly Claimed<T>[], now: Date): Promise<void> {
    if (claimed.length === 0) return
    await this.#documents.updateMany(
      {
        _id: { $in: claimed.map(({ _id }) => _id) },
        claim: { $in: [...new Set(claimed.map(({ claim }) => claim))] },
      },
      {
        $set: { ...this.#states.waiting, dueAt: now },
        $unset: { claim: 1 },
        $inc: { attempts: -1 },
      },
    )
  }

  /** One command for all of them, which the driver may retry. @returns how many still were what they were claimed as */
  async settle(settlements: readonly Settlement<T>[]): Promise<number> {
    if (settlements.length === 0) return 0
    const writes = settlements.map(({ id, claim, update }) => ({
      updateOne: { filter: claim === null ? { _id: id } : { _id: id, claim }, update },
    }))
    const { matchedCount } = await this.#documents.bulkWrite(
      // Updates of the whole document, which `Update<T>` has compared.
      writes as unknown as mongo.AnyBulkWriteOperation<LeasedDocument>[],
      { ordered: false },
    )
    return matchedCount
  }

  /** Records progress and extends the lease. @returns null when the lease was lost */
  async renew(claimed: Claimed<T>, update: Partial<T>, increments: Partial<Record<keyof T, number>>, leaseUntil: Date) {
    const found = await this.#documents.findOneAndUpdate(
      { _id: claimed._id, claim: claimed.claim },
      { $set: { ...(update as Partial<LeasedDocument>), dueAt: leaseUntil }, $inc: increments },
      { returnDocument: 'after' },
    )
    return found && ({ ...(found as T), claim: claimed.claim, leaseUntil, attempts: claimed.attempts } as Claimed<T>)
  }
}
