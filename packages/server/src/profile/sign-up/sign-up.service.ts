import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { ProfileStore } from '../../accounts/profile.store.js'
import { problemsIn } from '../../domain/input-problems.js'
import { decideResend, resendAvailableAt } from '../../domain/one-time-code.js'
import type { Origin } from '../../events/event.types.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { PasswordHasher } from '../../platform/crypto/password-hasher.js'
import { hashToken, newId, newSixDigitCode, newToken } from '../../platform/crypto/tokens.js'
import type { CodeSlot } from '../../sessions/challenge.store.js'
import { nameProblem } from '../name/name-rules.js'
import { passwordProblem } from '../password/password-rules.js'
import { type SignUpDocument, SignUpStore } from './sign-up.store.js'
import { SignUpAdmission } from './sign-up-admission.js'

export type SignUpOutcome =
  | { kind: 'sent'; token: string; email: string; expiresAt: Date; resendAvailableAt: Date }
  | { kind: 'invalid'; problems: Record<string, string> }
  | { kind: 'too-many'; retryAt: Date }

export type ResendOutcome =
  | { kind: 'sent'; email: string; expiresAt: Date; resendAvailableAt: Date }
  | { kind: 'too-soon'; retryAt: Date }
  | { kind: 'too-many'; retryAt: Date }
  | { kind: 'expired' }

/** From a name, an address and a password to a code in the mailbox. No answer reveals whether an address has an account. */
export class SignUpService {
  constructor(
    private readonly admission = inject(SignUpAdmission),
    private readonly store = inject(SignUpStore),
    private readonly profiles = inject(ProfileStore),
    private readonly outbox = inject(Outbox),
    private readonly hasher = inject(PasswordHasher),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  async begin(input: { name: string; email: string; password: string }, origin: Origin): Promise<SignUpOutcome> {
    // Mail goes to the form that is matched: a look-alike in other characters may be another person's mailbox.
    const email = input.email.trim().normalize('NFKC')
    const emailKey = emailKeyOf(email)
    const problems = problemsIn({
      name: nameProblem(input.name),
      email: emailKey ? await this.admission.problem(emailKey) : 'Write the address like name@example.com.',
      password: await passwordProblem(input.password, input),
    })
    if (!emailKey || Object.keys(problems).length > 0) return { kind: 'invalid', problems }

    const now = this.clock.now()
    const retryAt = await this.admission.take(emailKey, origin, now)
    if (retryAt) return { kind: 'too-many', retryAt }

    const passwordHash = await this.hasher.hash(input.password).catch(async (error: unknown) => {
      // While the server has more passwords to hash than it takes on, a sign-up that is turned away costs nothing.
      await this.admission.releaseSlot(emailKey, origin)
      throw error
    })
    const isTaken = await this.profiles.isAddressHeld(emailKey, now)
    const token = newToken()
    const publicId = newId('sup')
    const digits = newSixDigitCode()
    const code = await this.#newCode(publicId, digits, now)
    const signUp: SignUpDocument = {
      _id: hashToken(token),
      publicId,
      emailKey,
      email,
      name: input.name.trim(),
      passwordHash,
      createdAt: now,
      expiresAt: new Date(now.getTime() + limits.signUpLifetime),
      code: isTaken ? null : code,
      codeSentAt: code.sentAt,
      codeExpiresAt: code.expiresAt,
      guesses: 0,
    }
    await this.store.insert(signUp)
    await this.#mail(signUp, digits, origin)
    return { kind: 'sent', token, email, expiresAt: code.expiresAt, resendAvailableAt: resendAvailableAt(code) }
  }

  async progress(
    token: string | undefined,
  ): Promise<{ email: string; expiresAt: Date; resendAvailableAt: Date; codeDelivery: CodeDelivery } | null> {
    const signUp = await this.store.byToken(token, this.clock.now())
    if (!signUp) return null
    const codeDelivery = await this.outbox.deliveryOf(messageIdOf(signUp))
    const { email, codeSentAt: sentAt, codeExpiresAt: expiresAt } = signUp
    return { email, expiresAt, resendAvailableAt: resendAvailableAt({ sentAt, expiresAt }), codeDelivery }
  }

  /** The same live code again, within the limits of the mailbox. */
  async resend(token: string | undefined, origin: Origin): Promise<ResendOutcome> {
    const signUp = await this.store.byToken(token, this.clock.now())
    if (!signUp) return { kind: 'expired' }
    const now = this.clock.now()
    const decision = decideResend({ sentAt: signUp.codeSentAt, expiresAt: signUp.codeExpiresAt }, now)
    if (decision.kind === 'too-soon') return decision
    const live = decision.kind === 'same' ? signUp.code : null
    const digits = live ? await this.keyRing.open(live.sealedCode, contextOf(signUp.publicId)) : newSixDigitCode()
    const sends = (signUp.code?.sends ?? 1) + 1
    const fresh = live
      ? { ...live, sentAt: now, sends }
      : { ...(await this.#newCode(signUp.publicId, digits, now)), sends }
    const expiresAt = decision.kind === 'same' ? signUp.codeExpiresAt : fresh.expiresAt
    const next = { code: signUp.code && { ...fresh, expiresAt }, codeSentAt: now, codeExpiresAt: expiresAt }
    // Concurrent requests send one mail.
    if (!(await this.store.replaceCode(signUp._id, signUp.codeSentAt, next)))
      return { kind: 'too-soon', retryAt: resendAvailableAt({ sentAt: now, expiresAt }) }
    const retryAt = await this.admission.takeMail(signUp.emailKey, now)
    if (retryAt) {
      await this.store.replaceCode(signUp._id, now, signUp)
      return { kind: 'too-many', retryAt }
    }
    await this.#mail({ ...signUp, codeSentAt: now, codeExpiresAt: expiresAt }, digits, origin)
    return {
      kind: 'sent',
      email: signUp.email,
      expiresAt,
      resendAvailableAt: resendAvailableAt({ sentAt: now, expiresAt }),
    }
  }

  async #newCode(publicId: string, digits: string, now: Date): Promise<CodeSlot> {
    const sealedCode = await this.keyRing.seal(digits, contextOf(publicId))
    return { sealedCode, sentAt: now, expiresAt: new Date(now.getTime() + limits.codeLifetime), sends: 1 }
  }

  /** Both mails have one priority and expiry, so that delivery does not reveal whether an account exists. */
  async #mail(signUp: SignUpDocument, digits: string, origin: Origin): Promise<void> {
    const message = { id: messageIdOf(signUp), to: signUp.email }
    const expiresAt = signUp.codeExpiresAt
    await this.outbox.put([
      signUp.code
        ? outgoing('sign-up-code', { ...message, props: { code: digits, expiresAt } })
        : outgoing('address-already-registered', { ...message, props: { at: this.clock.now(), origin, expiresAt } }),
    ])
  }
}

const messageIdOf = ({ publicId, codeSentAt }: SignUpDocument) => `${publicId}:mail:${codeSentAt.getTime()}`
/** Of the sealed code. */
export const contextOf = (publicId: string) => ({ owner: publicId, purpose: 'sign-up-code' })
