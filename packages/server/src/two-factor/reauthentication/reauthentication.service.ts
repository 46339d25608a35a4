import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { ReauthenticationNeed, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import type { TooManyGuesses } from '../../domain/attempt-limit.js'
import { confirmedUntil, missingFreshEvidence } from '../../domain/evidence.js'
import type { Origin } from '../../events/event.types.js'
import { Clock } from '../../platform/clock/clock.js'
import { unauthenticated } from '../../platform/errors/interruption.js'
import { PasswordCheckService } from '../../profile/password/password-check.service.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { guessTargetOf, SessionService } from '../../sessions/session.service.js'
import { SessionStore } from '../../sessions/session.store.js'
import { type PasskeyChallengeOutcome, PasskeyStep } from '../passkey/passkey.step.js'
import { SecondStepService } from '../second-step/second-step.service.js'
import { SmsCodeService, type SmsSendOutcome } from '../sms/sms-code.service.js'

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
  | { kind: 'code-expired'; attemptsLeft: number }
  | TooManyGuesses

/** Fresh evidence for a change, in this session: the password and, once 2FA is on, a second step. */
export class ReauthenticationService {
  constructor(
    private readonly sessionStore = inject(SessionStore),
    private readonly sessions = inject(SessionService),
    private readonly passwords = inject(PasswordCheckService),
    private readonly secondStep = inject(SecondStepService),
    private readonly smsCodes = inject(SmsCodeService),
    private readonly passkeys = inject(PasskeyStep),
    private readonly clock = inject(Clock),
  ) {}

  /** Records only what was provided. The password is checked first: a wrong one consumes no code. */
  async confirm(caller: SessionCaller, input: ReauthenticationInput, origin: Origin): Promise<ReauthenticationOutcome> {
    let current = caller
    if (input.password !== null) {
      const { account, session } = caller
      const ownPlace = `session:${session.publicId}`
      const guess = { account, emailKey: account.emailKey, password: input.password, origin, ownPlace }
      const password = await this.passwords.admit((check) => check(guess))
      if (password.kind === 'wrong') return { kind: 'wrong-password' }
      if (password.kind === 'too-many') return { ...password, remedy: 'WAIT' }
      current = await this.sessions.record(current, { method: 'PASSWORD', at: password.at }, origin)
    }
    if (input.code !== null && input.method !== null && hasTwoFactor(caller.account)) {
      const step = await this.#secondStep(current, { method: input.method, code: input.code }, origin)
      if (step.kind !== 'accepted') return step
      current = await this.sessions.record(current, step.proof, origin)
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
    const owner = { publicId: session.publicId, ...this.sessionStore.challenges.codeAccess(session, 'sms') }
    return this.smsCodes.send(account, number, owner, 'confirmation-sms')
  }

  /** Asks the account's passkeys to sign something that counts in this session alone. */
  async beginPasskey({ session, account }: SessionCaller): Promise<PasskeyChallengeOutcome> {
    const { challenges } = this.sessionStore
    const expiresAt = new Date(this.clock.now().getTime() + limits.codeLifetime)
    return this.passkeys.begin(account, expiresAt, (slot) => challenges.storePasskeyChallenge(session._id, slot))
  }

  async #secondStep(
    { account, session }: SessionCaller,
    input: { method: SecondStepMethod; code: string },
    origin: Origin,
  ) {
    const { challenges } = this.sessionStore
    const holder = {
      ...session,
      spendSms: (code: string, at: Date) => challenges.spendSms(session._id, code, at),
      spendPasskey: (challenge: string) => challenges.spendPasskeyChallenge(session._id, challenge),
    }
    const target = guessTargetOf(session, this.clock.now())
    const outcome = await this.secondStep.prove(account._id, target, input, holder, origin)
    switch (outcome.kind) {
      case 'accepted':
      case 'too-many':
        return outcome
      case 'wrong':
        return { ...outcome, kind: 'wrong-code' as const }
      case 'expired':
        return { ...outcome, kind: 'code-expired' as const }
      case 'ended':
        throw unauthenticated('You were just signed out. Sign in again.')
    }
  }
}
