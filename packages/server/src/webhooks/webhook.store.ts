import { inject } from '@needle-di/core'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/database.js'
import { type FailureStreak, type SealedSecret, WebhookCollection, type WebhookDocument } from './webhook.model.js'

export class WebhookStore {
  constructor(private readonly webhooks = inject(WebhookCollection)) {}

  async insert(webhook: WebhookDocument): Promise<void> {
    await insertDocument(this.webhooks, webhook)
  }

  /** By `_id`. */
  async byId(id: string): Promise<WebhookDocument | null> {
    return this.webhooks.findOne({ _id: id, deletedAt: null })
  }

  /** By `networkId, createdAt`: oldest first. */
  async ofNetworks(networkIds: readonly string[]): Promise<WebhookDocument[]> {
    if (networkIds.length === 0) return []
    return this.webhooks
      .find({ networkId: { $in: [...networkIds] }, deletedAt: null })
      .sort({ createdAt: 1 })
      .toArray()
  }

  async change(
    id: string,
    { url, eventTypes }: Pick<WebhookDocument, 'url' | 'eventTypes'>,
    event: DomainEvent,
  ): Promise<void> {
    await this.webhooks.updateOne({ _id: id }, { $set: { url, eventTypes, failing: null }, $push: { events: event } })
  }

  /** @returns false when another failure was counted first */
  async countFailure(id: string, before: FailureStreak | null, failing: FailureStreak): Promise<boolean> {
    const { modifiedCount } = await this.webhooks.updateOne(
      { _id: id, 'failing.until': before?.until ?? null },
      { $set: { failing } },
    )
    return modifiedCount === 1
  }

  async forgetFailures(id: string): Promise<void> {
    await this.webhooks.updateOne({ _id: id }, { $set: { failing: null } })
  }

  /** @returns false when another rotation came first */
  async replaceSecrets(id: string, newest: string, secrets: SealedSecret[], event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.webhooks.updateOne(
      { _id: id, 'secrets.0.sealed': newest },
      { $set: { secrets }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** Wherever in the list a rotation has moved it. @returns false when it is not there any more */
  async replaceSeal(id: string, sealed: string, resealed: string): Promise<boolean> {
    const { modifiedCount } = await this.webhooks.updateOne(
      { _id: id, 'secrets.sealed': sealed },
      { $set: { 'secrets.$.sealed': resealed } },
    )
    return modifiedCount === 1
  }

  /** @returns false when it was paused already, so that one of many failures reports it */
  async pause(id: string, paused: NonNullable<WebhookDocument['paused']>, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.webhooks.updateOne(
      { _id: id, paused: null },
      { $set: { paused }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** @returns false when it was not paused */
  async resume(id: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.webhooks.updateOne(
      { _id: id, paused: { $ne: null } },
      { $set: { paused: null, failing: null }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** Nobody sees it from now on; its secrets are gone. @returns false when it was deleted already */
  async delete(id: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.webhooks.updateOne(
      { _id: id, deletedAt: null },
      { $set: { deletedAt: event.at, secrets: [] }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** By the sparse `deletedAt`: those whose events have been dispatched. */
  async sweep(): Promise<void> {
    await this.webhooks.deleteMany({ deletedAt: { $gt: new Date(0) }, events: { $size: 0 } })
  }

  /** Every webhook, one batch in memory at a time. */
  all(): AsyncIterable<Pick<WebhookDocument, '_id' | 'secrets'>> {
    return this.webhooks.find({}, { projection: { secrets: 1 } })
  }
}
