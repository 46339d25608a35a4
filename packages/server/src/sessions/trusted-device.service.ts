import { inject } from '@needle-di/core'
import { DAY } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { isDeviceTrusted } from '../domain/trusted-devices.js'
import type { Origin } from '../events/event.types.js'
import { eventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { Clock } from '../platform/clock/clock.js'
import { hashToken, isToken, newId, newToken } from '../platform/crypto/tokens.js'
import { type TrustedDeviceDocument, TrustedDeviceStore } from './trusted-device.store.js'

/** The cookie holds one token for each account that trusts the browser, the newest first. */
function tokensIn(cookie: string | undefined): string[] {
  return (cookie ?? '').split('.').filter(isToken).slice(0, limits.trustedDeviceAccounts)
}

export class TrustedDeviceService {
  constructor(
    private readonly store = inject(TrustedDeviceStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * @param cookie the tokens of every account that trusts this browser
   * @param days what the account's networks allow now
   */
  async isTrusted(account: AccountDocument, cookie: string | undefined, days: number): Promise<boolean> {
    const tokens = tokensIn(cookie)
    if (days === 0 || tokens.length === 0) return false
    const devices = await this.store.byTokenHashes(tokens.map(hashToken))
    const now = this.clock.now()
    return devices.some(
      (device) => device.accountId === account._id && isDeviceTrusted(device, account.epoch, days, now),
    )
  }

  /**
   * Trusts a browser for this account, beside the others that trust it.
   * @returns the browser's cookie from now on
   */
  async trust(account: AccountDocument, origin: Origin, cookie: string | undefined): Promise<string> {
    const token = newToken()
    const createdAt = this.clock.now()
    const device: TrustedDeviceDocument = {
      _id: hashToken(token),
      publicId: newId('dev'),
      accountId: account._id,
      epoch: account.epoch,
      createdAt,
      origin,
      events: [{ type: 'trusted_device.added', ...eventOf(account, origin, createdAt) }],
    }
    await this.store.insert(device)
    this.relay.dispatchSoon('trusted_devices', device._id, device.events)
    return [token, ...tokensIn(cookie)].slice(0, limits.trustedDeviceAccounts).join('.')
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
    await this.store.sweep(new Date(this.clock.now().getTime() - limits.trustedDeviceDays * DAY))
  }
}
