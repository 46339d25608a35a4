import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { DomainEvent } from '../events/event.types.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { insertDocument } from '../platform/mongo/database.js'
import { isDuplicateKey } from '../platform/mongo/mongo-connection.js'
import { AppCollection, type AppDocument, type AppSecret } from './app.model.js'

export interface AppOfNetwork {
  app: AppDocument
  network: NetworkDocument | null
}

export class AppStore {
  constructor(private readonly apps = inject(AppCollection)) {}

  /** @returns false when another app has one of its hosts */
  async insert(app: AppDocument): Promise<boolean> {
    return insertDocument(this.apps, app)
  }

  /** By `_id`. */
  async byId(id: string): Promise<AppDocument | null> {
    return this.apps.findOne({ _id: id, deletedAt: null })
  }

  /** By `_id`. */
  async byIds(ids: readonly string[]): Promise<AppDocument[]> {
    if (ids.length === 0) return []
    return this.apps.find({ _id: { $in: [...ids] } }).toArray()
  }

  /** By the unique `hosts`: the apps that have one of these, and whose they are. */
  async byHosts(hosts: readonly string[]): Promise<AppOfNetwork[]> {
    const found = await this.apps
      .aggregate<AppDocument & { networks: NetworkDocument[] }>([
        { $match: { hosts: { $in: hosts }, deletedAt: null } },
        { $lookup: { from: 'networks', localField: 'networkId', foreignField: '_id', as: 'networks' } },
      ])
      .toArray()
    return found.map(({ networks, ...app }) => ({ app, network: networks[0] ?? null }))
  }

  /** By `networkId, createdAt`: oldest first. */
  async ofNetworks(networkIds: readonly string[]): Promise<AppDocument[]> {
    if (networkIds.length === 0) return []
    return this.apps
      .find({ networkId: { $in: [...networkIds] }, deletedAt: null })
      .sort({ createdAt: 1 })
      .toArray()
  }

  /** @returns what stopped it: another change came first, or another app has one of the hosts */
  async change(
    { _id, version }: AppDocument,
    values: Partial<AppDocument>,
    event: DomainEvent,
  ): Promise<'changed' | 'overtaken' | 'host-taken'> {
    const { hosts, ...rest } = values
    const unset = hosts?.length === 0
    try {
      const { modifiedCount } = await this.apps.updateOne(
        { _id, version, deletedAt: null },
        {
          $set: { ...rest, ...(hosts && !unset ? { hosts } : {}) },
          ...(unset ? { $unset: { hosts: 1 } } : {}),
          $inc: { version: 1 },
          $push: { events: event },
        },
      )
      return modifiedCount === 1 ? 'changed' : 'overtaken'
    } catch (error) {
      if (isDuplicateKey(error)) return 'host-taken'
      throw error
    }
  }

  /** The newest two stay. @returns the app as it is then; null when it is gone */
  async addSecret(id: string, secret: AppSecret, event: DomainEvent): Promise<AppDocument | null> {
    return this.apps.findOneAndUpdate(
      { _id: id, deletedAt: null },
      {
        $push: { secrets: { $each: [secret], $position: 0, $slice: 2 }, events: event },
        $inc: { version: 1 },
      },
      { returnDocument: 'after' },
    )
  }

  /** Gives its hosts and secrets up at once. @returns false when it was deleted already */
  async delete(id: string, at: Date, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.apps.updateOne(
      { _id: id, deletedAt: null },
      { $set: { deletedAt: at, secrets: [] }, $unset: { hosts: 1 }, $inc: { version: 1 }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** One write in an interval, however many use it. */
  async touch(id: string, now: Date): Promise<void> {
    const stale = new Date(now.getTime() - limits.app.touchInterval)
    await this.apps.updateOne(
      { _id: id, $or: [{ lastUsedAt: null }, { lastUsedAt: { $lte: stale } }] },
      { $set: { lastUsedAt: now } },
    )
  }

  /** By the sparse `deletedAt`. */
  async sweep(before: Date): Promise<void> {
    await this.apps.deleteMany({ deletedAt: { $lt: before } })
  }
}
