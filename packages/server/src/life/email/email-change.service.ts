import { inject } from '@needle-di/core'
import { digitsOf } from '@twinlock/shared/code-input'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { AttemptRemedy } from '@twinlock/shared/vocabulary'
import type { AccountDocument, EmailChange } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import { canUndo, stateToRestore, undoUntil } from '../../domain/email-undo.js'
import { decideResend, isLive } from '../../domain/one-time-code.js'
import { eventOf } from '../../events/account-event.js'
import type { Origin } from '../../events/event.types.js'
import { EventRelay } from '../../events/event-relay.js'
import { DoorsService } from '../../memberships/doors.service.js'
import { ownsAddress } from '../../networks/proved-domain.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { isSameText, newId, newSixDigitCode } from '../../platform/crypto/tokens.js'
import { overtaken, unauthenticated } from '../../platform/errors/interruption.js'

import { SlidingLimitStore } from '../../platform/mongo/sliding-limit.store.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import { SecondStepService } from '../../two-factor/second-step/second-step.service.js'
import { EmailChangeStore } from './email-change.store.js'

export type ChangeEmailOutcome =
  | { kind: 'sent'; email: string }
  | { kind: 'invalid'; problem: string }
  | { kind: 'too-many'; retryAt: Date; remedy: AttemptRemedy }

export type ConfirmEmailOutcome =
  | { kind: 'changed'; caller: SessionCaller }
  | { kind: 'wrong'; attemptsLeft: number }
  | { kind: 'expired' }
  | { kind: 'too-many'; retryAt: Date; remedy: AttemptRemedy }

/** Another address for an account: a code to the new one proves it, a link to the former one undoes it for a week. */
export class EmailChangeService {
  constructor(
    private readonly store = inject(EmailChangeStore),
    private readonly profiles = inject(ProfileStore),
    private readonly doors = inject(DoorsService),
    private readonly sessions = inject(SessionService),
    private readonly secondStep = inject(SecondStepService),
    private readonly acts = inject(SlidingLimitStore),
    private readonly outbox = inject(Outbox),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** In a session with fresh evidence. An address that has an account gets the same answer, and another mail. */
  async begin(caller: SessionCaller, text: string, origin: Origin): Promise<ChangeEmailOutcome> {
    const email = text.trim().normalize('NFKC')
    const emailKey = emailKeyOf(email)
    const now = this.clock.now()
    const { account } = caller
    const problem = await this.#problem(account, emailKey, now)
    if (!emailKey || problem) return { kind: 'invalid', problem: problem ?? 'Write the address like name@example.com.' }
    const earlier = account.emailChange?.emailKey === emailKey ? account.emailChange : null
    const decision = decideResend(earlier, now)
    if (decision.kind === 'too-soon') return { kind: 'too-many', retryAt: decision.retryAt, remedy: 'WAIT' }
    const retryAt =
      (await this.acts.take(`email-change:${account._id}`, limits.mailsPerMailbox, now)) ??
      (await this.acts.take(`mail:email-change:${emailKey}`, limits.mailsPerMailbox, now))
    if (retryAt) return { kind: 'too-many', retryAt, remedy: 'WAIT' }
    const isTaken = await this.profiles.isAddressHeld(emailKey, now)
    const live = decision.kind === 'same' && earlier?.sealedCode && !isTaken ? earlier : null
    const id = live?.id ?? newId('emc')
    const digits = live?.sealedCode ? await this.keyRing.open(live.sealedCode, contextOf(id)) : newSixDigitCode()
    const sealed = live?.sealedCode ?? (await this.keyRing.seal(digits, contextOf(id)))
    const next: EmailChange = {
      id,
      emailKey,
      email,
      startedAt: live?.startedAt ?? now,
      sentAt: now,
      expiresAt: live?.expiresAt ?? new Date(now.getTime() + limits.codeLifetime),
      sealedCode: isTaken ? null : sealed,
    }
    if (!(await this.store.begin(account, next))) throw overtaken()
    const message = { id: `${id}:mail:${now.getTime()}`, to: email }
    await this.outbox.put([
      isTaken
        ? outgoing('email-change-taken', { ...message, props: { at: now, origin, expiresAt: next.expiresAt } })
        : outgoing('email-change-code', { ...message, props: { code: digits, expiresAt: next.expiresAt } }),
    ])
    return { kind: 'sent', email }
  }

  /** By the code. The other sessions end, as with every change of what an account signs in by. */
  async confirm(caller: SessionCaller, typed: string, origin: Origin): Promise<ConfirmEmailOutcome> {
    const begun = caller.account.emailChange
    const now = this.clock.now()
    if (!begun || !isLive(begun, now)) return { kind: 'expired' }
    const { _id, epoch } = caller.account
    const outcome = await this.secondStep.guess(_id, { id: begun.id, where: { epoch } }, () =>
      this.#isRight(begun, typed),
    )
    switch (outcome.kind) {
      case 'over':
        throw unauthenticated('You were signed out a moment ago. Sign in again.')
      case 'none-left':
        return { kind: 'too-many', retryAt: begun.expiresAt, remedy: 'BEGIN_AGAIN' }
      case 'refused':
        return { ...outcome, kind: 'too-many' }
    }
    const { guess, verdict: isRight } = outcome
    if (!isRight) return { kind: 'wrong', attemptsLeft: limits.guessesPerCode - guess.guesses }
    await this.secondStep.acceptMailbox(guess)
    const changed = await this.#change(guess.account, begun, origin, now)
    if (changed === 'taken') return { kind: 'expired' }
    if (!changed) throw overtaken()
    const next = await this.sessions.follow(caller, changed)
    this.relay.passOn('accounts', changed._id)
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

  /** What stands in the way, in words; null when nothing does. */
  async #problem(account: AccountDocument, emailKey: string | null, now: Date): Promise<string | null> {
    if (!emailKey) return 'Write the address like name@example.com.'
    if (emailKey === account.emailKey) return 'This is your address already.'
    if (canUndo(account.emailUndo, now))
      return 'Your address was changed within the last 7 days. Until they are over, it stays as it is.'
    const doors = await this.doors.doorsOf(account)
    const company = doors.find(
      ({ network, membership }) => membership.usesSso && ownsAddress(network, account.emailKey, now),
    )
    return company ? `${company.network.name} looks after your address: ask an admin there to change it.` : null
  }
}

const contextOf = (changeId: string) => ({ owner: changeId, purpose: 'email-change' })
