import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { isDeviceTrusted } from '../domain/trusted-devices.js'
import type { Origin } from '../events/event.types.js'
import type { Clock } from '../platform/clock/clock.js'
import { hashToken, isToken, newId, newToken } from '../platform/crypto/tokens.js'
import type { TrustedDeviceDocument } from './trusted-device.model.js'
import type { TrustedDeviceStore } from './trusted-device.store.js'

export class TrustedDeviceService {
  constructor(
    private readonly store: TrustedDeviceStore,
    private readonly clock: Clock,
  ) {}

  /** @param days what the account's networks allow now */
  async isTrusted(account: AccountDocument, token: string | undefined, days: number): Promise<boolean> {
    if (days === 0 || !isToken(token)) return false
    const device = await this.store.byTokenHash(hashToken(token))
    return device?.accountId === account._id && isDeviceTrusted(device, account.epoch, days, this.clock.now())
  }

  /** @returns the token for the device's cookie */
  async trust(account: AccountDocument, origin: Origin): Promise<string> {
    const token = newToken()
    await this.store.insert({
      _id: hashToken(token),
      publicId: newId('dev'),
      accountId: account._id,
      epoch: account.epoch,
      createdAt: this.clock.now(),
      origin,
    })
    return token
  }

  async ofAccount(account: AccountDocument, days: number): Promise<TrustedDeviceDocument[]> {
    const now = this.clock.now()
    const devices = await this.store.ofAccount(account._id)
    return devices.filter((device) => isDeviceTrusted(device, account.epoch, days, now))
  }

  async forget(account: AccountDocument, publicId: string): Promise<boolean> {
    return this.store.forget(account._id, publicId)
  }

  /** Forgets those that no network could trust any more. */
  async sweep(): Promise<void> {
    await this.store.sweep(new Date(this.clock.now().getTime() - limits.trustedDeviceDays * 86_400_000))
  }
}
