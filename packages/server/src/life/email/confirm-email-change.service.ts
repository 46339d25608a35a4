import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument, EmailChange } from '../../accounts/account.model.js'
import type { TooManyGuesses } from '../../domain/attempt-limit.js'
import { stateToRestore, undoUntil } from '../../domain/email-undo.js'
import { isLive } from '../../domain/one-time-code.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { isSameText, newId } from '../../platform/crypto/tokens.js'
import { accountOvertaken, unauthenticated } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import { SecondStepService } from '../../two-factor/second-step/second-step.service.js'
import { contextOf } from './email-change.service.js'
import { EmailChangeStore } from './email-change.store.js'

export type ConfirmEmailOutcome =
  | { kind: 'changed'; caller: SessionCaller }
  | { kind: 'wrong'; attemptsLeft: number }
  | { kind: 'expired' }
  | TooManyGuesses

/** The code proves the new address; a link to the former one undoes the change for a week. */
export class ConfirmEmailChangeService {
  constructor(
    private readonly store = inject(EmailChangeStore),
    private readonly sessions = inject(SessionService),
    private readonly secondStep = inject(SecondStepService),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** By the code. The other sessions end, as with every change of what an account signs in by. */
  async confirm(caller: SessionCaller, typed: string, origin: Origin): Promise<ConfirmEmailOutcome> {
    const begun = caller.account.emailChange
    const now = this.clock.now()
    if (!begun || !isLive(begun, now)) return { kind: 'expired' }
    const { _id, epoch } = caller.account
    const outcome = await this.secondStep.guess(_id, { id: begun.id, where: { epoch }, endsAt: begun.expiresAt }, () =>
      this.#isRight(begun, typed),
    )
    switch (outcome.kind) {
      case 'ended':
        throw unauthenticated('You were just signed out. Sign in again.')
      case 'too-many':
        return outcome
    }
    const { guess, verdict: isRight } = outcome
    if (!isRight) return { kind: 'wrong', attemptsLeft: limits.guessesPerCode - guess.guesses }
    await this.secondStep.acceptMailbox(guess)
    const changed = await this.#change(guess.account, begun, origin, now)
    if (changed === 'taken') return { kind: 'expired' }
    if (!changed) throw accountOvertaken()
    const next = await this.sessions.follow(caller, changed)
    this.relay.dispatchSoon('accounts', changed._id)
    return { kind: 'changed', caller: next }
  }

  async #isRight({ id, sealedCode }: EmailChange, typed: string): Promise<boolean> {
    const code = digitsOf(typed)
    const sent = sealedCode && (await this.keyRing.open(sealedCode, contextOf(id)))
    return Boolean(code && sent && isSameText(sent, code))
  }

  async #change(account: AccountDocument, begun: EmailChange, origin: Origin, now: Date) {
    const undo = {
      id: newId('emu'),
      emailKey: account.emailKey,
      email: account.email,
      expiresAt: undoUntil(now),
      ...stateToRestore(account, account.secondStepBefore, now),
    }
    const event = {
      type: 'account.email_changed' as const,
      ...eventOf(account, origin, now),
      newEmail: begun.email,
      undoId: undo.id,
      undoUntil: undo.expiresAt,
    }
    return this.store.change(account, begun, undo, event)
  }
}
