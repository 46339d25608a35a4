import { Schema } from 'mongoose'
import type { ProtectionCount } from '../../domain/coverage.js'
import { defineModel } from '../../platform/mongo/database.js'

/** How a network's members are protected, as last counted. Kept beside them so that no page counts them. */
export interface CoverageDocument {
  /** The network's id. */
  _id: string
  counts: ProtectionCount[]
  countedAt: Date | null
  /** Set by later events; a value that changed during a count means that the count must be repeated. */
  staleBy: string | null
}

const coverageSchema = new Schema<CoverageDocument>(
  {
    _id: { type: String, required: true },
    counts: { type: Schema.Types.Mixed, default: () => [] },
    countedAt: { type: Date, default: null },
    staleBy: { type: String, default: null },
  },
  { collection: 'coverage', versionKey: false, minimize: false, strict: 'throw' },
)
coverageSchema.index({ staleBy: 1 }, { sparse: true })

export const CoverageModel = defineModel<CoverageDocument>('Coverage', coverageSchema)

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

const snapshotSchema = new Schema<CoverageSnapshotDocument>(
  {
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    at: { type: Date, required: true },
    total: { type: Number, required: true },
    withTwoFactor: { type: Number, required: true },
    sso: { type: Number, required: true },
    without: { type: Number, required: true },
  },
  { collection: 'coverage_snapshots', versionKey: false, strict: 'throw' },
)
snapshotSchema.index({ networkId: 1, at: -1 })

export const CoverageSnapshotModel = defineModel<CoverageSnapshotDocument>('CoverageSnapshot', snapshotSchema)
