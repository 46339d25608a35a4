import { digitsOf } from '@twinlock/shared/code-input'
import { limits } from '@twinlock/shared/limits'
import type { AttemptRemedy, CodeDelivery } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account.model.js'
import type { Evidence } from '../../domain/evidence.js'
import { isLive, resendAvailableAt } from '../../domain/one-time-code.js'
import type { Clock } from '../../platform/clock/clock.js'
import { isSameText } from '../../platform/crypto/tokens.js'
import type { SessionCaller, TicketCaller } from '../../sessions/caller.js'
import type { CodeSlot } from '../../sessions/session.model.js'
import type { SessionStore } from '../../sessions/session.store.js'
import type { SignInStore } from '../../sessions/sign-in.store.js'
import type { SecondStepService } from '../second-step/second-step.service.js'
import type { ReservedGuess } from '../second-step/second-step.store.js'
import { isReEnrolling } from '../set-up/set-up-guard.service.js'
import type { MailboxCodeService, MailboxSendOutcome } from './mailbox-code.service.js'

export type MailboxProofOutcome =
  | { kind: 'proved-in-sign-in'; caller: TicketCaller }
  | { kind: 'proved-in-session'; caller: SessionCaller }
  | { kind: 'wrong'; attemptsLeft: number }
  | { kind: 'code-expired' }
  | { kind: 'too-many'; retryAt: Date; remedy: AttemptRemedy }
  /** The account has a second step already. */
  | { kind: 'not-asked' }

/** The proof that somebody reads the account's mail: before a first factor while a network is closed, and before a new one in place of all. */
export class MailboxProofService {
  constructor(
    private readonly sessionStore: SessionStore,
    private readonly signInStore: SignInStore,
    private readonly secondStep: SecondStepService,
    private readonly codes: MailboxCodeService,
    private readonly clock: Clock,
  ) {}

  async send(caller: SessionCaller | TicketCaller): Promise<MailboxSendOutcome | { kind: 'not-asked' }> {
    if (!isAsked(caller)) return { kind: 'not-asked' }
    const proven = caller.kind === 'session' ? caller.session : caller.signIn
    const store = caller.kind === 'session' ? this.sessionStore : this.signInStore
    return this.codes.send(caller.account, {
      publicId: proven.publicId,
      code: proven.mailbox,
      origin: proven.origin,
      keep: (next) => store.replaceCode(proven._id, 'mailbox', proven.mailbox, next),
      putBack: (kept) => store.replaceCode(proven._id, 'mailbox', kept, proven.mailbox),
    })
  }

  /** How far the mail with the code has come; null when none was asked for. */
  async deliveryOf(caller: SessionCaller | TicketCaller): Promise<CodeDelivery | null> {
    const { publicId, mailbox } = caller.kind === 'session' ? caller.session : caller.signIn
    return mailbox && this.codes.deliveryOf(publicId, mailbox)
  }

  /** When that mail may be sent again; null when none was asked for. */
  resendAvailableAtOf(caller: SessionCaller | TicketCaller): Date | null {
    const { mailbox } = caller.kind === 'session' ? caller.session : caller.signIn
    return mailbox && resendAvailableAt(mailbox)
  }

  async prove(caller: SessionCaller | TicketCaller, typed: string): Promise<MailboxProofOutcome> {
    if (!isAsked(caller)) return { kind: 'not-asked' }
    const now = this.clock.now()
    const proven = caller.kind === 'session' ? caller.session : caller.signIn
    const store = caller.kind === 'session' ? this.sessionStore : this.signInStore
    const reserved = await store.reserveGuess(proven._id, now)
    if (!reserved) return noGuessLeft(caller, now)
    const guess = await this.secondStep.reserve(caller.account._id)
    if (guess.kind === 'refused') {
      await store.releaseGuess(proven._id)
      return { ...guess, kind: 'too-many' }
    }
    const code = digitsOf(typed)
    const sent = await this.#sentCode(proven, reserved.mailbox, guess, store)
    const attemptsLeft = limits.guessesPerCode - reserved.guesses
    if (!code || !sent || !reserved.mailbox || !isSameText(sent, code)) return { kind: 'wrong', attemptsLeft }
    if (!isLive(reserved.mailbox, now)) return { kind: 'code-expired' }

    const next = await this.#record(caller, reserved.mailbox.sealedCode, { method: 'MAILBOX', at: now }, now)
    if (!next) return { kind: 'wrong', attemptsLeft }
    await this.secondStep.acceptMailbox(guess)
    return next
  }

  /** The digits that were mailed; a fault of ours gives the guess back. */
  async #sentCode(
    { _id, publicId }: { _id: string; publicId: string },
    slot: CodeSlot | null,
    guess: ReservedGuess,
    store: SessionStore | SignInStore,
  ): Promise<string | null> {
    try {
      return slot && (await this.codes.open(publicId, slot))
    } catch (error) {
      await store.releaseGuess(_id)
      await this.secondStep.giveBack(guess)
      throw error
    }
  }

  /** Spends the code with the write that keeps the proof: one caller wins. */
  async #record(
    caller: SessionCaller | TicketCaller,
    sealedCode: string,
    piece: Evidence,
    now: Date,
  ): Promise<MailboxProofOutcome | null> {
    if (caller.kind === 'session') {
      const session = await this.sessionStore.proveMailbox(caller.session._id, sealedCode, piece)
      return session && { kind: 'proved-in-session', caller: { ...caller, session } }
    }
    const expiresAt = new Date(now.getTime() + limits.setUpLifetime)
    const signIn = await this.signInStore.proveMailbox(caller.signIn._id, sealedCode, piece, expiresAt)
    return signIn && { kind: 'proved-in-sign-in', caller: { ...caller, signIn } }
  }
}

/** A session gets new guesses in a while; a sign-in is begun again. */
function noGuessLeft(caller: SessionCaller | TicketCaller, now: Date): MailboxProofOutcome {
  if (caller.kind === 'ticket') return { kind: 'too-many', retryAt: caller.signIn.expiresAt, remedy: 'BEGIN_AGAIN' }
  const retryAt = new Date(Number(caller.session.lastGuessAt ?? now) + limits.guessLock)
  return { kind: 'too-many', retryAt, remedy: 'WAIT' }
}

/**
 * Where there is a second step the mailbox proves nothing: it would give a sign-in more guesses and more time. A sign-in
 * that sets up anew takes no more codes of the old second step.
 */
function isAsked(caller: SessionCaller | TicketCaller): boolean {
  return !hasTwoFactor(caller.account) || isReEnrolling(caller)
}
