import { inject } from '@needle-di/core'
import type { DomainEvent } from '../../events/event.types.js'
import { type Departure, NetworkCollection, type NetworkDocument } from '../../networks/network.model.js'

/** Owns of a network: its owners and who is on the way out. Every filter names the network by `_id`. */
export class OwnersStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /**
   * The decision that a stay ends; for the last OWNER it is never made, however many ask at once.
   * @returns the network as it is now, or null for the last OWNER
   */
  async beginDeparture(networkId: string, departure: Departure): Promise<NetworkDocument | null> {
    const { accountId } = departure
    return this.networks.findOneAndUpdate(
      { _id: networkId, 'departures.accountId': { $ne: accountId }, ...notTheLast(accountId) },
      { $pull: { ownerIds: accountId, restingOwners: { accountId } }, $push: { departures: departure } },
      { returnDocument: 'after' },
    )
  }

  /** Every trace is cleared. Counted, so that nobody is made OWNER on the strength of a stay that ended meanwhile. */
  async endDeparture(networkId: string, { accountId, event }: Departure): Promise<void> {
    await this.networks.updateOne(
      { _id: networkId, 'departures.event.id': event.id },
      { $pull: { departures: { accountId } }, $inc: { departed: 1 } },
    )
  }

  /** By `departures.accountId`: left behind by a process that died. */
  async withDepartures(limit: number): Promise<NetworkDocument[]> {
    return this.networks
      .find({ 'departures.accountId': { $exists: true } })
      .limit(limit)
      .toArray()
  }

  /**
   * Makes a member an OWNER. Their stay was read after this state of the network: no member left in between.
   * @returns false when a member left, or when they are OWNER already
   */
  async appoint(network: NetworkDocument, accountId: string, event: DomainEvent | null): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      {
        _id: network._id,
        departed: network.departed,
        'departures.accountId': { $ne: accountId },
        ownerIds: { $ne: accountId },
      },
      { $push: { ownerIds: accountId, ...(event ? { events: event } : {}) } },
    )
    return modifiedCount === 1
  }

  /** Removes a resting OWNER, so that keeping the account does not make them one again. @returns false when they are none */
  async dismissResting(networkId: string, accountId: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, 'restingOwners.accountId': accountId },
      { $pull: { restingOwners: { accountId } }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** @returns false for the last OWNER */
  async dismiss(networkId: string, accountId: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, ownerIds: accountId, 'ownerIds.1': { $exists: true } },
      { $pull: { ownerIds: accountId }, $push: { events: event } },
    )
    return modifiedCount === 1
  }
}

function notTheLast(accountId: string) {
  return { $or: [{ ownerIds: { $ne: accountId } }, { 'ownerIds.1': { $exists: true } }] }
}
