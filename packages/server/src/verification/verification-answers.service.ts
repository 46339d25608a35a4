import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { AccessService, type OpenToPerson } from '../access/access.service.js'
import { guessesFor } from '../domain/attempt-limit.js'
import { isFirstStep } from '../domain/evidence.js'
import { assertionFor } from '../domain/sso-policy.js'
import { amrOf, assertedLevel, isProvedByProvider, SECOND_STEP_ACR } from '../domain/verification.js'
import type { Origin } from '../events/event.types.js'
import { policyOf } from '../networks/network.model.js'
import { Clock } from '../platform/clock/clock.js'
import { Interruption, notFound, unauthenticated } from '../platform/errors/interruption.js'
import type { SessionCaller } from '../sessions/caller.js'
import { type PasskeyChallengeOutcome, PasskeyStep } from '../two-factor/passkey/passkey.step.js'
import { SecondStepService } from '../two-factor/second-step/second-step.service.js'
import { SmsCodeService, type SmsSendOutcome } from '../two-factor/sms/sms-code.service.js'
import { answerOptionsFor, providerUrlOf } from './answer-options.js'
import type { VerificationDocument } from './verification.model.js'
import { VerificationStore } from './verification.store.js'
import { VerificationEndingService } from './verification-ending.service.js'

/** A verification for the member who answers it, with access to its network checked. */
export interface OpenVerification {
  verification: VerificationDocument
  open: OpenToPerson
}

export type AnswerOutcome =
  | { kind: 'ended'; verification: VerificationDocument }
  | { kind: 'wrong'; attemptsLeft: number; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'code-expired' }

/** The member's side: a verification is answered once, by a second step of that account, in one of its sessions. */
export class VerificationAnswersService {
  constructor(
    private readonly store = inject(VerificationStore),
    private readonly ending = inject(VerificationEndingService),
    private readonly access = inject(AccessService),
    private readonly secondStep = inject(SecondStepService),
    private readonly smsCodes = inject(SmsCodeService),
    private readonly passkeys = inject(PasskeyStep),
    private readonly clock = inject(Clock),
  ) {}

  /** Null if it does not exist or concerns another member, indistinguishably. @throws Interruption when the network is closed */
  async find(caller: SessionCaller, id: string): Promise<OpenVerification | null> {
    const verification = await this.store.byId(id)
    if (verification?.accountId !== caller.account._id) return null
    const open = await this.access.enter(caller, verification.networkId)
    return { verification: await this.ending.current(verification), open }
  }

  /** @throws Interruption NOT_FOUND, or that of a closed network */
  async require(caller: SessionCaller, id: string): Promise<OpenVerification> {
    const asked = await this.find(caller, id)
    if (!asked) throw notFound('There is no such request for your account.')
    return asked
  }

  async sendCode({ verification, open }: OpenVerification): Promise<SmsSendOutcome | { kind: 'ended' }> {
    if (verification.outcome) return { kind: 'ended' }
    const { account } = open.caller
    const options = answerOptionsFor(open, this.clock.now())
    const number =
      options.kind === 'code' && options.methods.includes('SMS') ? await this.smsCodes.numberOf(account) : null
    if (!number) return { kind: 'unsupported' }
    const owner = { publicId: verification._id, ...this.store.challenges.codeAccess(verification, 'sms') }
    return this.smsCodes.send(account, number, owner, 'confirmation-sms')
  }

  /** @throws Interruption NOT_FOUND if a passkey cannot answer it */
  async beginPasskey({ verification, open }: OpenVerification): Promise<PasskeyChallengeOutcome | { kind: 'ended' }> {
    if (verification.outcome) return { kind: 'ended' }
    const options = answerOptionsFor(open, this.clock.now())
    if (options.kind !== 'code' || !options.methods.includes('PASSKEY'))
      throw notFound('There is no passkey that answers this.')
    const { _id, expiresAt } = verification
    return this.passkeys.begin(open.caller.account, expiresAt, (slot) =>
      this.store.challenges.storePasskeyChallenge(_id, slot),
    )
  }

