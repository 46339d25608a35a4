import { inject } from '@needle-di/core'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { type AccountDocument, accountFactsOf } from '../accounts/account.model.js'
import { type NextSignInStep, secondStepChoice } from '../domain/sign-in-step.js'
import { Background } from '../platform/jobs/background.js'
import type { SignInCaller } from '../sessions/caller.js'
import type { SignInDocument } from '../sessions/session.model.js'
import { SignInStore } from '../sessions/sign-in.store.js'
import { type DraftedMailboxCode, MailboxCodeService } from '../two-factor/mailbox-proof/mailbox-code.service.js'
import { type PasskeyChallengeOutcome, PasskeyStep } from '../two-factor/passkey/passkey.step.js'
import type { PhoneNumber } from '../two-factor/sms/phone-number.js'
import { type SmsBudgetDecision, SmsBudgetService } from '../two-factor/sms/sms-budget.service.js'
import { type DraftedCode, SmsCodeService, type SmsSendOutcome } from '../two-factor/sms/sms-code.service.js'

/** The text message that is sent without a request, and whether the limits allow it. */
export interface FirstText {
  number: PhoneNumber
  budget: SmsBudgetDecision
}

/** What a sign-in in progress requests: a code by SMS, a passkey signature, or a code by mail before a set-up. */
export class SignInCodeService {
  constructor(
    private readonly store = inject(SignInStore),
    private readonly smsCodes = inject(SmsCodeService),
    private readonly smsBudget = inject(SmsBudgetService),
    private readonly mailboxCodes = inject(MailboxCodeService),
    private readonly passkeys = inject(PasskeyStep),
    private readonly background = inject(Background),
  ) {}

  /** The number that the first text of a sign-in goes to; null where none would leave by itself. */
  async preferredNumberOf(account: AccountDocument): Promise<PhoneNumber | null> {
    return secondStepChoice(accountFactsOf(account)).preferred === 'SMS' ? this.smsCodes.numberOf(account) : null
  }

  /** Whether a text to this number is allowed now; reserves nothing. */
  async roomFor(account: AccountDocument, number: PhoneNumber): Promise<FirstText> {
    return { number, budget: await this.smsBudget.peek(account._id, number) }
  }

  /**
   * What a new sign-in begins with: a preferred SMS is on its way as soon as it is stored, unless held back.
   * @returns the document to store, and what to do once it is
   */
  async prepare(
    account: AccountDocument,
    signIn: SignInDocument,
    step: NextSignInStep,
    text: FirstText | null,
  ): Promise<{ signIn: SignInDocument; send(): void }> {
    if (step.kind === 'set-up') {
      const drafted = await this.mailboxCodes.draft(signIn.publicId, null, 1)
      return {
        signIn: { ...signIn, mailbox: drafted.code },
        send: () => this.background.run('mailbox code', () => this.#mailFirst(account, signIn, drafted)),
      }
    }
    if (step.kind !== 'second-step' || !text) return { signIn, send: () => undefined }
    const { number, budget } = text
    if (budget.kind !== 'granted')
      return { signIn: { ...signIn, smsHeldUntil: heldUntil(budget, signIn) }, send: () => undefined }
    const drafted = await this.smsCodes.draft(signIn.publicId, null, 1)
    return {
      signIn: { ...signIn, sms: drafted.code },
      send: () => this.background.run('sign-in SMS', () => this.#sendFirst(account, number, signIn, drafted)),
    }
  }

  /** Asks the account's passkeys to sign something that counts in this sign-in alone, while it lasts. */
  async beginPasskey({ signIn, account }: SignInCaller): Promise<PasskeyChallengeOutcome> {
    return this.passkeys.begin(account, signIn.expiresAt, (slot) =>
      this.store.challenges.storePasskeyChallenge(signIn._id, slot),
    )
  }

  async sendSms({ signIn, account }: SignInCaller): Promise<SmsSendOutcome> {
    return this.#sendSms(account, signIn)
  }

  /** The delivery state of a sign-in's text; null when none was requested. */
  async deliveryOf({ publicId, sms }: SignInDocument): Promise<CodeDelivery | null> {
    return sms && this.smsCodes.deliveryOf(publicId, sms)
  }

  /** Applies the caps conclusively; when they hold the text back, the sign-in reports that and continues without it. */
  async #sendFirst(
    account: AccountDocument,
    number: PhoneNumber,
    signIn: SignInDocument,
    drafted: DraftedCode,
  ): Promise<void> {
    const budget = await this.smsBudget.take(account._id, number, 'sign-in')
    if (budget.kind === 'granted') {
      await this.smsCodes.dispatch(number, signIn.publicId, drafted, 'sign-in-sms')
      return
    }
    await this.store.challenges.replaceCode(signIn._id, 'sms', drafted.code, null)
    await this.store.holdSms(signIn._id, heldUntil(budget, signIn))
  }

  async #sendSms(account: AccountDocument, signIn: SignInDocument): Promise<SmsSendOutcome> {
    const number = await this.smsCodes.numberOf(account)
    if (!number) return { kind: 'unsupported' }
    const kept = this.store.challenges.codeAccess(signIn, 'sms', { smsHeldUntil: null })
    const owner = { publicId: signIn.publicId, ...kept }
    const outcome = await this.smsCodes.send(account, number, owner, 'sign-in-sms')
    if (outcome.kind === 'held') await this.store.holdSms(signIn._id, outcome.retryAt)
    return outcome
  }

  async #mailFirst(account: AccountDocument, signIn: SignInDocument, drafted: DraftedMailboxCode): Promise<void> {
    const mailHeldUntil = await this.mailboxCodes.mail(account, signIn, drafted)
    if (mailHeldUntil) await this.store.challenges.replaceCode(signIn._id, 'mailbox', drafted.code, null)
  }
}

/** If no text can be sent to this number at all, it is held until the sign-in expires. */
function heldUntil(budget: Exclude<SmsBudgetDecision, { kind: 'granted' }>, { expiresAt }: SignInDocument): Date {
  return budget.kind === 'held' ? budget.retryAt : expiresAt
}
