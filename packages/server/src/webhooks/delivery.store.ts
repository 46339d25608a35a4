import { inject } from '@needle-di/core'
import { insertNew, type Update } from '../platform/mongo/database.js'
import { pageAfter } from '../platform/mongo/page-filter.js'
import { type Claimed, LeaseStore } from '../platform/queue/lease-store.js'
import { type DeliveryAnswer, DeliveryCollection, type DeliveryDocument, type DeliveryState } from './delivery.model.js'

const ANSWERS_KEPT = 10

/** A delivery that only this worker may attempt until its lease ends. */
export type ClaimedDelivery = Claimed<DeliveryDocument>

export class DeliveryStore {
  /** Claims use the index `webhookId, dueAt, attempts`: the longest waiting first, then the fewest attempts. */
  readonly leases: LeaseStore<DeliveryDocument>

  constructor(private readonly deliveries = inject(DeliveryCollection)) {
    const states = { claimed: { state: 'SENDING' as const }, waiting: { state: 'WAITING' as const } }
    this.leases = new LeaseStore(deliveries, states)
  }

  /** One command for all of them. A repeat is a no-op. */
  async add(deliveries: readonly DeliveryDocument[]): Promise<void> {
    await insertNew(this.deliveries, deliveries)
  }

  /** By `_id`. */
  async byId(id: string): Promise<DeliveryDocument | null> {
    return this.deliveries.findOne({ _id: id })
  }

  /** By `dueAt`: webhooks with a delivery that is due. One webhook's backlog must not delay the others. */
  async webhooksDue(now: Date): Promise<string[]> {
    return this.deliveries.distinct('webhookId', { dueAt: { $lte: now } })
  }

  /** By `webhookId, dueAt`. */
  async isAnyWaiting(webhookId: string): Promise<boolean> {
    const waiting = await this.deliveries.findOne(
      { webhookId, dueAt: { $gt: new Date(0) } },
      { projection: { _id: 1 } },
    )
    return waiting !== null
  }

  /** By `webhookId, dueAt`: deliveries due earlier wait until then. */
  async postpone(webhookId: string, until: Date): Promise<void> {
    await this.deliveries.updateMany({ webhookId, dueAt: { $lt: until }, state: 'WAITING' }, { $set: { dueAt: until } })
  }

  /** By `webhookId, dueAt`: deliveries postponed until then are due now. */
  async bringForward(webhookId: string, until: Date, now: Date): Promise<void> {
    await this.deliveries.updateMany({ webhookId, dueAt: until, state: 'WAITING' }, { $set: { dueAt: now } })
  }

  /** By `webhookId`: holds waiting deliveries. */
  async hold(webhookId: string): Promise<void> {
    await this.deliveries.updateMany({ webhookId, state: 'WAITING' }, { $set: { state: 'HELD' }, $unset: { dueAt: 1 } })
  }

  /** By `webhookId`: makes held deliveries due, each with a full day of attempts. */
  async freeHeld(webhookId: string, now: Date): Promise<void> {
    await this.deliveries.updateMany(
      { webhookId, state: 'HELD' },
      { $set: { state: 'WAITING', dueAt: now, firstTriedAt: null, attempts: 0 } },
    )
  }

  /** Restarts its attempts. @returns false while it is being sent */
  async startOver(id: string, now: Date): Promise<boolean> {
    const { modifiedCount } = await this.deliveries.updateOne(
      { _id: id, state: { $ne: 'SENDING' } },
      { $set: { state: 'WAITING', dueAt: now, firstTriedAt: null, attempts: 0 } },
    )
    return modifiedCount === 1
  }

  /** By `webhookId, createdAt, _id`: newest first. */
  async ofWebhook(
    webhookId: string,
    after: { at: Date; id: string } | null,
    state: DeliveryState | null,
    limit: number,
  ): Promise<DeliveryDocument[]> {
    const common = { webhookId, ...(state ? { state } : {}) }
    const order = { key: 'createdAt', direction: -1, idDirection: -1 } as const
    return this.deliveries
      .find(after ? pageAfter(common, order, { key: after.at, id: after.id }) : common)
      .sort({ createdAt: -1, _id: -1 })
      .limit(limit)
      .batchSize(limit)
      .toArray()
  }

  /** By `webhookId`. */
  async deleteOf(webhookId: string): Promise<void> {
    await this.deliveries.deleteMany({ webhookId })
  }

  /** By `createdAt`. */
  async sweep(before: Date): Promise<void> {
    await this.deliveries.deleteMany({ createdAt: { $lt: before } })
  }
}

/** Records an attempt and the state that follows. */
export function settledDelivery(
  firstTriedAt: Date,
  answer: DeliveryAnswer,
  { state, dueAt }: { state: DeliveryState; dueAt: Date | null },
): Update<DeliveryDocument> {
  return {
    $set: { state, firstTriedAt, ...(dueAt ? { dueAt } : {}) },
    $unset: { claim: 1, ...(dueAt ? {} : { dueAt: 1 }) },
    $push: { answers: { $each: [answer], $position: 0, $slice: ANSWERS_KEPT } },
  }
}

/** Releases a claimed delivery that was not attempted. */
export function returnedDelivery(state: DeliveryState, dueAt: Date | null): Update<DeliveryDocument> {
  return {
    $set: { state, ...(dueAt ? { dueAt } : {}) },
    $unset: { claim: 1, ...(dueAt ? {} : { dueAt: 1 }) },
    $inc: { attempts: -1 },
  }
}
