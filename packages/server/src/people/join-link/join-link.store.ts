import { inject } from '@needle-di/core'
import type { DomainEvent } from '../../events/event.types.js'
import { type JoinLink, NetworkCollection, type NetworkDocument } from '../../networks/network.model.js'

/** Owns the join link of a network. */
export class JoinLinkStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /** By `joinLink.tokenHash`. */
  async byTokenHash(tokenHash: string): Promise<NetworkDocument | null> {
    return this.networks.findOne({ 'joinLink.tokenHash': tokenHash })
  }

  /** In place of an earlier link, which stops working. */
  async set(networkId: string, joinLink: JoinLink, event: DomainEvent): Promise<NetworkDocument | null> {
    return this.networks.findOneAndUpdate(
      { _id: networkId },
      { $set: { joinLink }, $push: { events: event } },
      { returnDocument: 'after' },
    )
  }

  /** One that was created after the event stays. @returns false when there is none */
  async clear(networkId: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, 'joinLink.createdAt': { $lte: event.at } },
      { $set: { joinLink: null }, $push: { events: event } },
    )
    return modifiedCount === 1
  }
}
