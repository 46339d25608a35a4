import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { clockOffsetSeconds, decideTotpStep } from '../../domain/totp-step.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { accepted, type SecondStep, type SecondStepVerdict, used, wrong } from '../second-step/second-step.js'
import { type ReservedGuess, SecondStepStore } from '../second-step/second-step.store.js'
import { findDistantTotpStep, matchTotpStep } from './totp.js'

/** A code of an authentication app (RFC 6238): its time step counts once, and no earlier one after it. */
export class AuthenticatorAppStep implements SecondStep {
  constructor(
    private readonly store = inject(SecondStepStore),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  async verify(guess: ReservedGuess, typed: string): Promise<SecondStepVerdict> {
    const { app } = guess.account.factors
    const code = digitsOf(typed)
    if (!app || !code) return wrong
    const now = this.clock.now()
    const secret = await this.keyRing.open(app.sealedSecret, { owner: guess.account._id, purpose: 'totp' })
    const step = await matchTotpStep(secret, code, now)
    if (step === null) {
      const distant = await findDistantTotpStep(secret, code, now)
      // A past code may be reported as such; a future code must not be confirmed, since it will still be accepted.
      const offset = distant === null ? null : clockOffsetSeconds(distant, now)
      return { ...wrong, clockOffsetSeconds: offset !== null && offset < 0 ? offset : null }
    }
    if (decideTotpStep(guess.account.lastTotpStep, step) === 'already-used') return used
    const account = await this.store.accept(guess, isNewStep(step), {
      lastTotpStep: step,
      'factors.app.lastUsedAt': now,
    })
    return accepted({ method: 'AUTHENTICATOR_APP', at: now }, account)
  }
}

/** Holds while no code of this time step or a later one was accepted. */
export const isNewStep = (step: number) => ({ $or: [{ lastTotpStep: null }, { lastTotpStep: { $lt: step } }] })
