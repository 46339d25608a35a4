import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { factorStorage, hasTwoFactor, methodsOf } from '../../accounts/account-factors.js'
import type { TooManyGuesses } from '../../domain/attempt-limit.js'
import type { DomainEvent, Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { atPath } from '../../platform/mongo/database.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SignInProgressService } from '../../sessions/sign-in-progress.service.js'
import { newBackupCodes } from '../backup-codes/backup-code-seal.js'
import { ReEnrolmentService } from '../re-enrolment/re-enrolment.service.js'
import { SecondStepService } from '../second-step/second-step.service.js'
import type { ReservedGuess } from '../second-step/second-step.store.js'
import { type ConfirmedSetUp, SetUpStore } from './set-up.store.js'
import { beginnerOf, isReEnrolling, type SetUpCaller } from './set-up-guard.service.js'

export type ConfirmOutcome =
  | {
      kind: 'set-up'
      caller: SessionCaller
      token: string | null
      backupCodes: { codes: string[]; generatedAt: Date } | null
    }
  | { kind: 'wrong'; attemptsLeft: number; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'expired' }
  | TooManyGuesses

/** What a method's own service says of the code that was typed. */
export type ConfirmVerdict =
  | ({ kind: 'right' } & Omit<ConfirmedSetUp, 'method'>)
  | { kind: 'wrong'; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'expired' }

/** Turns a begun set-up into a factor, and the sign-in it was begun in into a session. */
export class ConfirmSetUpService {
  constructor(
    private readonly store = inject(SetUpStore),
    private readonly secondStep = inject(SecondStepService),
    private readonly signIns = inject(SignInProgressService),
    private readonly reEnrolments = inject(ReEnrolmentService),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @param verify verifies the code in the method's own service, after an attempt was reserved */
  async confirm(
    caller: SetUpCaller,
    method: FactorMethod,
    setUpId: string,
    origin: Origin,
    verify: (account: AccountDocument) => Promise<ConfirmVerdict>,
  ): Promise<ConfirmOutcome> {
    const path = factorStorage[method].setUp
    const begun = caller.account.setUps[path]
    const isOpen =
      begun && begun.id === setUpId && begun.begunBy === beginnerOf(caller) && this.clock.now() < begun.expiresAt
    if (!isOpen) return { kind: 'expired' }
    const { _id, epoch } = caller.account
    const where = { epoch, ...atPath(`setUps.${path}.id`, setUpId) }
    const target = { id: setUpId, where, endsAt: begun.expiresAt }
    const outcome = await this.secondStep.guess(_id, target, ({ account }) => verify(account))
    switch (outcome.kind) {
      case 'ended':
        return { kind: 'expired' }
      case 'too-many':
        return outcome
    }
    const { guess, verdict } = outcome
    const attemptsLeft = limits.guessesPerCode - guess.guesses
    if (verdict.kind === 'wrong') return { ...verdict, attemptsLeft }
    if (verdict.kind === 'expired') return verdict
    return (
      (await this.#complete(caller, guess, setUpId, { ...verdict, method }, origin)) ?? {
        kind: 'wrong',
        attemptsLeft,
        alreadyUsed: true,
        clockOffsetSeconds: null,
      }
    )
  }

  async #complete(
    caller: SetUpCaller,
    guess: ReservedGuess,
    setUpId: string,
    confirmed: ConfirmedSetUp,
    origin: Origin,
  ): Promise<ConfirmOutcome | null> {
    const now = this.clock.now()
    const { method } = confirmed
    const isReEnrolment = isReEnrolling(caller)
    const replacement = isReEnrolment ? await this.reEnrolments.replacementFor(guess.account, method, origin) : null
    if (isReEnrolment && !replacement) return { kind: 'expired' }
    const isFirst = !hasTwoFactor(guess.account)
    const sheet = isFirst || isReEnrolment ? await newBackupCodes(this.keyRing, guess.account._id) : null
    const account = await this.store.confirm(guess, setUpId, confirmed, {
      backupCodes: sheet && { codes: sheet.stored, generatedAt: now },
      preferredMethod: (isReEnrolment ? null : guess.account.preferredMethod) ?? method,
      spentGrantIds: replacement?.grantIds ?? null,
      events: [
        isReEnrolment
          ? { type: 'two_factor.set_up_anew', method, ...eventOf(guess.account, origin, now) }
          : this.#eventFor(guess.account, method, origin, now),
        ...(replacement?.events ?? []),
      ],
      at: now,
    })
    if (!account) return null
    this.relay.dispatchSoon('accounts', account._id)
    const opened = await this.signIns.follow(caller, account, { method, at: now }, origin)
    if (!opened) return { kind: 'expired' }
    return { kind: 'set-up', ...opened, backupCodes: sheet && { codes: sheet.plain, generatedAt: now } }
  }

  #eventFor(account: AccountDocument, method: FactorMethod, origin: Origin, now: Date): DomainEvent {
    const base = { method, ...eventOf(account, origin, now) }
    if (!hasTwoFactor(account)) return { type: 'two_factor.enabled', ...base }
    const isReplaced = !factorStorage[method].atMost && methodsOf(account).includes(method)
    return { type: isReplaced ? 'two_factor.method_replaced' : 'two_factor.method_added', ...base }
  }
}
