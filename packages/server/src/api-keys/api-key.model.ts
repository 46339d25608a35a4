import type { ApiKeyScope } from '@twinlock/shared/vocabulary'
import { Schema } from 'mongoose'
import type { DomainEvent } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'

/** A key of a network. Of its token only the prefix and a hash are stored. */
export interface ApiKeyDocument {
  /** The readable prefix. */
  _id: string
  /** SHA-256 of the whole token. */
  hash: string
  networkId: string
  name: string
  scopes: ApiKeyScope[]
  /** Addresses and CIDRs it may come from; empty: from anywhere. */
  allowedAddresses: string[]
  /** Where a verification may send people back to. */
  returnAddresses: string[]
  makerAccountId: string
  /** As it was when the key was made. */
  makerName: string
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
  events: DomainEvent[]
}

const anything = Schema.Types.Mixed

const apiKeySchema = new Schema<ApiKeyDocument>(
  {
    _id: { type: String, required: true },
    hash: { type: String, required: true },
    networkId: { type: String, required: true },
    name: { type: String, required: true },
    scopes: { type: [String], required: true },
    allowedAddresses: { type: [String], default: [] },
    returnAddresses: { type: [String], default: [] },
    makerAccountId: { type: String, required: true },
    makerName: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
    lastUsedAt: { type: Date, default: null },
    events: { type: anything, default: () => [] },
  },
  { collection: 'api_keys', versionKey: false, minimize: false, strict: 'throw' },
)
apiKeySchema.index({ networkId: 1, createdAt: -1 })
apiKeySchema.index({ 'events.id': 1 }, { sparse: true })

export const ApiKeyModel = defineModel<ApiKeyDocument>('ApiKey', apiKeySchema)
