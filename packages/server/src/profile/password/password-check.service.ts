import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { passwordRetryAt } from '../../domain/password-delay.js'
import { eventOf } from '../../events/account-event.js'
import type { Origin } from '../../events/event.types.js'
import type { EventRelay } from '../../events/event-relay.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { PasswordHasher } from '../../platform/crypto/password-hasher.js'
import { addressBlockOf } from '../../platform/http/address-block.js'
import type { Background } from '../../platform/jobs/background.js'
import { OneAtATime } from '../../platform/jobs/one-at-a-time.js'
import type { Logger } from '../../platform/logging/logger.js'
import type { SlidingLimitStore } from '../../platform/mongo/sliding-limit.store.js'

export type PasswordVerdict = { kind: 'right' } | { kind: 'wrong' } | { kind: 'too-many'; retryAt: Date }

/** Who tries a password, and from where. */
export interface PasswordGuess {
  /** Null when the address has no account. */
  account: AccountDocument | null
  emailKey: string
  password: string
  origin: Origin
  /**
   * What only its owner can try from: a browser that was signed in before, or a session. Failures of others, at the same
   * network address too, hold nobody up there.
   */
  ownPlace: string | null
}

/**
 * Judges a password. An unknown address costs the same reads, the same hash and the same writes as a wrong password.
 * Failures alone count: for one account from one address, and for one address.
 */
export class PasswordCheckService {
  readonly #oneAtATime = new OneAtATime()

  constructor(
    private readonly hasher: PasswordHasher,
    private readonly acts: SlidingLimitStore,
    private readonly relay: EventRelay,
    private readonly background: Background,
    private readonly logger: Logger,
    private readonly clock: Clock,
  ) {}

  /** @throws HashQueueFullError when more sign-ins wait than the server takes on */
  async check(guess: PasswordGuess): Promise<PasswordVerdict> {
    const counters = countersOf(guess)
    // Guesses that come at once are judged in turn, or all of them would find the same few failures.
    return this.#oneAtATime.run(counters[0].key, () => this.#check(guess, counters))
  }

  async #check({ account, password, origin }: PasswordGuess, counters: readonly Counter[]): Promise<PasswordVerdict> {
    const now = this.clock.now()
    const failures = await this.acts.acts(counters.map(({ key }) => key))
    const waits = counters.flatMap(({ free }, place) => passwordRetryAt(failures[place] ?? [], free, now) ?? [])
    if (waits.length > 0) {
      const facts = { account: account?._id ?? null, address: origin.address }
      this.logger.info(facts, 'A password was not judged: too many failures before it')
      return { kind: 'too-many', retryAt: new Date(Math.max(...waits.map(Number))) }
    }

    const isTooLong = password.length > 4 * limits.password.maxLength
    const isRight = await this.hasher.verify(
      isTooLong ? null : (account?.passwordHash ?? null),
      isTooLong ? '' : password,
    )
    if (isRight) return { kind: 'right' }
    await this.acts.note(counters, now)
    this.background.run('password failed', () => this.#writeDown(account, origin, now))
    return { kind: 'wrong' }
  }

  /** In the account's activity, or, where there is none, in the log: what was typed there may be a password. */
  async #writeDown(account: AccountDocument | null, origin: Origin, at: Date): Promise<void> {
    if (account) await this.relay.emit({ type: 'sign_in.password_failed', ...eventOf(account, origin, at) })
    else this.logger.info({ address: origin.address }, 'A password was tried for an address that has no account')
  }
}

interface Counter {
  key: string
  /** How many failures cost nothing. */
  free: number
  kept: number
}

function countersOf({ emailKey, origin, ownPlace }: PasswordGuess): readonly [Counter, ...Counter[]] {
  const pair = { free: limits.passwordFailuresPerAccountAndAddress, kept: 20 }
  if (ownPlace) return [{ ...pair, key: `password:${ownPlace}:${emailKey}` }]
  const address = addressBlockOf(origin.address)
  return [
    { ...pair, key: `password:${address}:${emailKey}` },
    { key: `password:${address}`, free: limits.passwordFailuresPerAddress, kept: 60 },
  ]
}
