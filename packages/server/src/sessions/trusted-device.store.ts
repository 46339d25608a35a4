import { inject } from '@needle-di/core'
import { insertDocument } from '../platform/mongo/database.js'
import { TrustedDeviceCollection, type TrustedDeviceDocument } from './trusted-device.model.js'

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
