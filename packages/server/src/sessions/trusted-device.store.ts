import { inject } from '@needle-di/core'
import type { DomainEvent, Origin } from '../events/event.types.js'
import { defineCollection, insertDocument } from '../platform/mongo/database.js'

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

export class TrustedDeviceStore {
  constructor(private readonly devices = inject(TrustedDeviceCollection)) {}

  async insert(device: TrustedDeviceDocument): Promise<void> {
    await insertDocument(this.devices, device)
  }

  /** By `_id`. */
  async byTokenHashes(tokenHashes: readonly string[]): Promise<TrustedDeviceDocument[]> {
    return this.devices.find({ _id: { $in: [...tokenHashes] } }).toArray()
  }

  /** By `accountId, createdAt`. */
  async ofAccount(accountId: string): Promise<TrustedDeviceDocument[]> {
    return this.devices.find({ accountId }).sort({ createdAt: -1 }).limit(50).toArray()
  }

  async forget(accountId: string, publicId: string): Promise<boolean> {
    const { deletedCount } = await this.devices.deleteOne({ accountId, publicId })
    return deletedCount === 1
  }

  /** By `createdAt`: tidying up only. */
  async sweep(createdBefore: Date): Promise<void> {
    await this.devices.deleteMany({ createdAt: { $lte: createdBefore } })
  }
}
