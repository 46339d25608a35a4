import { backupCodeOf, digitsOf } from '@twinlock/shared/code-input'
import type { AttemptRemedy, SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { mongo } from 'mongoose'
import { type AccountDocument, passkeysOf } from '../../accounts/account.model.js'
import type { ProfileStore } from '../../accounts/profile.store.js'
import { judgeAttempts } from '../../domain/attempt-limit.js'
import type { Evidence } from '../../domain/evidence.js'
import { isLive } from '../../domain/one-time-code.js'
import { acceptPasskeyCounter } from '../../domain/passkey-counter.js'
import { acceptTotpStep, clockOffsetSeconds } from '../../domain/totp-step.js'
import { eventOf } from '../../events/account-event.js'
import type { Origin } from '../../events/event.types.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import { isSameText } from '../../platform/crypto/tokens.js'
import type {
  ChallengeDocument,
  ChallengeStore,
  CodeSlot,
  PasskeyChallengeSlot,
} from '../../sessions/challenge.store.js'
import { findDistantTotpStep, matchTotpStep } from '../authenticator-app/totp.js'
import { macOfBackupCode } from '../backup-codes/backup-code-seal.js'
import { type PasskeyAssertion, readAssertion } from '../passkey/passkey.js'
import type { RelyingParty } from '../passkey/relying-party.js'
import type { GuessedSetUp, ReservedGuess, SecondStepStore } from './second-step.store.js'

/** A document that asks for a second step: a sign-in, a session, a question. */
export interface StepDocument extends ChallengeDocument {
  accountId: string
}

/** Its codes and challenges count in it alone, once. */
export interface StepHolder {
  /** What its codes are sealed to. */
  publicId: string
  sms?: CodeSlot | null | undefined
  passkey?: PasskeyChallengeSlot | null | undefined
  /** True for one caller only. */
  spendSms(sealedCode: string, now: Date): Promise<boolean>
  /** True for one caller only. */
  spendPasskey(challenge: string): Promise<boolean>
}

export type GuessOutcome<T, V> =
  | { kind: 'judged'; document: T; account: AccountDocument; verdict: V }
  /** The document has had its five, is gone, or asks no more. */
  | { kind: 'none-left' }
  /** The account takes no guess now. */
  | { kind: 'refused'; document: T; retryAt: Date; remedy: AttemptRemedy }
  /** It was not judged, and counts nowhere. */
  | { kind: 'not-judged'; document: T; account: AccountDocument }

/** What a right second step leaves in the evidence of a session. */
export type StepProof = Evidence & { method: SecondStepMethod }

export type SecondStepVerdict =
  /** The account as it is with this step accepted, still in the epoch of the guess. */
  | { kind: 'accepted'; proof: StepProof; account: AccountDocument }
  | { kind: 'wrong'; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'expired' }

export type GuessReservation =
  | ({ kind: 'reserved' } & ReservedGuess)
  | { kind: 'refused'; retryAt: Date; remedy: AttemptRemedy }

const wrong = { kind: 'wrong', alreadyUsed: false, clockOffsetSeconds: null } as const
const used = { ...wrong, alreadyUsed: true } as const

/** Judges a second step. Every way in asks here, so every guess is counted by the one account. */
export class SecondStepService {
  constructor(
    private readonly store: SecondStepStore,
    private readonly profiles: ProfileStore,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    private readonly relyingParty: RelyingParty | null,
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
    switch (method) {
      case 'AUTHENTICATOR_APP':
        return this.#judgeTotp(guess, code)
      case 'SMS':
        return this.#judgeSms(guess, code, holder)
      case 'BACKUP_CODE':
        return this.#judgeBackupCode(guess, code, origin)
      case 'PASSKEY':
        return this.#judgePasskey(guess, code, holder, origin)
    }
  }

  async giveBack(guess: ReservedGuess): Promise<void> {
    await this.store.giveBack(guess)
  }

  async acceptMailbox(guess: ReservedGuess): Promise<void> {
    await this.store.acceptMailbox(guess)
  }

  /**
   * Which passkey of an account has signed a challenge alone, having checked the person; null when none has. One whose
   * counter went back is refused, and its owner is told.
   */
  async readPasskeyAlone(
    account: AccountDocument,
    response: string,
    challenge: string,
    origin: Origin,
  ): Promise<PasskeyAssertion | null> {
    if (!this.relyingParty) return null
    const asked = { challenge, relyingParty: this.relyingParty, accountId: account._id, passkeys: passkeysOf(account) }
    const assertion = await readAssertion(response, asked)
    if (!assertion?.isUserVerified) return null
    return (await this.#isCopy(account, assertion, origin)) ? null : assertion
  }

  /** @returns the account as it is with the passkey used; null when another use or change came first */
  async acceptPasskeyAlone(
    account: AccountDocument,
    { passkey, counter }: PasskeyAssertion,
  ): Promise<AccountDocument | null> {
    return this.store.acceptPasskeyAlone(account, passkey, counter, this.clock.now())
  }

  async #isCopy(account: AccountDocument, { passkey, counter }: PasskeyAssertion, origin: Origin): Promise<boolean> {
    if (acceptPasskeyCounter(passkey.counter, counter) !== 'went-back') return false
    const event = { type: 'two_factor.passkey_copied' as const, ...eventOf(account, origin, this.clock.now()) }
    await this.profiles.note(account._id, event)
    return true
  }

  async #judgeTotp(guess: ReservedGuess, typed: string): Promise<SecondStepVerdict> {
    const { app } = guess.account.factors
    const code = digitsOf(typed)
    if (!app || !code) return wrong
    const now = this.clock.now()
    const secret = await this.keyRing.open(app.sealedSecret, { owner: guess.account._id, purpose: 'totp' })
    const step = await matchTotpStep(secret, code, now)
    if (step === null) {
      const distant = await findDistantTotpStep(secret, code, now)
      // A code of the past may be named; a code to come must not be confirmed, it still opens the door.
      const offset = distant === null ? null : clockOffsetSeconds(distant, now)
      return { ...wrong, clockOffsetSeconds: offset !== null && offset < 0 ? offset : null }
    }
    if (acceptTotpStep(guess.account.lastTotpStep, step) === 'already-used') return used
    return accepted({ method: 'AUTHENTICATOR_APP', at: now }, await this.store.acceptTotpStep(guess, step, now))
  }

  async #judgeSms(guess: ReservedGuess, typed: string, holder: StepHolder): Promise<SecondStepVerdict> {
    const code = digitsOf(typed)
    if (!code || !holder.sms || !guess.account.factors.sms) return wrong
    const now = this.clock.now()
    const isRight = isSameText(
      await this.keyRing.open(holder.sms.sealedCode, { owner: holder.publicId, purpose: 'sms-code' }),
      code,
    )
    if (!isRight) return wrong
    if (!isLive(holder.sms, now)) return { kind: 'expired' }
    if (holder.sms.spentAt || !(await holder.spendSms(holder.sms.sealedCode, now))) return used
    return accepted({ method: 'SMS', at: now }, await this.store.acceptSms(guess, now))
  }

  /** @param answer what the browser brought back, as JSON */
  async #judgePasskey(
    guess: ReservedGuess,
    answer: string,
    holder: StepHolder,
    origin: Origin,
  ): Promise<SecondStepVerdict> {
    const { account } = guess
    const asked = holder.passkey
    if (!asked || !this.relyingParty) return wrong
    const assertion = await readAssertion(answer, {
      challenge: asked.challenge,
      relyingParty: this.relyingParty,
      accountId: account._id,
      passkeys: passkeysOf(account),
    })
    if (!assertion) return wrong
    const { passkey, counter, isUserVerified } = assertion
    const now = this.clock.now()
    if (now >= asked.expiresAt) return { kind: 'expired' }
    if (await this.#isCopy(account, assertion, origin)) return wrong
    if (!(await holder.spendPasskey(asked.challenge))) return used
    const proof = { method: 'PASSKEY' as const, ...(isUserVerified ? { userVerified: true as const } : {}), at: now }
    return accepted(proof, await this.store.acceptPasskey(guess, passkey, counter, now))
  }

  async #judgeBackupCode(guess: ReservedGuess, typed: string, origin: Origin): Promise<SecondStepVerdict> {
    const code = backupCodeOf(typed)
    if (!code) return wrong
    const { account } = guess
    const macs = macOfBackupCode(this.keyRing, account._id, code)
    const found = account.backupCodes.find((stored) => macs.includes(stored.mac))
    if (!found) return wrong
    if (found.usedAt) return used
    const now = this.clock.now()
    const left = account.backupCodes.filter((stored) => !stored.usedAt).length - 1
    const event = { type: 'backup_code.used' as const, left, ...eventOf(account, origin, now) }
    return accepted({ method: 'BACKUP_CODE', at: now }, await this.store.acceptBackupCode(guess, found, event, now))
  }
}

/** Null: another caller was first, or the account was changed in between. */
function accepted(proof: StepProof, account: AccountDocument | null): SecondStepVerdict {
  return account ? { kind: 'accepted', proof, account } : used
}
