import { limits } from '@twinlock/shared/limits'
import type { AttemptRemedy, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type AccountDocument, hasTwoFactor } from '../accounts/account.model.js'
import { withEvidence } from '../domain/evidence.js'
import { onlySsoDoor } from '../domain/sign-in-step.js'
import type { Origin } from '../events/event.types.js'
import { type Door, type DoorsService, trustedDeviceDaysOf } from '../memberships/doors.service.js'
import type { Clock } from '../platform/clock/clock.js'
import { hashToken, isToken } from '../platform/crypto/tokens.js'
import type { TicketCaller } from '../sessions/caller.js'
import type { SignInDocument } from '../sessions/session.model.js'
import type { OpenedSession, SessionService } from '../sessions/session.service.js'
import type { SignInStore } from '../sessions/sign-in.store.js'
import type { SignInProgressService } from '../sessions/sign-in-progress.service.js'
import type { TrustedDeviceService } from '../sessions/trusted-device.service.js'
import type {
  PasskeyChallengeOutcome,
  PasskeyChallengeService,
} from '../two-factor/passkey/passkey-challenge.service.js'
import type { SecondStepService, StepProof } from '../two-factor/second-step/second-step.service.js'
import type { ReservedGuess } from '../two-factor/second-step/second-step.store.js'
import type { SecondStepNoticesService } from '../two-factor/second-step/second-step-notices.service.js'

export type SecondStepOutcome =
  | { kind: 'signed-in'; opened: OpenedSession; doors: Door[]; deviceCookie: string | null }
  /** Right, and nothing but an identity provider opens any of the account's networks. */
  | { kind: 'sso'; door: Door; ticket: string }
  /** The account has no second step, or it is being set up anew: the sign-in is somewhere else. */
  | { kind: 'out-of-order' }
  | { kind: 'wrong'; attemptsLeft: number; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'code-expired' }
  | { kind: 'expired' }
  /** The browser holds another sign-in than the one that the code is for: nothing was counted. */
  | { kind: 'replaced' }
  | { kind: 'too-many'; retryAt: Date; remedy: AttemptRemedy }

export interface SecondStepInput {
  method: SecondStepMethod
  code: string
  trustDevice: boolean
  /** The sign-in that the code is for; absent: the browser's own. */
  signInId?: string | null
}

/** From the code to the session. Each write decides alone; what was spent stays spent, whatever happens after it. */
export class SecondStepOfSignInService {
  constructor(
    private readonly signInStore: SignInStore,
    private readonly secondStep: SecondStepService,
    private readonly notices: SecondStepNoticesService,
    private readonly passkeys: PasskeyChallengeService,
    private readonly sessions: SessionService,
    private readonly signIns: SignInProgressService,
    private readonly devices: TrustedDeviceService,
    private readonly doors: DoorsService,
    private readonly clock: Clock,
  ) {}

  /** Asks the account's passkeys to sign something that counts in this sign-in alone, while it lasts. */
  async beginPasskey({ signIn, account }: TicketCaller): Promise<PasskeyChallengeOutcome> {
    return this.passkeys.begin(account, signIn.expiresAt, (slot) =>
      this.signInStore.keepPasskeyChallenge(signIn._id, slot),
    )
  }

  async verify(
    { ticket, device }: { ticket: string | undefined; device: string | undefined },
    input: SecondStepInput,
    origin: Origin,
  ): Promise<SecondStepOutcome> {
    if (!isToken(ticket)) return { kind: 'expired' }
    const ticketHash = hashToken(ticket)
    const now = this.clock.now()
    const signInId = input.signInId ?? null
    const signIn = await this.signInStore.reserveGuess(ticketHash, now, signInId)
    if (!signIn) return this.#noGuessLeft(ticketHash, signInId)
    if (signIn.awaitsSso) return { kind: 'expired' }
    const guess = await this.secondStep.reserve(signIn.accountId)
    if (guess.kind === 'refused') {
      await this.signInStore.releaseGuess(ticketHash)
      this.notices.locked(signIn.accountId, guess, signIn.origin)
      return { ...guess, kind: 'too-many' }
    }
    if (guess.account.epoch !== signIn.epoch || !hasTwoFactor(guess.account) || signIn.isReEnrolling) {
      await this.secondStep.giveBack(guess)
      await this.signInStore.releaseGuess(ticketHash)
      return guess.account.epoch === signIn.epoch ? { kind: 'out-of-order' } : { kind: 'expired' }
    }
    return this.#judge(signIn, guess, input, origin, device)
  }

  async #judge(
    signIn: SignInDocument,
    guess: ReservedGuess,
    input: SecondStepInput,
    origin: Origin,
    device: string | undefined,
  ): Promise<SecondStepOutcome> {
    let isConsumed = false
    // Code and challenge live in the sign-in, so spending one and ending the sign-in are one write.
    const spend = async () => {
      isConsumed = await this.signInStore.consume(signIn._id)
      return isConsumed
    }
    const { publicId, sms, passkey = null } = signIn
    const holder = { publicId, sms, passkey, spendSms: spend, spendPasskey: spend }
    const verdict = await this.#judgeOrRelease(signIn, guess, input, holder, origin)
    if (verdict.kind === 'expired') return { kind: 'code-expired' }
    if (verdict.kind === 'wrong') {
      this.notices.failed(guess.account, input.method, signIn.guesses, origin, 'sign-in')
      return { ...verdict, attemptsLeft: limits.guessesPerCode - signIn.guesses }
    }
    if (!isConsumed && !(await this.signInStore.consume(signIn._id))) return { kind: 'expired' }
    return this.#open(signIn, verdict.account, verdict.proof, input.trustDevice ? { cookie: device } : null)
  }

  async #judgeOrRelease(
    signIn: SignInDocument,
    guess: ReservedGuess,
    input: { method: SecondStepMethod; code: string },
    holder: Parameters<SecondStepService['judge']>[3],
    origin: Origin,
  ) {
    try {
      return await this.secondStep.judge(guess, input.method, input.code, holder, origin)
    } catch (error) {
      await this.signInStore.releaseGuess(signIn._id)
      throw error
    }
  }

  async #open(
    signIn: SignInDocument,
    account: AccountDocument,
    proof: StepProof,
    trust: { cookie: string | undefined } | null,
  ): Promise<SecondStepOutcome> {
    const evidence = withEvidence(signIn.evidence, proof)
    this.notices.accepted(account, proof)
    const doors = await this.doors.doorsOf(account)
    const door = onlySsoDoor(doors)
    if (door) {
      const ticket = await this.signIns.beginAwaitingSso(account, evidence, signIn.origin, signIn.browser)
      return { kind: 'sso', door, ticket }
    }
    const opened = await this.sessions.open(account, evidence, signIn.origin, signIn.browser)
    const isTrusted = trust !== null && trustedDeviceDaysOf(doors) > 0
    const deviceCookie = isTrusted ? await this.devices.trust(account, signIn.origin, trust.cookie) : null
    return { kind: 'signed-in', opened, doors, deviceCookie }
  }

  async #noGuessLeft(ticketHash: string, signInId: string | null): Promise<SecondStepOutcome> {
    const signIn = await this.signInStore.byTicketHash(ticketHash, this.clock.now())
    if (signIn && signInId !== null && signIn.publicId !== signInId) return { kind: 'replaced' }
    return signIn ? { kind: 'too-many', retryAt: signIn.expiresAt, remedy: 'BEGIN_AGAIN' } : { kind: 'expired' }
  }
}
