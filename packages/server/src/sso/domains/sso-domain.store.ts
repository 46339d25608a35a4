import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { DomainEvent } from '../../events/event.types.js'
import { NetworkCollection, type NetworkDocument, type SsoDomain } from '../../networks/network.model.js'
import { atPath } from '../../platform/mongo/database.js'

/** Owns `ssoDomains` of a network. */
export class SsoDomainStore {
  constructor(private readonly networks = inject(NetworkCollection)) {}

  /** @returns false when the network claims it already, or as many as it may */
  async claim(networkId: string, domain: SsoDomain, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      {
        _id: networkId,
        'ssoDomains.name': { $ne: domain.name },
        ...atPath(`ssoDomains.${limits.ssoDomains - 1}`, { $exists: false }),
      },
      { $push: { ssoDomains: domain, events: event } },
    )
    return modifiedCount === 1
  }

  /** Records what the DNS said of the claim with this token. */
  async note(
    networkId: string,
    { token }: SsoDomain,
    found: Pick<SsoDomain, 'provedAt' | 'missingSince'>,
    event: DomainEvent | null,
  ): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, ssoDomains: { $elemMatch: { token } } },
      {
        $set: { 'ssoDomains.$.provedAt': found.provedAt, 'ssoDomains.$.missingSince': found.missingSince },
        ...(event ? { $push: { events: event } } : {}),
      },
    )
    return modifiedCount === 1
  }

  async release(networkId: string, name: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.networks.updateOne(
      { _id: networkId, 'ssoDomains.name': name },
      { $pull: { ssoDomains: { name } }, $push: { events: event } },
    )
    return modifiedCount === 1
  }

  /** By the sparse `ssoDomains.name`: every network that claims it; the caller checks whether it is proved. */
  async claimantsOf(name: string, count: number): Promise<NetworkDocument[]> {
    return this.networks.find({ 'ssoDomains.name': name }).limit(count).toArray()
  }

  /** By `_id`: the networks that claim any, after this one. */
  async claimants(after: string, count: number): Promise<NetworkDocument[]> {
    return this.networks
      .find({ _id: { $gt: after }, 'ssoDomains.name': { $exists: true } })
      .sort({ _id: 1 })
      .limit(count)
      .toArray()
  }
}
