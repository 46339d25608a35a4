import { inject } from '@needle-di/core'
import type { DomainEvent } from '../../events/event.types.js'
import { NetworkCollection, type NetworkDocument } from '../../networks/network.model.js'

const AT_ONCE = 20

/** Owns of a network: who hands it over to whom, and whether it is scheduled to be deleted. By `_id` unless it says more. */
export class NetworkEndStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /**
   * One OWNER in the place of another, in one write. The stay of the new one was read after this state of the network:
   * nobody left in between.
   */
  async transfer(
    network: NetworkDocument,
    from: string,
    to: string,
    event: DomainEvent,
  ): Promise<NetworkDocument | null> {
    return this.networks.findOneAndUpdate(
      { _id: network._id, departed: network.departed, 'departures.accountId': { $ne: to }, ownerIds: from },
      [
        {
          $set: {
            ownerIds: { $setUnion: [{ $setDifference: ['$ownerIds', [from]] }, [to]] },
            events: { $concatArrays: ['$events', [{ $literal: event }]] },
          },
        },
      ],
      { returnDocument: 'after' },
    )
  }

  /** @returns null when it is scheduled already, or the caller is no OWNER any more */
  async schedule(
    id: string,
    ownerId: string,
    deletion: NonNullable<NetworkDocument['deletion']>,
    event: DomainEvent,
  ): Promise<NetworkDocument | null> {
    return this.networks.findOneAndUpdate(
      { _id: id, ownerIds: ownerId, deletion: null },
      { $set: { deletion }, $push: { events: event } },
      { returnDocument: 'after' },
    )
  }

  /** @returns null when it is not scheduled, or its time is up */
  async cancel(id: string, now: Date, event: DomainEvent): Promise<NetworkDocument | null> {
    return this.networks.findOneAndUpdate(
      { _id: id, 'deletion.at': { $gt: now } },
      { $set: { deletion: null }, $push: { events: event } },
      { returnDocument: 'after' },
    )
  }

  /** By `deletion.at`. */
  async due(now: Date): Promise<NetworkDocument[]> {
    return this.networks
      .find({ 'deletion.at': { $lte: now } })
      .limit(AT_ONCE)
      .toArray()
  }

  async remove(id: string): Promise<void> {
    await this.networks.deleteOne({ _id: id })
  }
}
