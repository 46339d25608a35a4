import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { type GuessLimit, passwordRetryAt } from '../../domain/password-delay.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { PasswordHasher, type VerifyPassword } from '../../platform/crypto/password-hasher.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import { addressBlockOf } from '../../platform/http/addresses.js'
import { Background } from '../../platform/jobs/background.js'
import { Logger } from '../../platform/logging/logger.js'
import { PasswordGuessStore } from './password-guess.store.js'

export type PasswordVerdict =
  /** Proved then. */
  { kind: 'right'; at: Date } | { kind: 'wrong' } | { kind: 'too-many'; retryAt: Date }

/** Who tries a password, and from where. */
export interface PasswordAttempt {
  /** Null when the address has no account. */
  account: AccountDocument | null
  emailKey: string
  password: string
  origin: Origin
  /** A browser that was signed in to this account before, or a session of it: counted by itself. */
  ownPlace: string | null
}

export type CheckPassword = (attempt: PasswordAttempt) => Promise<PasswordVerdict>

/**
 * Verifies a password. An unknown address costs the same reads, the same hash and the same writes as a wrong password.
 * Failures alone count: for one account from one address, and for one address.
 */
export class PasswordCheckService {
  constructor(
    private readonly hasher = inject(PasswordHasher),
    private readonly guesses = inject(PasswordGuessStore),
    private readonly relay = inject(EventRelay),
    private readonly background = inject(Background),
    private readonly logger = inject(Logger),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * Takes a place in the queue before anything is read or counted for an attempt: in a flood, those that are turned away
   * cost the database nothing.
   * @throws HashQueueFullError when more sign-ins wait than the server takes on
   */
  admit<T>(work: (check: CheckPassword) => Promise<T>): Promise<T> {
    return this.hasher.admit((verify) => work((attempt) => this.#check(attempt, verify)))
  }

  async #check(attempt: PasswordAttempt, verify: VerifyPassword): Promise<PasswordVerdict> {
    const { account, password, origin } = attempt
    const now = this.clock.now()
    const { place, who, guessLimits } = countedAt(attempt, now)
    const reservation = await this.guesses.reserve(place, who, guessLimits, now)
    if (reservation.kind === 'refused') {
      const facts = { account: account?._id ?? null, address: origin.address }
      this.logger.info(facts, 'A password was not checked: too many failures before it')
      return { kind: 'too-many', retryAt: passwordRetryAt(reservation.guesses, guessLimits, now) ?? now }
    }
    const release = () => this.guesses.release(place, reservation.id)
    const isTooLong = password.length > 4 * limits.password.maxLength
    const verifying = isTooLong ? verify(null, '') : verify(account?.passwordHash ?? null, password)
    const isRight = await verifying.catch(async (error: unknown) => {
      await release()
      throw error
    })
    if (isRight) {
      this.background.run('password right', release)
      return { kind: 'right', at: now }
    }
    this.background.run('password failed', () => this.#writeDown(account, origin, now))
    return { kind: 'wrong' }
  }

  /** In the account's activity, or, where there is none, in the log: what was typed there may be a password. */
  async #writeDown(account: AccountDocument | null, origin: Origin, at: Date): Promise<void> {
    if (account) await this.relay.emit({ type: 'sign_in.password_failed', ...eventOf(account, origin, at) })
    else this.logger.info({ address: origin.address }, 'A password was tried for an address that has no account')
  }
}

/**
 * Where a guess is counted. A browser or session of the account is counted by itself, and so is the account at a network
 * address that it signed in from lately: what others fail at there, at the same address too, holds nobody up.
 */
function countedAt({ account, emailKey, origin, ownPlace }: PasswordAttempt, now: Date) {
  const block = addressBlockOf(origin.address)
  const who = hashToken(emailKey)
  const ofPair: GuessLimit = { who, free: limits.passwordFailuresPerAccountAndAddress }
  const own = ownPlace ?? (account && isKnownBlock(account, block, now) ? `address:${block}` : null)
  if (own) return { place: `${own}:${who}`, who, guessLimits: [ofPair] }
  const ofAddress: GuessLimit = { who: null, free: limits.passwordFailuresPerAddress }
  return { place: `address:${block}`, who, guessLimits: [ofPair, ofAddress] }
}

function isKnownBlock({ knownBlocks = [] }: AccountDocument, block: string, now: Date): boolean {
  return knownBlocks.some(
    (known) => known.block === block && now.getTime() < known.at.getTime() + limits.knownBlockMemory,
  )
}
