import type { Connection } from 'mongoose'
import { type Collection, insertNew } from '../platform/mongo/database.js'
import { type Claimed, LeaseStore } from '../platform/queue/lease-store.js'
import { OutboxCollection, type OutboxDocument } from './outbox.model.js'

export type ClaimedMessage = Claimed<OutboxDocument>

export type NewMessage = Pick<
  OutboxDocument,
  '_id' | 'channel' | 'template' | 'priority' | 'expiresAt' | 'memberId'
> & {
  sealed: string
}

/** Outgoing messages. Only this file accesses the collection `outbox`. */
export class OutboxStore {
  readonly #messages: Collection<OutboxDocument>
  /** Claims use the index {priority, dueAt}. */
  readonly leases: LeaseStore<OutboxDocument>

  constructor(connection: Connection) {
    this.#messages = OutboxCollection.on(connection)
    this.leases = new LeaseStore(this.#messages, { claimed: { state: 'sending' }, waiting: { state: 'waiting' } })
  }

  /** One command for all of them. An existing message is left unchanged. @returns the new ids */
  async add(messages: readonly NewMessage[], now: Date): Promise<ReadonlySet<string>> {
    return insertNew(
      this.#messages,
      messages.map((message) => ({ ...message, state: 'waiting', dueAt: now, attempts: 0, createdAt: now })),
    )
  }

  /** Erases the body. @returns false when the lease was lost, and another worker decides. */
  async markFailed({ _id, claim }: ClaimedMessage, reason: string, now: Date): Promise<boolean> {
    const update = settled('failed', now)
    const { matchedCount } = await this.#messages.updateOne(
      { _id, claim },
      { ...update, $set: { ...update.$set, lastError: reason } },
    )
    return matchedCount === 1
  }

  /** By the partial `memberId, createdAt`, newest first. */
  async ofMember(memberId: string, since: Date, limit: number): Promise<OutboxDocument[]> {
    return this.#messages
      .find({ memberId, createdAt: { $gte: since } })
      .sort({ createdAt: -1 })
      .limit(limit)
      .toArray()
  }

  async progressOf(id: string): Promise<Pick<OutboxDocument, 'state' | 'attempts'> | null> {
    return this.#messages.findOne({ _id: id }, { projection: { state: 1, attempts: 1 } })
  }

  /** By `state, settledAt`. */
  countUnsettled(): Promise<number> {
    return this.#messages.countDocuments({ state: { $in: ['waiting', 'sending'] } })
  }

  /** By `state, settledAt`. */
  async deleteSettled(before: Date): Promise<number> {
    const { deletedCount } = await this.#messages.deleteMany({
      state: { $in: ['sent', 'failed'] },
      settledAt: { $lt: before },
    })
    return deletedCount
  }

  /** Every stored body, one at a time. */
  async *bodies(): AsyncGenerator<{ id: string; sealed: string }> {
    const cursor = this.#messages
      .find({ state: { $in: ['waiting', 'sending'] } })
      .project<OutboxDocument>({ sealed: 1 })
    for await (const { _id, sealed } of cursor) if (sealed !== undefined) yield { id: _id, sealed }
  }

  /** Replaces the body only if it is still the one that was opened. @returns whether it was replaced */
  async replaceBody(id: string, sealed: string, resealed: string): Promise<boolean> {
    const { matchedCount } = await this.#messages.updateOne({ _id: id, sealed }, { $set: { sealed: resealed } })
    return matchedCount === 1
  }
}

/** Erases the body. A delivery is recorded even if the lease was lost, because the message was sent. */
export function settled(state: 'sent' | 'failed', settledAt: Date) {
  return { $set: { state, settledAt }, $unset: { sealed: 1, dueAt: 1, claim: 1 } } as const
}
