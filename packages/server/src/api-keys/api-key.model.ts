import type { ApiKeyScope } from '@twinlock/shared/vocabulary'
import type { DomainEvent } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'

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

export const ApiKeyCollection = defineCollection<ApiKeyDocument>('api_keys', [
  [{ networkId: 1, createdAt: -1 }],
  [{ 'events.id': 1 }, { sparse: true }],
])
