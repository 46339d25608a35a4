import { inject } from '@needle-di/core'
import type { Coverage, ProtectionCount } from '../../domain/protection.js'
import { MembershipCollection } from '../../memberships/membership.model.js'
import { defineCollection } from '../../platform/mongo/database.js'

/** How a network's members are protected, as last counted. Kept beside them so that no page counts them. */
export interface CoverageDocument {
  /** The network's id. */
  _id: string
  counts: ProtectionCount[]
  countedAt: Date | null
  /** Set by later events; a value that changed during a count means that the count must be repeated. */
  staleBy: string | null
}

export const CoverageCollection = defineCollection<CoverageDocument>('coverage', [[{ staleBy: 1 }, { sparse: true }]])

/** A network's coverage in one hour: a point of its chart. */
export interface CoverageSnapshotDocument {
  /** `network:hour` in UTC. */
  _id: string
  networkId: string
  at: Date
  total: number
  withTwoFactor: number
  sso: number
  without: number
}

export const CoverageSnapshotCollection = defineCollection<CoverageSnapshotDocument>('coverage_snapshots', [
  [{ networkId: 1, at: -1 }],
])

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

interface Group {
  _id: { protection: number; isGuest: boolean }
  count: number
}

export class CoverageStore {
  constructor(
    private readonly coverage = inject(CoverageCollection),
    private readonly memberships = inject(MembershipCollection),
  ) {}

  /**
   * Counts members, at most `limit` of them. Covered by the index
   * `networkId, leftAt, role, protection, statusKey, _id`: no membership is read.
   */
  async count(networkId: string, leaving: readonly string[], limit: number | null): Promise<ProtectionCount[]> {
    const groups = this.memberships.aggregate<Group>(counting(networkId, leaving, limit))
    return (await groups.toArray()).map(countOf)
  }

  /** The same together with the stored count, in one command; the stored count by `_id`. */
  async countBesideKept(
    networkId: string,
    leaving: readonly string[],
    limit: number,
  ): Promise<{ live: ProtectionCount[]; kept: CoverageDocument | null }> {
    const found = await this.memberships
      .aggregate<Group | CoverageDocument>([
        ...counting(networkId, leaving, limit),
        { $unionWith: { coll: this.coverage.collectionName, pipeline: [{ $match: { _id: networkId } }] } },
      ])
      .toArray()
    const isGroup = (each: Group | CoverageDocument): each is Group => typeof each._id === 'object'
    return {
      live: found.filter(isGroup).map(countOf),
      kept: found.find((each): each is CoverageDocument => !isGroup(each)) ?? null,
    }
  }

  /** By `accountId`. */
  async networksOf(accountId: string): Promise<string[]> {
    const found = await this.memberships.find({ accountId }, { projection: { networkId: 1 } }).toArray()
    return found.map(({ networkId }) => networkId)
  }

  /** What was counted is not true any more; by `_id`. */
  async markStale(networkIds: readonly string[], by: string): Promise<void> {
    if (networkIds.length === 0) return
    const update = { $set: { staleBy: by }, $setOnInsert: { counts: [], countedAt: null } }
    await this.coverage.bulkWrite(
      networkIds.map((_id) => ({ updateOne: { filter: { _id }, update, upsert: true } })),
      { ordered: false },
    )
  }

  /** Stores a count, which stays stale when an event happened during it. */
  async keep(networkId: string, counts: ProtectionCount[], countedAt: Date, staleBy: string | null): Promise<void> {
    await this.coverage.updateOne({ _id: networkId }, { $set: { counts, countedAt } }, { upsert: true })
    if (staleBy) await this.coverage.updateOne({ _id: networkId, staleBy }, { $set: { staleBy: null } })
  }

  /** By the sparse `staleBy`. */
  async stale(limit: number): Promise<CoverageDocument[]> {
    return this.coverage
      .find({ staleBy: { $ne: null } })
      .limit(limit)
      .toArray()
  }

  /** The stored counts of all networks, summed up: for the operator's metrics. Reads only `coverage`. */
  async everywhere(): Promise<Pick<ProtectionCount, 'protection' | 'count'>[]> {
    const groups = await this.coverage
      .aggregate<{ _id: number; count: number }>([
        { $unwind: '$counts' },
        { $group: { _id: '$counts.protection', count: { $sum: '$counts.count' } } },
      ])
      .toArray()
    return groups.map(({ _id, count }) => ({ protection: _id, count }))
  }
}

function counting(networkId: string, leaving: readonly string[], limit: number | null) {
  return [
    { $match: { networkId, leftAt: null, ...(leaving.length > 0 ? { _id: { $nin: [...leaving] } } : {}) } },
    ...(limit === null ? [] : [{ $limit: limit }]),
    { $group: { _id: { protection: '$protection', isGuest: { $eq: ['$role', 'GUEST'] } }, count: { $sum: 1 } } },
  ]
}

function countOf({ _id, count }: Group): ProtectionCount {
  return { protection: _id.protection, isGuest: _id.isGuest, count }
}
