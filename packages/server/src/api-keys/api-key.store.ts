import { inject } from '@needle-di/core'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/database.js'
import { ApiKeyCollection, type ApiKeyDocument } from './api-key.model.js'

export class ApiKeyStore {
  constructor(private readonly keys = inject(ApiKeyCollection)) {}

  /** @returns false when the prefix is taken */
  async insert(key: ApiKeyDocument): Promise<boolean> {
    return insertDocument(this.keys, key)
  }

  /** By `_id`. The caller checks whether it is valid. */
  async byId(id: string): Promise<ApiKeyDocument | null> {
    return this.keys.findOne({ _id: id })
  }

  /** By `networkId, createdAt`: newest first, the ones revoked long ago left out. */
  async ofNetwork(networkId: string, revokedAfter: Date): Promise<ApiKeyDocument[]> {
    return this.keys
      .find({ networkId, $or: [{ revokedAt: null }, { revokedAt: { $gt: revokedAfter } }] })
      .sort({ createdAt: -1 })
      .limit(200)
      .toArray()
  }

  /** By `networkId`. */
  async countLive(networkId: string, now: Date): Promise<number> {
    return this.keys.countDocuments({ networkId, revokedAt: null, expiresAt: { $gt: now } })
  }

  /** @returns false when it was revoked already */
  async revoke(id: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.keys.updateOne(
      { _id: id, revokedAt: null },
      { $set: { revokedAt: event.at }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  async setReturnAddresses(id: string, returnAddresses: string[], event: DomainEvent): Promise<void> {
    await this.keys.updateOne({ _id: id }, { $set: { returnAddresses }, $push: { events: event } })
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.keys.updateOne({ _id: id }, { $set: { lastUsedAt: now } })
  }
}
