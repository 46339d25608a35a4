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
import type { PasskeyChallengeOutcome, PasskeyStep } from '../two-factor/passkey/passkey.step.js'
import type { StepProof } from '../two-factor/second-step/second-step.js'
import type { SecondStepService } from '../two-factor/second-step/second-step.service.js'
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
    private readonly passkeys: PasskeyStep,
    private readonly sessions: SessionService,
    private readonly signIns: SignInProgressService,
    private readonly devices: TrustedDeviceService,
    private readonly doors: DoorsService,
    private readonly clock: Clock,
  ) {}

  /** Asks the account's passkeys to sign something that counts in this sign-in alone, while it lasts. */
  async beginPasskey({ signIn, account }: TicketCaller): Promise<PasskeyChallengeOutcome> {
    return this.passkeys.begin(account, signIn.expiresAt, (slot) =>
      this.signInStore.challenges.keepPasskeyChallenge(signIn._id, slot),
    )
  }

  async verify(
    { ticket, device }: { ticket: string | undefined; device: string | undefined },
    input: SecondStepInput,
    origin: Origin,
  ): Promise<SecondStepOutcome> {
    if (!isToken(ticket)) return { kind: 'expired' }
    const ticketHash = hashToken(ticket)
    const signInId = input.signInId ?? null
    const where = {
      expiresAt: { $gt: this.clock.now() },
      awaitsSso: false,
      ...(signInId === null ? {} : { publicId: signInId }),
    }
    let isConsumed = false
    // Code and challenge live in the sign-in, so spending one and ending the sign-in are one write.
    const consume = async () => {
      isConsumed = await this.signInStore.consume(ticketHash)
      return isConsumed
    }
    const guess = await this.secondStep.guess(this.signInStore.challenges, ticketHash, where, async (guess, signIn) => {
      if (guess.account.epoch !== signIn.epoch || !hasTwoFactor(guess.account) || signIn.isReEnrolling) return null
      return this.secondStep.judge(guess, input, { ...signIn, spendSms: consume, spendPasskey: consume }, origin)
    })
    switch (guess.kind) {
      case 'none-left':
        return this.#noGuessLeft(ticketHash, signInId)
      case 'refused':
        this.notices.locked(guess.document.accountId, guess, guess.document.origin)
        return { kind: 'too-many', retryAt: guess.retryAt, remedy: guess.remedy }
      case 'not-judged':
        return { kind: guess.account.epoch === guess.document.epoch ? 'out-of-order' : 'expired' }
    }
    const { document: signIn, verdict } = guess
    if (verdict.kind === 'expired') return { kind: 'code-expired' }
    if (verdict.kind === 'wrong') {
      this.notices.failed(guess.account, input.method, signIn.guesses, origin, 'sign-in')
      return { ...verdict, attemptsLeft: limits.guessesPerCode - signIn.guesses }
    }
    if (!isConsumed && !(await consume())) return { kind: 'expired' }
    return this.#open(signIn, verdict.account, verdict.proof, input.trustDevice ? { cookie: device } : null)
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
    if (!signIn || signIn.awaitsSso) return { kind: 'expired' }
    if (signInId !== null && signIn.publicId !== signInId) return { kind: 'replaced' }
    return { kind: 'too-many', retryAt: signIn.expiresAt, remedy: 'BEGIN_AGAIN' }
  }
}
