import type { DomainEvent, Origin } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'

/** A browser that may skip the second step at sign-in, where the networks allow it. */
export interface TrustedDeviceDocument {
  /** Hash of the cookie's token. */
  _id: string
  publicId: string
  accountId: string
  /** A change of password or factors raises the account's, and the device is forgotten. */
  epoch: number
  createdAt: Date
  origin: Origin
  events: DomainEvent[]
}

export const TrustedDeviceCollection = defineCollection<TrustedDeviceDocument>('trusted_devices', [
  [{ accountId: 1, createdAt: -1 }],
  [{ createdAt: 1 }],
  [{ 'events.id': 1 }, { sparse: true }],
])
