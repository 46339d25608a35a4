import { InjectionToken, inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { checkAttempts, guessesFor, guessesReturnAt, type TooManyGuesses } from '../../domain/attempt-limit.js'
import type { Origin } from '../../events/event.types.js'
import { Clock } from '../../platform/clock/clock.js'
import { AuthenticatorAppStep } from '../authenticator-app/authenticator-app.step.js'
import { BackupCodeStep } from '../backup-codes/backup-code.step.js'
import { PasskeyStep } from '../passkey/passkey.step.js'
import { SmsStep } from '../sms/sms.step.js'
import type { SecondStep, StepHolder, StepProof } from './second-step.js'
import { type GuessTarget, type ReservedGuess, SecondStepStore } from './second-step.store.js'
import { SecondStepNoticesService } from './second-step-notices.service.js'

export type GuessRefusal =
  /** The account takes no guess now, or the target has used its five. */
  | TooManyGuesses
  /** The target has ended, because the account changed. */
  | { kind: 'ended' }

export type GuessOutcome<V> = { kind: 'verified'; guess: ReservedGuess; verdict: V } | GuessRefusal

export type ProofOutcome =
  | { kind: 'accepted'; proof: StepProof; account: AccountDocument }
  | { kind: 'wrong'; attemptsLeft: number; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'expired'; attemptsLeft: number }
  | GuessRefusal

/** Verifies an account’s codes. Every caller goes through this class, so one counter sees every attempt. */
export class SecondStepService {
  constructor(
    private readonly steps = inject(SecondSteps),
    private readonly store = inject(SecondStepStore),
    private readonly profiles = inject(ProfileStore),
    private readonly notices = inject(SecondStepNoticesService),
    private readonly clock = inject(Clock),
  ) {}

  /** Verifies what was typed, consumes it if it is right, and reports failures: of concurrent callers one wins. */
  async prove(
    accountId: string,
    target: GuessTarget,
    { method, code }: { method: SecondStepMethod; code: string },
    holder: StepHolder,
    origin: Origin,
  ): Promise<ProofOutcome> {
    const outcome = await this.guess(
      accountId,
      target,
      (guess) => this.steps[method].verify(guess, code, holder, origin),
      (lock) => this.notices.locked(accountId, lock, origin),
    )
    if (outcome.kind !== 'verified') return outcome
    const { guess, verdict } = outcome
    if (verdict.kind === 'accepted') {
      this.notices.accepted(verdict.account, verdict.proof)
      return verdict
    }
    const attemptsLeft = limits.guessesPerCode - guess.guesses
    if (verdict.kind === 'wrong') this.notices.failed(guess, method, origin, target.isSignIn ? 'sign-in' : 'session')
    return { ...verdict, attemptsLeft }
  }

  /**
   * One guess. It takes its slot at the account before it is verified; an internal error returns the slot.
   * @param locked called when the account takes no guesses, whatever they are for
   */
  async guess<V>(
    accountId: string,
    target: GuessTarget,
    verify: (guess: ReservedGuess) => Promise<V>,
    locked?: (lock: TooManyGuesses) => void,
  ): Promise<GuessOutcome<V>> {
    const guess = await this.store.reserveGuess(accountId, this.clock.now(), target)
    if (!guess) return this.#refusal(accountId, target, locked)
    try {
      return { kind: 'verified', guess, verdict: await verify(guess) }
    } catch (error) {
      await this.store.releaseGuess(guess)
      throw error
    }
  }

  async #refusal(
    accountId: string,
    { id, since, endsAt }: GuessTarget,
    locked?: (lock: TooManyGuesses) => void,
  ): Promise<GuessRefusal> {
    const account = await this.profiles.byId(accountId)
    if (!account) return { kind: 'ended' }
    const attempts = checkAttempts(account.attempts, this.clock.now())
    if (attempts.kind === 'too-many') {
      locked?.(attempts)
      return attempts
    }
    const guesses = guessesFor(account.attempts, id, since)
    const [first] = guesses
    if (!first || guesses.length < limits.guessesPerCode) return { kind: 'ended' }
    if (endsAt) return { kind: 'too-many', retryAt: endsAt, remedy: 'BEGIN_AGAIN' }
    return { kind: 'too-many', retryAt: guessesReturnAt(first.at), remedy: 'WAIT' }
  }

  async acceptMailbox(guess: ReservedGuess): Promise<void> {
    await this.store.acceptMailbox(guess)
  }
}

/** Every way to prove the second step. */
export type SecondSteps = Readonly<Record<SecondStepMethod, SecondStep>>
export const SecondSteps = new InjectionToken<SecondSteps>('SecondSteps', {
  factory: () => ({
    AUTHENTICATOR_APP: inject(AuthenticatorAppStep),
    SMS: inject(SmsStep),
    PASSKEY: inject(PasskeyStep),
    BACKUP_CODE: inject(BackupCodeStep),
  }),
})
