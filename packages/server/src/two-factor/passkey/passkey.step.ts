import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import { passkeysOf } from '../../accounts/account-factors.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { checkAttempts, type TooManyGuesses } from '../../domain/attempt-limit.js'
import { acceptPasskeyCounter } from '../../domain/passkey-counter.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { Clock } from '../../platform/clock/clock.js'
import { newToken } from '../../platform/crypto/tokens.js'
import { notFound } from '../../platform/errors/interruption.js'
import type { PasskeyChallengeSlot } from '../../sessions/challenge.store.js'
import {
  accepted,
  type SecondStep,
  type SecondStepVerdict,
  type StepHolder,
  used,
  wrong,
} from '../second-step/second-step.js'
import { type ReservedGuess, SecondStepStore } from '../second-step/second-step.store.js'
import { type PasskeyAssertion, readAssertion, requestOptions } from './passkey.js'
import { RelyingParty } from './relying-party.js'

export type PasskeyChallengeOutcome = { kind: 'begun'; optionsJson: string; expiresAt: Date } | TooManyGuesses

/** A passkey (WebAuthn), as a second step or alone. Its holder decides which caller spends the challenge. */
export class PasskeyStep implements SecondStep {
  constructor(
    private readonly store = inject(SecondStepStore),
    private readonly profiles = inject(ProfileStore),
    private readonly clock = inject(Clock),
    private readonly relyingParty = inject(RelyingParty),
  ) {}

  /**
   * Asks an account's passkeys to sign something new.
   * @param store stores it where it counts: a newer challenge takes the older one's place there
   * @throws Interruption NOT_FOUND for an account without passkeys
   */
  async begin(
    account: AccountDocument,
    expiresAt: Date,
    store: (slot: PasskeyChallengeSlot) => Promise<void>,
  ): Promise<PasskeyChallengeOutcome> {
    const passkeys = passkeysOf(account)
    if (passkeys.length === 0 || !this.relyingParty) throw notFound('There is no passkey on your account.')
    const attempts = checkAttempts(account.attempts, this.clock.now())
    if (attempts.kind === 'too-many') return attempts
    const challenge = newToken()
    await store({ challenge, expiresAt })
    return { kind: 'begun', optionsJson: await requestOptions(passkeys, challenge, this.relyingParty), expiresAt }
  }

  async verify(guess: ReservedGuess, typed: string, holder: StepHolder, origin: Origin): Promise<SecondStepVerdict> {
    const { account } = guess
    const asked = holder.passkey
    const assertion = asked && (await this.#read(account, typed, asked.challenge))
    if (!assertion) return wrong
    const now = this.clock.now()
    if (now >= asked.expiresAt) return { kind: 'expired' }
    if (await this.#isCopy(account, assertion, origin)) return wrong
    if ((await holder.spendPasskey?.(asked.challenge)) === false) return used
    const { isUserVerified } = assertion
    const proof = { method: 'PASSKEY' as const, ...(isUserVerified ? { userVerified: true as const } : {}), at: now }
    return accepted(proof, await this.store.accept(guess, isAtCounter(assertion), counted(assertion, now)))
  }

  /**
   * Which passkey of an account has signed a challenge alone, having checked the person; null when none has. One whose
   * counter went back is refused, and its owner is notified.
   */
  async readAlone(
    account: AccountDocument,
    response: string,
    challenge: string,
    origin: Origin,
  ): Promise<PasskeyAssertion | null> {
    const assertion = await this.#read(account, response, challenge)
    if (!assertion?.isUserVerified) return null
    return (await this.#isCopy(account, assertion, origin)) ? null : assertion
  }

  /** @returns the account as it is with the passkey used; null when another use or change came first */
  async acceptAlone(account: AccountDocument, assertion: PasskeyAssertion): Promise<AccountDocument | null> {
    return this.store.acceptUncounted(account, isAtCounter(assertion), counted(assertion, this.clock.now()))
  }

  async #read(account: AccountDocument, response: string, challenge: string): Promise<PasskeyAssertion | null> {
    const { relyingParty } = this
    if (!relyingParty) return null
    return readAssertion(response, { challenge, relyingParty, accountId: account._id, passkeys: passkeysOf(account) })
  }

  async #isCopy(account: AccountDocument, { passkey, counter }: PasskeyAssertion, origin: Origin): Promise<boolean> {
    if (acceptPasskeyCounter(passkey.counter, counter) !== 'went-back') return false
    const event = { type: 'two_factor.passkey_copied' as const, ...eventOf(account, origin, this.clock.now()) }
    await this.profiles.note(account._id, event)
    return true
  }
}

/** Of two assertions with one counter, one is accepted. */
function isAtCounter({ passkey: { id, counter } }: PasskeyAssertion) {
  return { 'factors.passkeys': { $elemMatch: { id, counter } } }
}

function counted({ counter }: PasskeyAssertion, now: Date) {
  return { 'factors.passkeys.$.counter': counter, 'factors.passkeys.$.lastUsedAt': now }
}
