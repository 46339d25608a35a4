import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { limits } from '@twinlock/shared/limits'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { SmsSetUp } from '../../accounts/account-factors.js'
import { checkAttempts, guessesFor, type TooManyGuesses } from '../../domain/attempt-limit.js'
import { isLive, resendAvailableAt } from '../../domain/one-time-code.js'
import type { Origin } from '../../events/event.types.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { isSameText, newId } from '../../platform/crypto/tokens.js'
import type { CodeSlot } from '../../sessions/challenge.store.js'
import { type ConfirmOutcome, ConfirmSetUpService, type ConfirmVerdict } from '../set-up/confirm-set-up.service.js'
import { SetUpStore } from '../set-up/set-up.store.js'
import { beginnerOf, type SetUpCaller, SetUpGuardService } from '../set-up/set-up-guard.service.js'
import {
  countryOfTyped,
  exampleMobileNumber,
  formatPhoneNumber,
  maskPhoneNumber,
  type PhoneNumber,
  readPhoneNumber,
} from './phone-number.js'
import { SmsBudgetService } from './sms-budget.service.js'
import { type SmsCodeOwner, SmsCodeService, type SmsSendOutcome } from './sms-code.service.js'

export interface ShownSmsSetUp {
  setupId: string
  /** Whole, for its own typist to check: a number with a typo looks right when it is masked. */
  phoneNumber: string
  maskedPhoneNumber: string
  expiresAt: Date
  resendAvailableAt: Date
  codeDelivery: CodeDelivery
}

export type SmsSetUpSent = { kind: 'begun'; setUp: ShownSmsSetUp } | Exclude<SmsSendOutcome, { kind: 'sent' }>

export type BeginSmsOutcome =
  | SmsSetUpSent
  | { kind: 'unreadable'; example: string | null }
  | { kind: 'not-mobile'; country: string; example: string | null }
  | { kind: 'country-off'; country: string }
  | TooManyGuesses

