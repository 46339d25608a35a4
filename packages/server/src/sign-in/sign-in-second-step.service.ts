import { inject } from '@needle-di/core'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../accounts/account.model.js'
import { hasTwoFactor } from '../accounts/account-factors.js'
import type { TooManyGuesses } from '../domain/attempt-limit.js'
import { withEvidence } from '../domain/evidence.js'
import { onlySsoNetwork } from '../domain/sign-in-step.js'
import type { Origin } from '../events/event.types.js'
import {
  type JoinedNetwork,
  JoinedNetworksService,
  trustedDeviceDaysOf,
} from '../memberships/joined-networks.service.js'
import { Clock } from '../platform/clock/clock.js'
import { hashToken, isToken } from '../platform/crypto/tokens.js'
import type { SignInDocument } from '../sessions/session.model.js'
import { type OpenedSession, SessionService } from '../sessions/session.service.js'
import { isUnderWay, SignInProgressService } from '../sessions/sign-in-progress.service.js'
import { TrustedDeviceService } from '../sessions/trusted-device.service.js'
import type { StepProof } from '../two-factor/second-step/second-step.js'
import { SecondStepService } from '../two-factor/second-step/second-step.service.js'
import { isUnfinished } from '../two-factor/second-step/second-step.store.js'

export type SecondStepOutcome =
  | { kind: 'signed-in'; opened: OpenedSession; joinedNetworks: JoinedNetwork[]; deviceCookie: string | null }
  /** Right, and nothing but an identity provider opens any of the account's networks. */
  | { kind: 'sso'; joined: JoinedNetwork; ticket: string }
  /** The account has no second step, or is re-enrolling: the sign-in is at another stage. */
  | { kind: 'out-of-order' }
  | { kind: 'wrong'; attemptsLeft: number; alreadyUsed: boolean; clockOffsetSeconds: number | null }
  | { kind: 'code-expired' }
  | { kind: 'expired' }
  /** The browser holds another sign-in than the one that the code is for: nothing was counted. */
  | { kind: 'replaced' }
  | TooManyGuesses

export interface SecondStepInput {
  method: SecondStepMethod
  code: string
  trustDevice: boolean
  /** The sign-in that the code is for; absent: the browser's own. */
  signInId?: string | null
}

/**
 * From the code to the session. The write that accepts the step at the account finishes the sign-in: of codes that come
 * at once one opens a session, and what was spent stays spent, whatever happens after it.
 */
export class SignInSecondStepService {
  constructor(
    private readonly secondStep = inject(SecondStepService),
    private readonly sessions = inject(SessionService),
    private readonly signIns = inject(SignInProgressService),
    private readonly devices = inject(TrustedDeviceService),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly clock = inject(Clock),
  ) {}

  async verify(
    { ticket, device }: { ticket: string | undefined; device: string | undefined },
    input: SecondStepInput,
    origin: Origin,
  ): Promise<SecondStepOutcome> {
    if (!isToken(ticket)) return { kind: 'expired' }
    const found = await this.joinedNetworks.signInWithNetworks(hashToken(ticket))
    if (!found) return { kind: 'expired' }
    const { signIn, account, joinedNetworks } = found
    if (this.clock.now() >= signIn.expiresAt || signIn.awaitsSso) return { kind: 'expired' }
    if (input.signInId && input.signInId !== signIn.publicId) return { kind: 'replaced' }
    if (!isUnderWay(signIn, account)) return { kind: 'expired' }
    if (!hasTwoFactor(account) || signIn.isReEnrolling) return { kind: 'out-of-order' }

    const { publicId: id, sms, passkey = null } = signIn
    const where = { epoch: signIn.epoch, ...isUnfinished(id) }
    const target = { id, where, endsAt: signIn.expiresAt, isSignIn: true }
    const outcome = await this.secondStep.prove(account._id, target, input, { publicId: id, sms, passkey }, origin)
    switch (outcome.kind) {
      case 'wrong':
      case 'too-many':
        return outcome
      case 'expired':
        return { kind: 'code-expired' }
      case 'ended':
        return { kind: 'expired' }
    }
    const trust = input.trustDevice ? { cookie: device } : null
    return this.#open({ signIn, account: outcome.account, joinedNetworks }, outcome.proof, trust)
  }

  async #open(
    {
      signIn,
      account,
      joinedNetworks,
    }: { signIn: SignInDocument; account: AccountDocument; joinedNetworks: JoinedNetwork[] },
    proof: StepProof,
    trust: { cookie: string | undefined } | null,
  ): Promise<SecondStepOutcome> {
    const evidence = withEvidence(signIn.evidence, proof)
    const joined = onlySsoNetwork(joinedNetworks)
    if (joined) {
      const ticket = await this.signIns.continueAwaitingSso(signIn, account, evidence)
      return { kind: 'sso', joined, ticket }
    }
    const opens = this.joinedNetworks.openedBy(account, joinedNetworks, evidence)
    const opened = await this.sessions.open(account, evidence, signIn.origin, signIn.browser, opens, signIn)
    const isTrusted = trust !== null && trustedDeviceDaysOf(joinedNetworks) > 0
    const deviceCookie = isTrusted ? await this.devices.trust(account, signIn.origin, trust.cookie) : null
    return { kind: 'signed-in', opened, joinedNetworks, deviceCookie }
  }
}
