import type { ProtectionCount } from '../../domain/coverage.js'
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
