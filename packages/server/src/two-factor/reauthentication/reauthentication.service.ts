import { limits } from '@twinlock/shared/limits'
import type { AttemptRemedy, ReauthenticationNeed, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account.model.js'
import { confirmedUntil, type Evidence, missingFreshEvidence } from '../../domain/evidence.js'
import type { Origin } from '../../events/event.types.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { PasswordCheckService } from '../../profile/password/password-check.service.js'
import type { SessionCaller } from '../../sessions/caller.js'
import type { SessionService } from '../../sessions/session.service.js'
import type { SessionStore } from '../../sessions/session.store.js'
import type { PasskeyChallengeOutcome, PasskeyChallengeService } from '../passkey/passkey-challenge.service.js'
import type { SecondStepService } from '../second-step/second-step.service.js'
import type { SecondStepNoticesService } from '../second-step/second-step-notices.service.js'
import type { SmsCodeOwner, SmsCodeService, SmsSendOutcome } from '../sms/sms-code.service.js'

export interface ReauthenticationInput {
  password: string | null
  method: SecondStepMethod | null
  code: string | null
}

export type ReauthenticationOutcome =
  | { kind: 'confirmed'; until: Date; caller: SessionCaller }
  | { kind: 'missing'; needs: ReauthenticationNeed[]; caller: SessionCaller }
  | { kind: 'wrong-password' }
  | { kind: 'wrong-code'; attemptsLeft: number; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'code-over'; attemptsLeft: number }
  | { kind: 'too-many'; retryAt: Date; remedy: AttemptRemedy }

/** Fresh evidence for a change, in this session: the password and, once 2FA is on, a second step. */
export class ReauthenticationService {
  constructor(
    private readonly sessionStore: SessionStore,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordCheckService,
    private readonly secondStep: SecondStepService,
    private readonly notices: SecondStepNoticesService,
    private readonly smsCodes: SmsCodeService,
    private readonly passkeys: PasskeyChallengeService,
    private readonly clock: Clock,
  ) {}

  /** What is given is recorded alone. The password is judged first: with a wrong one no code is spent. */
  async confirm(caller: SessionCaller, input: ReauthenticationInput, origin: Origin): Promise<ReauthenticationOutcome> {
    let current = caller
    if (input.password !== null) {
      const { account, session } = caller
      const ownPlace = `session:${session.publicId}`
      const guess = { account, emailKey: account.emailKey, password: input.password, origin, ownPlace }
      const password = await this.passwords.check(guess)
      if (password.kind === 'wrong') return { kind: 'wrong-password' }
      if (password.kind === 'too-many') return { ...password, remedy: 'WAIT' }
      current = await this.#record(current, { method: 'PASSWORD', at: this.clock.now() })
    }
    if (input.code !== null && input.method !== null && hasTwoFactor(caller.account)) {
      const step = await this.#secondStep(current, input.method, input.code, origin)
      if (step.kind !== 'accepted') return step
      current = await this.#record(current, step.proof)
    }
    const isOn = hasTwoFactor(current.account)
    const needs = missingFreshEvidence(current.session.evidence, isOn, this.clock.now())
    const until = confirmedUntil(current.session.evidence, isOn)
    return needs.length > 0 || !until
      ? { kind: 'missing', needs, caller: current }
      : { kind: 'confirmed', until, caller: current }
  }

  /** A text that confirms, in this session alone, that it is still its owner. */
  async sendCode({ session, account }: SessionCaller): Promise<SmsSendOutcome> {
    const number = await this.smsCodes.numberOf(account)
    if (!number) return { kind: 'unsupported' }
    const owner: SmsCodeOwner = {
      publicId: session.publicId,
      code: session.sms,
      keep: (next) => this.sessionStore.replaceCode(session._id, 'sms', session.sms, next),
      putBack: (kept) => this.sessionStore.replaceCode(session._id, 'sms', kept, session.sms),
    }
    return this.smsCodes.send(account, number, owner, 'confirmation-sms')
  }

  /** Asks the account's passkeys to sign something that counts in this session alone. */
  async beginPasskey({ session, account }: SessionCaller): Promise<PasskeyChallengeOutcome> {
    const expiresAt = new Date(this.clock.now().getTime() + limits.codeLifetime)
    return this.passkeys.begin(account, expiresAt, (slot) => this.sessionStore.keepPasskeyChallenge(session._id, slot))
  }

  async #secondStep(caller: SessionCaller, method: SecondStepMethod, code: string, origin: Origin) {
    const now = this.clock.now()
    const session = await this.sessionStore.reserveGuess(caller.session._id, now)
    if (!session)
      return {
        kind: 'too-many' as const,
        retryAt: new Date((caller.session.lastGuessAt ?? now).getTime() + limits.guessLock),
        remedy: 'WAIT' as const,
      }
    const guess = await this.secondStep.reserve(caller.account._id)
    if (guess.kind === 'refused') {
      await this.sessionStore.releaseGuess(session._id)
      this.notices.locked(caller.account._id, guess, origin)
      return { ...guess, kind: 'too-many' as const }
    }
    const holder = {
      publicId: session.publicId,
      sms: session.sms,
      passkey: session.passkey ?? null,
      spendSms: (sealedCode: string, at: Date) => this.sessionStore.spendSms(session._id, sealedCode, at),
      spendPasskey: (challenge: string) => this.sessionStore.spendPasskeyChallenge(session._id, challenge),
    }
    const verdict = await this.secondStep.judge(guess, method, code, holder, origin).catch(async (error: unknown) => {
      await this.sessionStore.releaseGuess(session._id)
      throw error
    })
    if (verdict.kind === 'accepted') {
      this.notices.accepted(caller.account, verdict.proof)
      return verdict
    }
    this.notices.failed(caller.account, method, session.guesses, origin, 'session')
    const attemptsLeft = limits.guessesPerCode - session.guesses
    if (verdict.kind === 'expired') return { kind: 'code-over' as const, attemptsLeft }
    return { ...verdict, kind: 'wrong-code' as const, attemptsLeft }
  }

  async #record(caller: SessionCaller, piece: Evidence): Promise<SessionCaller> {
    return this.sessions.record(caller, piece)
  }
}