export class SmsSetUpService {
  constructor(
    private readonly store = inject(SetUpStore),
    private readonly guard = inject(SetUpGuardService),
    private readonly confirmation = inject(ConfirmSetUpService),
    private readonly codes = inject(SmsCodeService),
    private readonly budget = inject(SmsBudgetService),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  /** Sends a code to a number. The same number again is the same set-up and the same code. */
  async begin(caller: SetUpCaller, text: string, country: string | null): Promise<BeginSmsOutcome> {
    await this.guard.requireMayBegin(caller, 'SMS')
    const reading = readPhoneNumber(text, country)
    if (reading.kind === 'unreadable')
      return { kind: 'unreadable', example: exampleMobileNumber(countryOfTyped(text, country)) }
    const land = reading.number.country
    if (reading.kind === 'not-mobile') return { kind: 'not-mobile', country: land, example: exampleMobileNumber(land) }
    if (!this.budget.supportsCountry(land)) return { kind: 'country-off', country: land }
    if (!this.budget.supports(reading.number)) return { kind: 'unsupported' }
    const attempts = checkAttempts(caller.account.attempts, this.clock.now())
    if (attempts.kind === 'too-many') return attempts

    const numberMacs = this.keyRing.macs(reading.number.e164, { owner: caller.account._id, purpose: 'phone-number' })
    const begun = this.#openSetUp(caller)
    if (begun && numberMacs.includes(begun.numberMac)) {
      const isFresh = this.clock.now() < resendAvailableAt(slotOf(begun)) && isLive(slotOf(begun), this.clock.now())
      return isFresh
        ? { kind: 'begun', setUp: await this.#shown(caller.account, begun) }
        : this.#send(caller, reading.number, begun)
    }
    return this.#send(caller, reading.number, await this.#draft(caller, reading.number, numberMacs[0] ?? ''))
  }

  async resend(caller: SetUpCaller, setUpId: string): Promise<SmsSetUpSent | { kind: 'expired' }> {
    const setUp = this.#openSetUp(caller)
    if (!setUp || setUp.id !== setUpId) return { kind: 'expired' }
    const reading = readPhoneNumber(
      await this.keyRing.open(setUp.sealedNumber, { owner: caller.account._id, purpose: 'phone-number' }),
    )
    return reading.kind === 'unreadable' ? { kind: 'expired' } : this.#send(caller, reading.number, setUp)
  }

  async begun(caller: SetUpCaller): Promise<ShownSmsSetUp | null> {
    const setUp = this.#openSetUp(caller)
    return setUp && this.#shown(caller.account, setUp)
  }

  async confirm(caller: SetUpCaller, setUpId: string, typed: string, origin: Origin): Promise<ConfirmOutcome> {
    return this.confirmation.confirm(caller, 'SMS', setUpId, origin, (account) => this.#verify(account, typed))
  }

  /** Sends the code of a set-up that goes on, or of a new one that takes the place of whatever was begun before. */
  async #send({ account }: SetUpCaller, number: PhoneNumber, setUp: SmsSetUp): Promise<SmsSetUpSent> {
    const before = account.setUps.sms
    const owner: SmsCodeOwner = {
      publicId: setUp.id,
      code: before?.id === setUp.id ? slotOf(setUp) : null,
      replace: (next) => this.store.replaceSms(account._id, before, { ...setUp, ...fieldsOf(next) }),
      restore: (kept) => this.store.replaceSms(account._id, { ...setUp, ...fieldsOf(kept) }, before),
    }
    const outcome = await this.codes.send(account, number, owner, 'set-up-sms')
    if (outcome.kind !== 'sent') return outcome
    return { kind: 'begun', setUp: await this.#shown(account, { ...setUp, ...fieldsOf(outcome.code) }) }
  }

  async #draft(caller: SetUpCaller, number: PhoneNumber, numberMac: string): Promise<SmsSetUp> {
    const now = this.clock.now()
    return {
      id: newId('set'),
      begunBy: beginnerOf(caller),
      startedAt: now,
      expiresAt: new Date(now.getTime() + limits.setUpLifetime),
      guesses: 0,
      sealedNumber: await this.keyRing.seal(number.e164, { owner: caller.account._id, purpose: 'phone-number' }),
      numberMac,
      maskedNumber: maskPhoneNumber(number.e164),
      sealedCode: '',
      codeSentAt: now,
      codeExpiresAt: now,
      sends: 0,
    }
  }

  /** A set-up without guesses left has ended: starting again, even with the same number, gives a new code and new guesses. */
  #openSetUp(caller: SetUpCaller): SmsSetUp | null {
    const setUp = caller.account.setUps.sms
    if (!setUp || setUp.begunBy !== beginnerOf(caller) || this.clock.now() >= setUp.expiresAt) return null
    return guessesFor(caller.account.attempts, setUp.id).length < limits.guessesPerCode ? setUp : null
  }

  async #shown(account: AccountDocument, setUp: SmsSetUp): Promise<ShownSmsSetUp> {
    const { id, sealedNumber, maskedNumber, codeExpiresAt } = setUp
    const number = await this.keyRing.open(sealedNumber, { owner: account._id, purpose: 'phone-number' })
    return {
      setupId: id,
      phoneNumber: formatPhoneNumber(number),
      maskedPhoneNumber: maskedNumber,
      expiresAt: codeExpiresAt,
      resendAvailableAt: resendAvailableAt(slotOf(setUp)),
      codeDelivery: await this.codes.deliveryOf(id, slotOf(setUp)),
    }
  }

  async #verify(account: AccountDocument, typed: string): Promise<ConfirmVerdict> {
    const setUp = account.setUps.sms
    const code = digitsOf(typed)
    const wrong = { kind: 'wrong', alreadyUsed: false, clockOffsetSeconds: null } as const
    if (!setUp || !code) return wrong
    const now = this.clock.now()
    const sent = await this.keyRing.open(setUp.sealedCode, { owner: setUp.id, purpose: 'sms-code' })
    if (!isSameText(sent, code)) return wrong
    if (!isLive(slotOf(setUp), now)) return { kind: 'expired' }
    const { sealedNumber, maskedNumber } = setUp
    return { kind: 'right', factor: { id: newId('fac'), sealedNumber, maskedNumber, createdAt: now, lastUsedAt: null } }
  }
}

function slotOf(setUp: SmsSetUp): CodeSlot {
  return { sealedCode: setUp.sealedCode, sentAt: setUp.codeSentAt, expiresAt: setUp.codeExpiresAt, sends: setUp.sends }
}

function fieldsOf({ sealedCode, sentAt, expiresAt, sends }: CodeSlot) {
  return { sealedCode, codeSentAt: sentAt, codeExpiresAt: expiresAt, sends }
}
