import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { limits } from '@twinlock/shared/limits'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import type { TooManyGuesses } from '../../domain/attempt-limit.js'
import type { Evidence } from '../../domain/evidence.js'
import { isLive, resendAvailableAt } from '../../domain/one-time-code.js'
import { Clock } from '../../platform/clock/clock.js'
import { isSameText } from '../../platform/crypto/tokens.js'
import { unauthenticated } from '../../platform/errors/interruption.js'
import type { SessionCaller, SignInCaller } from '../../sessions/caller.js'
import { guessTargetOf } from '../../sessions/session.service.js'
import { SessionStore } from '../../sessions/session.store.js'
import { SignInStore } from '../../sessions/sign-in.store.js'
import { SecondStepService } from '../second-step/second-step.service.js'
import type { ReservedGuess } from '../second-step/second-step.store.js'
import { isReEnrolling } from '../set-up/set-up-guard.service.js'
import { MailboxCodeService, type MailboxSendOutcome } from './mailbox-code.service.js'

export type MailboxProofOutcome =
  | { kind: 'proved-in-sign-in'; caller: SignInCaller }
  | { kind: 'proved-in-session'; caller: SessionCaller }
  | { kind: 'wrong'; attemptsLeft: number }
  | { kind: 'code-expired' }
  | TooManyGuesses
  /** The account has a second step already. */
  | { kind: 'not-asked' }

/** The proof that a person reads the account's mail: before a first factor while a network is closed, and before a new one in place of all. */
export class MailboxProofService {
  constructor(
    private readonly sessionStore = inject(SessionStore),
    private readonly signInStore = inject(SignInStore),
    private readonly secondStep = inject(SecondStepService),
    private readonly codes = inject(MailboxCodeService),
    private readonly clock = inject(Clock),
  ) {}

  async send(caller: SessionCaller | SignInCaller): Promise<MailboxSendOutcome | { kind: 'not-asked' }> {
    if (!isAsked(caller)) return { kind: 'not-asked' }
    const { publicId, origin } = caller.kind === 'session' ? caller.session : caller.signIn
    const kept =
      caller.kind === 'session'
        ? this.sessionStore.challenges.codeAccess(caller.session, 'mailbox')
        : this.signInStore.challenges.codeAccess(caller.signIn, 'mailbox')
    return this.codes.send(caller.account, { publicId, origin, ...kept })
  }

  /** The delivery state of the mail with the code; null when none was requested. */
  async deliveryOf(caller: SessionCaller | SignInCaller): Promise<CodeDelivery | null> {
    const { publicId, mailbox } = caller.kind === 'session' ? caller.session : caller.signIn
    return mailbox && this.codes.deliveryOf(publicId, mailbox)
  }

  /** When that mail may be sent again; null when none was requested. */
  resendAvailableAtOf(caller: SessionCaller | SignInCaller): Date | null {
    const { mailbox } = caller.kind === 'session' ? caller.session : caller.signIn
    return mailbox && resendAvailableAt(mailbox)
  }

  async prove(caller: SessionCaller | SignInCaller, typed: string): Promise<MailboxProofOutcome> {
    if (!isAsked(caller)) return { kind: 'not-asked' }
    const now = this.clock.now()
    const target =
      caller.kind === 'session'
        ? guessTargetOf(caller.session, now)
        : { id: caller.signIn.publicId, where: { epoch: caller.signIn.epoch }, endsAt: caller.signIn.expiresAt }
    const outcome = await this.secondStep.guess(caller.account._id, target, (guess) =>
      this.#verify(caller, guess, typed, now),
    )
    switch (outcome.kind) {
      case 'ended':
        throw unauthenticated('You were just signed out. Sign in again.')
      case 'too-many':
        return outcome
    }
    const { guess, verdict } = outcome
    return verdict.kind === 'wrong' ? { ...verdict, attemptsLeft: limits.guessesPerCode - guess.guesses } : verdict
  }

  async #verify(
    caller: SessionCaller | SignInCaller,
    guess: ReservedGuess,
    typed: string,
    now: Date,
  ): Promise<{ kind: 'wrong' } | Exclude<MailboxProofOutcome, { kind: 'wrong' }>> {
    const { publicId, mailbox } = caller.kind === 'session' ? caller.session : caller.signIn
    const code = digitsOf(typed)
    const sent = mailbox && (await this.codes.open(publicId, mailbox))
    if (!code || !mailbox || !sent || !isSameText(sent, code)) return { kind: 'wrong' }
    if (!isLive(mailbox, now)) return { kind: 'code-expired' }
    const proved = await this.#record(caller, mailbox.sealedCode, { method: 'MAILBOX', at: now }, now)
    if (!proved) return { kind: 'wrong' }
    await this.secondStep.acceptMailbox(guess)
    return proved
  }

  /** Spends the code with the write that records the proof: one caller wins. */
  async #record(
    caller: SessionCaller | SignInCaller,
    sealedCode: string,
    piece: Evidence,
    now: Date,
  ): Promise<MailboxProofOutcome | null> {
    if (caller.kind === 'session') {
      const session = await this.sessionStore.challenges.proveMailbox(caller.session._id, sealedCode, piece)
      return session && { kind: 'proved-in-session', caller: { ...caller, session } }
    }
    // The set-up that follows has its own lifetime.
    const expiresAt = new Date(now.getTime() + limits.setUpLifetime)
    const also = { expiresAt }
    const signIn = await this.signInStore.challenges.proveMailbox(caller.signIn._id, sealedCode, piece, also)
    return signIn && { kind: 'proved-in-sign-in', caller: { ...caller, signIn } }
  }
}

/**
 * Where there is a second step the mailbox proves nothing: it would give a sign-in more guesses and more time. A sign-in
 * that is re-enrolling takes no more codes of the old second step.
 */
function isAsked(caller: SessionCaller | SignInCaller): boolean {
  return !hasTwoFactor(caller.account) || isReEnrolling(caller)
}
