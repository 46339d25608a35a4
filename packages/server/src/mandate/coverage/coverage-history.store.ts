import { inject } from '@needle-di/core'
import type { Coverage } from '../../domain/coverage.js'
import { CoverageSnapshotCollection, type CoverageSnapshotDocument } from './coverage.model.js'

export class CoverageHistoryStore {
  constructor(private readonly snapshots = inject(CoverageSnapshotCollection)) {}

  /** One point an hour: the last count of it. */
  async note(networkId: string, at: Date, { total, withTwoFactor, sso, without }: Coverage): Promise<void> {
    const hour = at.toISOString().slice(0, 13)
    await this.snapshots.updateOne(
      { _id: `${networkId}:${hour}` },
      { $set: { networkId, at, total, withTwoFactor, sso, without } },
      { upsert: true },
    )
  }

  /** By `networkId, at`: the newest points, oldest first. */
  async since(networkId: string, from: Date, limit: number): Promise<CoverageSnapshotDocument[]> {
    const newestFirst = await this.snapshots
      .find({ networkId, at: { $gte: from } })
      .sort({ at: -1 })
      .limit(limit)
      .toArray()
    return newestFirst.reverse()
  }
}
