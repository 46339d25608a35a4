import { randomUUID } from 'node:crypto'
import type { Connection, mongo } from 'mongoose'
import { isDuplicateKey } from '../platform/mongo/mongo-connection.js'
import { plainCollection } from '../platform/mongo/plain-collection.js'
import { type OutboxDocument, outboxModel } from './outbox.model.js'
import type { Channel } from './outbox.types.js'

/** A message that this worker alone may send until `leaseUntil`. */
export interface ClaimedMessage extends Omit<OutboxDocument, 'sealed' | 'claim' | 'dueAt'> {
  sealed: string
  claim: string
  leaseUntil: Date
}

export type NewMessage = Pick<OutboxDocument, '_id' | 'channel' | 'template' | 'priority' | 'expiresAt'> & {
  sealed: string
}

export interface Due {
  id: string
  channel: Channel
}

/** What is to be sent. Only this file talks to the collection `outbox`. */
export class OutboxStore {
  readonly #messages: mongo.Collection<OutboxDocument>

  constructor(connection: Connection) {
    this.#messages = plainCollection(outboxModel(connection))
  }

  /** One command for all of them. A message whose id is there already stays as it is. @returns the ids that are new */
  async add(messages: readonly NewMessage[], now: Date): Promise<ReadonlySet<string>> {
    const added = new Set(messages.map(({ _id }) => _id))
    try {
      await this.#messages.insertMany(
        messages.map((message) => ({ ...message, state: 'waiting', dueAt: now, attempts: 0, createdAt: now })),
        { ordered: false },
      )
    } catch (error) {
      if (!isOnlyDuplicates(error)) throw error
      for (const { index } of writeErrorsOf(error)) added.delete(messages[index]?._id ?? '')
    }
    return added
  }

  /** What may be sent now, most urgent first. Rides on {priority, dueAt}. */
  async due(channels: readonly Channel[], now: Date, limit: number): Promise<Due[]> {
    const found = await this.#messages
      .find({ dueAt: { $lte: now }, channel: { $in: [...channels] } })
      .project<Pick<OutboxDocument, '_id' | 'channel'>>({ channel: 1 })
      .sort({ priority: 1, dueAt: 1 })
      .limit(limit)
      .toArray()
    return found.map(({ _id, channel }) => ({ id: _id, channel }))
  }

  /**
   * Takes those of the messages that nobody else has: the update's condition is judged anew for each document, so of
   * two workers one gets it. Rides on _id.
   */
  async claim(ids: readonly string[], now: Date, leaseUntil: Date): Promise<ClaimedMessage[]> {
    const claim = randomUUID()
    const { modifiedCount } = await this.#messages.updateMany(
      { _id: { $in: [...ids] }, dueAt: { $lte: now } },
      { $set: { state: 'sending', dueAt: leaseUntil, claim }, $inc: { attempts: 1 } },
    )
    if (modifiedCount === 0) return []
    const found = await this.#messages.find({ _id: { $in: [...ids] } }).toArray()
    return found.flatMap(({ sealed, dueAt: _, ...message }) =>
      message.claim === claim && sealed !== undefined ? [{ ...message, claim, sealed, leaseUntil }] : [],
    )
  }

  /** Gives claimed messages back untried. */
  async release(messages: readonly ClaimedMessage[], now: Date): Promise<void> {
    await this.#messages.updateMany(
      { _id: { $in: messages.map(({ _id }) => _id) }, claim: { $in: messages.map(({ claim }) => claim) } },
      { $set: { state: 'waiting', dueAt: now }, $unset: { claim: 1 }, $inc: { attempts: -1 } },
    )
  }

  /** Erases the body. Whoever delivered it says so, whatever has become of the lease: it is true. */
  async markSent(id: string, now: Date): Promise<void> {
    await this.#messages.updateOne({ _id: id }, settled('sent', now))
  }

  /** Erases the body. @returns false when the lease was lost: then another worker decides. */
  async markFailed({ _id, claim }: ClaimedMessage, reason: string, now: Date): Promise<boolean> {
    const update = settled('failed', now)
    const { matchedCount } = await this.#messages.updateOne(
      { _id, claim },
      { ...update, $set: { ...update.$set, lastError: reason } },
    )
    return matchedCount === 1
  }

  async retryLater({ _id, claim }: ClaimedMessage, reason: string, dueAt: Date): Promise<void> {
    await this.#messages.updateOne(
      { _id, claim },
      { $set: { state: 'waiting', dueAt, lastError: reason }, $unset: { claim: 1 } },
    )
  }

  async progressOf(id: string): Promise<Pick<OutboxDocument, 'state' | 'attempts'> | null> {
    return this.#messages.findOne({ _id: id }, { projection: { state: 1, attempts: 1 } })
  }

  /** Rides on {state, settledAt}. */
  countUnsettled(): Promise<number> {
    return this.#messages.countDocuments({ state: { $in: ['waiting', 'sending'] } })
  }

  /** Rides on {state, settledAt}. */
  async deleteSettled(state: 'sent' | 'failed', before: Date): Promise<number> {
    const { deletedCount } = await this.#messages.deleteMany({ state, settledAt: { $lt: before } })
    return deletedCount
  }

  /** Every body there is, one after another. */
  async *bodies(): AsyncGenerator<{ id: string; sealed: string }> {
    const cursor = this.#messages
      .find({ state: { $in: ['waiting', 'sending'] } })
      .project<OutboxDocument>({ sealed: 1 })
    for await (const { _id, sealed } of cursor) if (sealed !== undefined) yield { id: _id, sealed }
  }

  /** Only while it is still the body that was opened. @returns whether it was. */
  async replaceBody(id: string, sealed: string, resealed: string): Promise<boolean> {
    const { matchedCount } = await this.#messages.updateOne({ _id: id, sealed }, { $set: { sealed: resealed } })
    return matchedCount === 1
  }
}

function settled(state: 'sent' | 'failed', settledAt: Date) {
  return { $set: { state, settledAt }, $unset: { sealed: 1, dueAt: 1, claim: 1 } } as const
}

function isOnlyDuplicates(error: unknown): boolean {
  const errors = writeErrorsOf(error)
  return errors.length === 0 ? isDuplicateKey(error) : errors.every((each) => isDuplicateKey(each))
}

/** What went wrong of an unordered insert, each with the place of its document. */
function writeErrorsOf(error: unknown): readonly { index: number }[] {
  const { writeErrors } = error as { writeErrors?: readonly { index: number }[] }
  return Array.isArray(writeErrors) ? writeErrors : []
}
