import { inject } from '@needle-di/core'
import { NetworkCollection } from '../../networks/network.model.js'

/** Owns of a network: the OWNERs who do not count as one while their account is scheduled to be erased. */
export class RestingOwnersStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /** By `_id`. Decided here for however many owners ask at once. @returns false for the last OWNER who counts */
  async rest(networkId: string, accountId: string, at: Date): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, ownerIds: accountId, 'ownerIds.1': { $exists: true } },
      { $pull: { ownerIds: accountId }, $push: { restingOwners: { accountId, at } } },
    )
    return modifiedCount === 1
  }

  /** By `restingOwners.accountId`: an OWNER again wherever the account was one. Safe to repeat. */
  async restore(accountId: string): Promise<void> {
    await this.networks.updateMany(
      { 'restingOwners.accountId': accountId },
      { $pull: { restingOwners: { accountId } }, $addToSet: { ownerIds: accountId } },
    )
  }

  /** By `restingOwners.accountId`: who rests since before that time. */
  async restingSince(before: Date): Promise<string[]> {
    const networks = await this.networks
      .find({ 'restingOwners.accountId': { $exists: true } }, { projection: { restingOwners: 1 } })
      .limit(500)
      .toArray()
    const resting = networks.flatMap(({ restingOwners = [] }) => restingOwners)
    return [...new Set(resting.filter(({ at }) => at <= before).map(({ accountId }) => accountId))]
  }
}
