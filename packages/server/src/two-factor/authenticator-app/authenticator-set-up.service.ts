import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { AuthenticatorSetUp } from '../../accounts/account-factors.js'
import { checkAttempts, guessesFor, type TooManyGuesses } from '../../domain/attempt-limit.js'
import { clockOffsetSeconds, decideTotpStep } from '../../domain/totp-step.js'
import { Environment } from '../../environment.js'
import type { Origin } from '../../events/event.types.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { newId } from '../../platform/crypto/tokens.js'
import { type ConfirmOutcome, ConfirmSetUpService, type ConfirmVerdict } from '../set-up/confirm-set-up.service.js'
import { SetUpStore } from '../set-up/set-up.store.js'
import { beginnerOf, type SetUpCaller, SetUpGuardService } from '../set-up/set-up-guard.service.js'
import { isNewStep } from './authenticator-app.step.js'
import { findDistantTotpStep, matchTotpStep, newTotpSecret, otpauthUriOf } from './totp.js'

export interface ShownAuthenticatorSetUp {
  setupId: string
  secret: string
  otpauthUri: string
  expiresAt: Date
}

export class AuthenticatorSetUpService {
  constructor(
    private readonly store = inject(SetUpStore),
    private readonly guard = inject(SetUpGuardService),
    private readonly confirmation = inject(ConfirmSetUpService),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
    private readonly environment = inject(Environment),
  ) {}

  /** Begins a new set-up: an unfinished older one stops working. */
  async begin(caller: SetUpCaller): Promise<{ kind: 'begun'; setUp: ShownAuthenticatorSetUp } | TooManyGuesses> {
    await this.guard.requireMayBegin(caller, 'AUTHENTICATOR_APP')
    const now = this.clock.now()
    const attempts = checkAttempts(caller.account.attempts, now)
    if (attempts.kind === 'too-many') return attempts
    const secret = newTotpSecret()
    const setUp: AuthenticatorSetUp = {
      id: newId('set'),
      begunBy: beginnerOf(caller),
      startedAt: now,
      expiresAt: new Date(now.getTime() + limits.setUpLifetime),
      guesses: 0,
      sealedSecret: await this.keyRing.seal(secret, { owner: caller.account._id, purpose: 'totp' }),
    }
    await this.store.begin(caller.account._id, 'AUTHENTICATOR_APP', setUp)
    return { kind: 'begun', setUp: this.#shown(setUp, secret, caller.account) }
  }

  /**
   * The unfinished set-up, for the caller who began it alone; once confirmed it is gone, and its secret is never shown
   * again. A set-up without guesses left has ended: a caller who starts again must not be led back into it.
   */
  async begun(caller: SetUpCaller): Promise<ShownAuthenticatorSetUp | null> {
    const setUp = caller.account.setUps.app
    if (!setUp || setUp.begunBy !== beginnerOf(caller) || this.clock.now() >= setUp.expiresAt) return null
    if (guessesFor(caller.account.attempts, setUp.id).length >= limits.guessesPerCode) return null
    const secret = await this.keyRing.open(setUp.sealedSecret, { owner: caller.account._id, purpose: 'totp' })
    return this.#shown(setUp, secret, caller.account)
  }

  async confirm(caller: SetUpCaller, setUpId: string, typed: string, origin: Origin): Promise<ConfirmOutcome> {
    return this.confirmation.confirm(caller, 'AUTHENTICATOR_APP', setUpId, origin, (account) =>
      this.#verify(account, typed),
    )
  }

  async #verify(account: AccountDocument, typed: string): Promise<ConfirmVerdict> {
    const setUp = account.setUps.app
    const code = digitsOf(typed)
    if (!setUp || !code) return { kind: 'wrong', alreadyUsed: false, clockOffsetSeconds: null }
    const now = this.clock.now()
    const secret = await this.keyRing.open(setUp.sealedSecret, { owner: account._id, purpose: 'totp' })
    const step = await matchTotpStep(secret, code, now)
    if (step === null) {
      const distant = await findDistantTotpStep(secret, code, now)
      return {
        kind: 'wrong',
        alreadyUsed: false,
        clockOffsetSeconds: distant === null ? null : clockOffsetSeconds(distant, now),
      }
    }
    if (decideTotpStep(account.lastTotpStep, step) === 'already-used')
      return { kind: 'wrong', alreadyUsed: true, clockOffsetSeconds: null }
    const factor = { id: newId('fac'), sealedSecret: setUp.sealedSecret, createdAt: now, lastUsedAt: null }
    return { kind: 'right', factor, where: isNewStep(step), set: { lastTotpStep: step } }
  }

  #shown(setUp: AuthenticatorSetUp, secret: string, account: AccountDocument): ShownAuthenticatorSetUp {
    const otpauthUri = otpauthUriOf(secret, account.email, this.environment.productName)
    return { setupId: setUp.id, secret, otpauthUri, expiresAt: setUp.expiresAt }
  }
}
