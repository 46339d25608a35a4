import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { type PasskeySetUp, passkeysOf } from '../../accounts/account-factors.js'
import { checkAttempts, type TooManyGuesses } from '../../domain/attempt-limit.js'
import type { Origin } from '../../events/event.types.js'
import { Clock } from '../../platform/clock/clock.js'
import { newId, newToken } from '../../platform/crypto/tokens.js'
import { forbidden } from '../../platform/errors/interruption.js'
import { type ConfirmOutcome, ConfirmSetUpService, type ConfirmVerdict } from '../set-up/confirm-set-up.service.js'
import { SetUpStore } from '../set-up/set-up.store.js'
import { beginnerOf, type SetUpCaller, SetUpGuardService } from '../set-up/set-up-guard.service.js'
import { readRegistration, registrationOptions } from './passkey.js'
import { passkeyLabelOf } from './passkey-label.js'
import { RelyingParty } from './relying-party.js'

export interface ShownPasskeySetUp {
  setupId: string
  optionsJson: string
  expiresAt: Date
}

export type BeginPasskeyOutcome = { kind: 'begun'; setUp: ShownPasskeySetUp } | { kind: 'no-room' } | TooManyGuesses

export class PasskeySetUpService {
  constructor(
    private readonly store = inject(SetUpStore),
    private readonly guard = inject(SetUpGuardService),
    private readonly confirmation = inject(ConfirmSetUpService),
    private readonly clock = inject(Clock),
    private readonly relyingParty = inject(RelyingParty),
  ) {}

  get isAvailable(): boolean {
    return this.relyingParty !== null
  }

  /**
   * Begins a new set-up: an unfinished older passkey set-up stops working.
   * @throws Interruption FORBIDDEN where browsers make no passkeys, and whatever the guard throws
   */
  async begin(caller: SetUpCaller): Promise<BeginPasskeyOutcome> {
    if (!this.relyingParty) throw forbidden('Passkeys need this installation to have a name and https.')
    await this.guard.requireMayBegin(caller, 'PASSKEY')
    const { account } = caller
    const now = this.clock.now()
    const attempts = checkAttempts(account.attempts, now)
    if (attempts.kind === 'too-many') return attempts
    if (passkeysOf(account).length >= limits.passkeys.perAccount) return { kind: 'no-room' }
    const setUp: PasskeySetUp = {
      id: newId('set'),
      begunBy: beginnerOf(caller),
      startedAt: now,
      expiresAt: new Date(now.getTime() + limits.setUpLifetime),
      guesses: 0,
      challenge: newToken(),
    }
    await this.store.begin(account._id, 'PASSKEY', setUp)
    const optionsJson = await registrationOptions(account, setUp.challenge, this.relyingParty)
    return { kind: 'begun', setUp: { setupId: setUp.id, optionsJson, expiresAt: setUp.expiresAt } }
  }

  async confirm(
    caller: SetUpCaller,
    input: { setupId: string; responseJson: string; label?: string | null },
    origin: Origin,
  ): Promise<ConfirmOutcome> {
    const label = passkeyLabelOf(input.label, origin.device)
    return this.confirmation.confirm(caller, 'PASSKEY', input.setupId, origin, (account) =>
      this.#verify(account, input.responseJson, label),
    )
  }

  async #verify(account: AccountDocument, responseJson: string, label: string): Promise<ConfirmVerdict> {
    const wrong = { kind: 'wrong', alreadyUsed: false, clockOffsetSeconds: null } as const
    const challenge = account.setUps.passkey?.challenge
    if (!challenge || !this.relyingParty) return wrong
    const made = await readRegistration(responseJson, { challenge, relyingParty: this.relyingParty })
    if (!made) return wrong
    // Another account's passkey of the same name is no matter: each account looks among its own.
    if (passkeysOf(account).some(({ credentialId }) => credentialId === made.credentialId))
      return { ...wrong, alreadyUsed: true }
    const factor = { ...made, id: newId('fac'), label, createdAt: this.clock.now(), lastUsedAt: null }
    return { kind: 'right', factor }
  }
}
