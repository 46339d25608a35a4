import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { passwordRetryAt } from '../../domain/password-delay.js'
import { eventOf } from '../../events/account-event.js'
import type { Origin } from '../../events/event.types.js'
import type { EventRelay } from '../../events/event-relay.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { PasswordHasher } from '../../platform/crypto/password-hasher.js'
import type { Background } from '../../platform/jobs/background.js'
import type { SlidingLimitStore } from '../../platform/mongo/sliding-limit.store.js'

export type PasswordVerdict = { kind: 'right' } | { kind: 'wrong' } | { kind: 'too-many'; retryAt: Date }

/**
 * Judges a password. An unknown address costs the same reads, the same hash and the same writes as a wrong password.
 * Failures alone count: for one account from one address, and for one address.
 */
export class PasswordCheckService {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly acts: SlidingLimitStore,
    private readonly relay: EventRelay,
    private readonly background: Background,
    private readonly clock: Clock,
  ) {}

  /** @throws HashQueueFullError when more sign-ins wait than the server takes on */
  async check(
    account: AccountDocument | null,
    emailKey: string,
    password: string,
    { address, device }: Origin,
  ): Promise<PasswordVerdict> {
    const now = this.clock.now()
    const keys = { pair: `password:${address}:${emailKey}`, address: `password:${address}` }
    const failures = await this.acts.acts([keys.pair, keys.address])
    const retryAt =
      passwordRetryAt(failures.get(keys.pair) ?? [], limits.passwordFailuresPerAccountAndAddress, now) ??
      passwordRetryAt(failures.get(keys.address) ?? [], limits.passwordFailuresPerAddress, now)
    if (retryAt) return { kind: 'too-many', retryAt }

    const isTooLong = password.length > 4 * limits.password.maxLength
    const isRight = await this.hasher.verify(
      isTooLong ? null : (account?.passwordHash ?? null),
      isTooLong ? '' : password,
    )
    if (isRight) return { kind: 'right' }
    await this.acts.note(
      [
        { key: keys.pair, kept: 20 },
        { key: keys.address, kept: 60 },
      ],
      now,
    )
    if (account) {
      const event = { type: 'sign_in.password_failed' as const, ...eventOf(account, { address, device }, now) }
      this.background.run('password failed', () => this.relay.emit(event))
    }
    return { kind: 'wrong' }
  }
}
