import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { decideResend, resendAvailableAt } from '../../domain/one-time-code.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { newSixDigitCode } from '../../platform/crypto/tokens.js'
import type { CodeAccess, CodeSlot } from '../../sessions/challenge.store.js'
import { type PhoneNumber, readPhoneNumber } from './phone-number.js'
import { SmsBudgetService } from './sms-budget.service.js'

/** How long a person waits for the provider's answer before the page says that the text is on its way. */
const FIRST_ATTEMPT_MS = 4_000

export type SmsTemplate = 'sign-in-sms' | 'confirmation-sms' | 'set-up-sms'

/** What a code is sent for: a sign-in, a session or a set-up, by its public id. */
export interface SmsCodeOwner extends CodeAccess {
  publicId: string
}

export interface DraftedCode {
  digits: string
  code: CodeSlot
}

export type SmsSendOutcome =
  | { kind: 'sent'; code: CodeSlot }
  | { kind: 'too-soon'; retryAt: Date }
  | { kind: 'held'; retryAt: Date }
  | { kind: 'unsupported' }
  /** The provider refused it, or does not answer; it stays queued while the code lives. */
  | { kind: 'failed' }

export class SmsCodeService {
  constructor(
    private readonly outbox = inject(Outbox),
    private readonly budget = inject(SmsBudgetService),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  /** The number an account has confirmed; null when it has none. */
  async numberOf(account: AccountDocument): Promise<PhoneNumber | null> {
    const { sms } = account.factors
    if (!sms) return null
    const reading = readPhoneNumber(
      await this.keyRing.open(sms.sealedNumber, { owner: account._id, purpose: 'phone-number' }),
    )
    return reading.kind === 'unreadable' ? null : reading.number
  }

  /** Sends a code, or the same live one again; within the cooldown and the caps. */
  async send(
    account: AccountDocument,
    number: PhoneNumber,
    owner: SmsCodeOwner,
    template: SmsTemplate,
  ): Promise<SmsSendOutcome> {
    const decision = decideResend(owner.code, this.clock.now())
    if (decision.kind === 'too-soon') return decision
    const live = decision.kind === 'same' ? owner.code : null
    const drafted = await this.draft(owner.publicId, live, (owner.code?.sends ?? 0) + 1)
    // Concurrent requests send one text: every later one finds that the code has just been sent.
    if (!(await owner.replace(drafted.code))) return { kind: 'too-soon', retryAt: resendAvailableAt(drafted.code) }
    const budget = await this.budget.take(account._id, number, template === 'set-up-sms' ? 'set-up' : 'sign-in')
    if (budget.kind === 'granted') return this.dispatch(number, owner.publicId, drafted, template)
    await owner.restore(drafted.code)
    return budget
  }

  /** A new code, or a live one to send again; it is neither sent nor stored yet. */
  async draft(publicId: string, live: CodeSlot | null, sends: number): Promise<DraftedCode> {
    const now = this.clock.now()
    const context = { owner: publicId, purpose: 'sms-code' }
    const digits = live ? await this.keyRing.open(live.sealedCode, context) : newSixDigitCode()
    const sealedCode = live?.sealedCode ?? (await this.keyRing.seal(digits, context))
    const expiresAt = live?.expiresAt ?? new Date(now.getTime() + limits.codeLifetime)
    return { digits, code: { sealedCode, sentAt: now, expiresAt, sends } }
  }

  async deliveryOf(publicId: string, code: CodeSlot): Promise<CodeDelivery> {
    return this.outbox.deliveryOf(messageIdOf(publicId, code))
  }

  /** Sends a stored code, and waits briefly for the provider's answer. */
  async dispatch(
    number: PhoneNumber,
    publicId: string,
    { digits, code }: DraftedCode,
    template: SmsTemplate,
  ): Promise<SmsSendOutcome> {
    const id = messageIdOf(publicId, code)
    await this.outbox.put([
      outgoing(template, { id, to: number.e164, props: { code: digits, expiresAt: code.expiresAt } }),
    ])
    const attempt = await this.outbox.deliverNow(id, FIRST_ATTEMPT_MS)
    const isFailed = attempt.status === 'failed' || (attempt.status === 'queued' && attempt.because === 'retrying')
    return isFailed ? { kind: 'failed' } : { kind: 'sent', code }
  }
}

/** Keyed by the time of sending, not by `sends`: that count restarts with each new code. */
const messageIdOf = (publicId: string, { sentAt }: CodeSlot) => `${publicId}:sms:${sentAt.getTime()}`
