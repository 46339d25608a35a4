import { inject } from '@needle-di/core'
import type { Plan } from '@twinlock/shared/vocabulary'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/database.js'
import { NetworkCollection, type NetworkDocument } from './network.model.js'

/** Owns of a network: name, slug, plan. Its mandate and policy belong to the rooms of those names. */
export class NetworkStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /** By `_id`. */
  async byId(id: string): Promise<NetworkDocument | null> {
    return this.networks.findOne({ _id: id })
  }

  /** By `_id`. */
  async byIds(ids: readonly string[]): Promise<NetworkDocument[]> {
    if (ids.length === 0) return []
    return this.networks.find({ _id: { $in: [...ids] } }).toArray()
  }

  /** By `slug`. */
  async bySlug(slug: string): Promise<NetworkDocument | null> {
    return this.networks.findOne({ slug })
  }

  /** By `logDays`: networks whose log has a limited retention. */
  async withLogDays(): Promise<Pick<NetworkDocument, '_id' | 'logDays'>[]> {
    return this.networks.find({ logDays: { $gt: 0 } }, { projection: { logDays: 1 } }).toArray()
  }

  /** @returns false when the slug is taken */
  async insert(network: NetworkDocument): Promise<boolean> {
    return insertDocument(this.networks, network)
  }

  /** @returns false when the plan is no longer the one that it was changed from */
  async setPlan(id: string, from: Plan, to: Plan, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: id, plan: from },
      { $set: { plan: to }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** @returns null without such a network */
  async addAppHost(slug: string, host: string): Promise<NetworkDocument | null> {
    return this.networks.findOneAndUpdate({ slug }, { $addToSet: { appHosts: host } }, { returnDocument: 'after' })
  }
}