  /** A guess takes its slot at the account before it is verified; a right code is consumed, whatever follows. */
  async answer(
    asked: OpenVerification,
    method: SecondStepMethod,
    code: string,
    origin: Origin,
  ): Promise<AnswerOutcome> {
    if (asked.verification.outcome) return { kind: 'ended', verification: asked.verification }
    const options = answerOptionsFor(asked.open, this.clock.now())
    if (options.kind !== 'code' || !options.methods.includes(method)) return unavailableMethod(asked)
    const { verification } = asked
    const { _id, accountId, sms, passkey } = verification
    const { challenges } = this.store
    const holder = {
      publicId: _id,
      sms,
      passkey,
      spendSms: (sealedCode: string, at: Date) => challenges.spendSms(_id, sealedCode, at),
      spendPasskey: (challenge: string) => challenges.spendPasskeyChallenge(_id, challenge),
    }
    const target = { id: _id, where: { epoch: asked.open.caller.session.epoch }, endsAt: verification.expiresAt }
    const outcome = await this.secondStep.prove(accountId, target, { method, code }, holder, origin)
    switch (outcome.kind) {
      case 'accepted':
        return this.#accepted(asked, method, origin)
      case 'ended':
        throw unauthenticated('You were just signed out. Sign in again.')
      case 'too-many':
        return this.#locked(verification, origin)
    }
    if (outcome.attemptsLeft === 0) return this.#locked(verification, origin)
    return outcome.kind === 'expired' ? { kind: 'code-expired' } : outcome
  }

  /** For a member who signs in by the network's provider and has just been authenticated there again, with `max_age=0`. */
  async answerByProvider({ verification, open }: OpenVerification, origin: Origin): Promise<AnswerOutcome> {
    if (verification.outcome) return { kind: 'ended', verification }
    const { sso } = policyOf(open.network)
    const assertion = assertionFor(open.network._id, open.caller.session.evidence)
    const now = this.clock.now()
    if (
      !sso ||
      !assertion ||
      answerOptionsFor(open, now).kind !== 'provider' ||
      !isProvedByProvider(assertion, verification.createdAt)
    )
      throw new Interruption('SSO_REQUIRED', "Confirm it's you with your company sign-in.", {
        startUrl: providerUrlOf(verification, open.network),
      })
    const { amr, authTime } = assertion
    const proof = { amr, acr: assertedLevel(sso, assertion, now), authTime, methods: [] }
    return { kind: 'ended', verification: await this.ending.end(verification, 'COMPLETED', origin, proof) }
  }

  /** "This wasn't me": the Admins are notified. */
  async decline({ verification }: OpenVerification, origin: Origin): Promise<VerificationDocument> {
    return this.ending.end(verification, 'DECLINED', origin)
  }

  /** Only a member without a second step can leave without an answer; any other answers or declines. */
  async leave({ verification, open }: OpenVerification, origin: Origin): Promise<VerificationDocument> {
    const { kind } = answerOptionsFor(open, this.clock.now())
    return kind === 'none' ? this.ending.end(verification, 'NO_SECOND_STEP', origin) : verification
  }

  async #accepted(
    { open, verification }: OpenVerification,
    method: SecondStepMethod,
    origin: Origin,
  ): Promise<AnswerOutcome> {
    const { session } = open.caller
    const hasPassword = session.evidence.some(isFirstStep)
    const amr = amrOf(hasPassword, method)
    const proof = { amr, acr: SECOND_STEP_ACR, authTime: this.clock.now(), methods: [method] }
    return { kind: 'ended', verification: await this.ending.end(verification, 'COMPLETED', origin, proof) }
  }

  async #locked(verification: VerificationDocument, origin: Origin): Promise<AnswerOutcome> {
    return { kind: 'ended', verification: await this.ending.end(verification, 'LOCKED', origin) }
  }
}

/** An unavailable method costs no guess, since nothing was verified. */
function unavailableMethod({ verification, open }: OpenVerification): AnswerOutcome {
  return {
    kind: 'wrong',
    attemptsLeft: limits.guessesPerCode - guessesFor(open.caller.account.attempts, verification._id).length,
    alreadyUsed: false,
    clockOffsetSeconds: null,
  }
}
