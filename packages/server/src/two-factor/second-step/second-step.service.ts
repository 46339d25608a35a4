import type { AttemptRemedy, SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { mongo } from 'mongoose'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { ProfileStore } from '../../accounts/profile.store.js'
import { judgeAttempts } from '../../domain/attempt-limit.js'
import type { Origin } from '../../events/event.types.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { ChallengeDocument, ChallengeStore } from '../../sessions/challenge.store.js'
import type { SecondSteps, SecondStepVerdict, StepHolder } from './second-step.js'
import type { GuessedSetUp, ReservedGuess, SecondStepStore } from './second-step.store.js'

/** A document that asks for a second step: a sign-in, a session, a question. */
export interface StepDocument extends ChallengeDocument {
  accountId: string
}

export type GuessOutcome<T, V> =
  | { kind: 'judged'; document: T; account: AccountDocument; verdict: V }
  /** The document has had its five, is gone, or asks no more. */
  | { kind: 'none-left' }
  /** The account takes no guess now. */
  | { kind: 'refused'; document: T; retryAt: Date; remedy: AttemptRemedy }
  /** It was not judged, and counts nowhere. */
  | { kind: 'not-judged'; document: T; account: AccountDocument }

export type GuessReservation =
  | ({ kind: 'reserved' } & ReservedGuess)
  | { kind: 'refused'; retryAt: Date; remedy: AttemptRemedy }

/** Judges a second step. Every way in asks here, so every guess is counted by the one account. */
export class SecondStepService {
  constructor(
    private readonly steps: SecondSteps,
    private readonly store: SecondStepStore,
    private readonly profiles: ProfileStore,
    private readonly clock: Clock,
  ) {}

  /** A guess takes its slot before it is judged. */
  async reserve(accountId: string, setUp: GuessedSetUp | null = null): Promise<GuessReservation> {
    const now = this.clock.now()
    const reserved = await this.store.reserveGuess(accountId, now, setUp)
    if (reserved) return { kind: 'reserved', ...reserved }
    const account = await this.profiles.byId(accountId)
    const decision = account ? judgeAttempts(account.attempts, now) : { kind: 'open' as const }
    if (decision.kind !== 'open') return { ...decision, kind: 'refused' }
    // The account takes guesses: it was the set-up that had none left, or is gone.
    const begun = setUp && account?.setUps[setUp.path]
    return { kind: 'refused', retryAt: begun?.expiresAt ?? now, remedy: 'BEGIN_AGAIN' }
  }

  /**
   * One guess at what a document asks for. It takes its slot there and at the account before it is judged; a fault of
   * ours gives both back.
   * @param where what has to be true of the document
   * @param judge null: there is nothing to judge, and both slots are given back
   */
  async guess<T extends StepDocument, V>(
    challenges: ChallengeStore<T>,
    id: string,
    where: mongo.Filter<T>,
    judge: (guess: ReservedGuess, document: T) => Promise<V | null>,
  ): Promise<GuessOutcome<T, V>> {
    const document = await challenges.reserveGuess(id, this.clock.now(), where)
    if (!document) return { kind: 'none-left' }
    const guess = await this.reserve(document.accountId)
    if (guess.kind === 'refused') {
      await challenges.releaseGuess(id)
      return { ...guess, document }
    }
    const giveBack = () => Promise.all([challenges.releaseGuess(id), this.store.giveBack(guess)])
    const verdict = await judge(guess, document).catch(async (error: unknown) => {
      await giveBack()
      throw error
    })
    const { account } = guess
    if (verdict !== null) return { kind: 'judged', document, account, verdict }
    await giveBack()
    return { kind: 'not-judged', document, account }
  }

  /** Judges what was typed, and spends what was right: one caller wins. */
  async judge(
    guess: ReservedGuess,
    { method, code }: { method: SecondStepMethod; code: string },
    holder: StepHolder,
    origin: Origin,
  ): Promise<SecondStepVerdict> {
    return this.steps[method].judge(guess, code, holder, origin)
  }

  async giveBack(guess: ReservedGuess): Promise<void> {
    await this.store.giveBack(guess)
  }

  async acceptMailbox(guess: ReservedGuess): Promise<void> {
    await this.store.acceptMailbox(guess)
  }
}
