import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { isLive } from '../../domain/one-time-code.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { isSameText } from '../../platform/crypto/tokens.js'
import {
  accepted,
  type SecondStep,
  type SecondStepVerdict,
  type StepHolder,
  used,
  wrong,
} from '../second-step/second-step.js'
import { type ReservedGuess, SecondStepStore } from '../second-step/second-step.store.js'

/** A texted code. Its holder decides which caller spends it. */
export class SmsStep implements SecondStep {
  constructor(
    private readonly store = inject(SecondStepStore),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  async verify(guess: ReservedGuess, typed: string, holder: StepHolder): Promise<SecondStepVerdict> {
    const code = digitsOf(typed)
    if (!code || !holder.sms || !guess.account.factors.sms) return wrong
    const now = this.clock.now()
    const sent = await this.keyRing.open(holder.sms.sealedCode, { owner: holder.publicId, purpose: 'sms-code' })
    if (!isSameText(sent, code)) return wrong
    if (!isLive(holder.sms, now)) return { kind: 'expired' }
    if (holder.sms.spentAt || (await holder.spendSms?.(holder.sms.sealedCode, now)) === false) return used
    const account = await this.store.accept(guess, {}, { 'factors.sms.lastUsedAt': now })
    return accepted({ method: 'SMS', at: now }, account)
  }
}
