import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import { type AccountDocument, accountFactsOf } from '../accounts/account.model.js'
import { hasTwoFactor } from '../accounts/account-factors.js'
import type { TooManyGuesses } from '../domain/attempt-limit.js'
import type { Evidence } from '../domain/evidence.js'
import { type NextSignInStep, nextSignInStep } from '../domain/sign-in-step.js'
import type { Origin } from '../events/event.types.js'
import {
  type JoinedNetwork,
  JoinedNetworksService,
  trustedDeviceDaysOf,
} from '../memberships/joined-networks.service.js'
import { forbidden } from '../platform/errors/interruption.js'
import { type CheckPassword, PasswordCheckService } from '../profile/password/password-check.service.js'
import type { SignInCaller } from '../sessions/caller.js'
import { type OpenedSession, SessionService } from '../sessions/session.service.js'
import { SignInProgressService } from '../sessions/sign-in-progress.service.js'
import { TrustedDeviceService } from '../sessions/trusted-device.service.js'
import { ReEnrolmentService } from '../two-factor/re-enrolment/re-enrolment.service.js'
import { type FirstText, SignInCodeService } from './sign-in-code.service.js'

/** Where a sign-in stands after a step. */
export type SignInOutcome =
  | { kind: 'signed-in'; opened: OpenedSession; joinedNetworks: JoinedNetwork[] }
  | { kind: 'second-step'; caller: SignInCaller; joinedNetworks: JoinedNetwork[]; ticket: string | null }
  | { kind: 'set-up'; caller: SignInCaller; joinedNetworks: JoinedNetwork[]; ticket: string | null }
  | { kind: 'sso'; joined: JoinedNetwork; ticket: string | null }
  | { kind: 'invalid-credentials' }
  | TooManyGuesses
  | { kind: 'expired' }

export interface Browser {
  origin: Origin
  /** Names a browser that was here before. */
  id: string | null
  deviceCookie: string | undefined
}

/** The first step of a sign-in, and what comes after it. */
export class SignInService {
  constructor(
    private readonly passwords = inject(PasswordCheckService),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly sessions = inject(SessionService),
    private readonly signIns = inject(SignInProgressService),
    private readonly devices = inject(TrustedDeviceService),
    private readonly codes = inject(SignInCodeService),
    private readonly reEnrolments = inject(ReEnrolmentService),
  ) {}

  async signIn(email: string, password: string, browser: Browser): Promise<SignInOutcome> {
    const { verdict, found, text } = await this.passwords.admit((check) =>
      this.#checkPassword(email, password, browser, check),
    )
    if (verdict.kind === 'too-many') return { ...verdict, remedy: 'WAIT' }
    if (verdict.kind === 'wrong' || !found) return { kind: 'invalid-credentials' }

    const { account, joinedNetworks } = found
    const isTrusted =
      hasTwoFactor(account) &&
      (await this.devices.isTrusted(account, browser.deviceCookie, trustedDeviceDaysOf(joinedNetworks)))
    const { at } = verdict
    const evidence: Evidence[] = [
      { method: 'PASSWORD', at },
      ...(isTrusted ? [{ method: 'TRUSTED_DEVICE' as const, at }] : []),
    ]
    return this.#advance(account, joinedNetworks, evidence, browser, text)
  }

  async #checkPassword(email: string, password: string, browser: Browser, check: CheckPassword) {
    const emailKey = emailKeyOf(email)
    const found = emailKey ? await this.joinedNetworks.accountWithNetworks(emailKey) : null
    const account = found?.account ?? null
    const isOwnBrowser = browser.id !== null && account?.knownBrowsers.includes(browser.id) === true
    const guess = {
      account,
      emailKey: emailKey ?? 'unreadable',
      password,
      origin: browser.origin,
      ownPlace: isOwnBrowser ? `browser:${browser.id}` : null,
    }
    const number = account && (await this.codes.preferredNumberOf(account))
    // Both read counters at the same moment, so that one command serves both.
    const [verdict, text] = await Promise.all([check(guess), account && number && this.codes.roomFor(account, number)])
    return { verdict, found, text }
  }

  /** Signs in with evidence that was verified already, such as a passkey alone. */
  async signInWith(account: AccountDocument, evidence: Evidence[], browser: Browser): Promise<SignInOutcome> {
    return this.#advance(account, await this.joinedNetworks.of(account), evidence, browser, null)
  }

  /** Where the sign-in in progress stands; the same decision as when it began. */
  async progressOf(caller: SignInCaller): Promise<SignInOutcome> {
    const joinedNetworks = await this.joinedNetworks.of(caller.account)
    if (caller.signIn.isReEnrolling) return this.#reEnrolling(caller, joinedNetworks)
    const step = stepOf(caller.account, joinedNetworks, caller.signIn.evidence)
    switch (step.kind) {
      case 'second-step':
      case 'set-up':
        return { kind: step.kind, caller, joinedNetworks, ticket: null }
      case 'sso':
        return { kind: 'sso', joined: joinedNetworkOf(joinedNetworks, step.networkId), ticket: null }
      case 'signed-in':
        // The network has withdrawn the requirement that closed it: no further step is needed.
        return this.#complete(caller, joinedNetworks)
    }
  }

  /**
   * Signs in without the networks that are closed.
   * @throws Interruption FORBIDDEN when no other is open
   */
  async continueToOtherNetworks(caller: SignInCaller): Promise<SignInOutcome> {
    const joinedNetworks = await this.joinedNetworks.of(caller.account)
    const step = stepOf(caller.account, joinedNetworks, caller.signIn.evidence)
    if (step.kind !== 'set-up') return this.progressOf(caller)
    if (step.open.length === 0)
      throw forbidden('None of your other networks is open. Set up two-factor authentication to go on.')
    return this.#complete(caller, joinedNetworks)
  }

  async extend(caller: SignInCaller): Promise<SignInOutcome> {
    const extended = await this.signIns.extend(caller)
    return extended ? this.progressOf(extended) : this.progressOf(caller)
  }

  /** A re-enrolment ends when its grants do: revoking one ends the sign-in that used it. */
  async #reEnrolling(caller: SignInCaller, joinedNetworks: JoinedNetwork[]): Promise<SignInOutcome> {
    const { kind } = await this.reEnrolments.stateOf(caller.account, joinedNetworks)
    if (kind === 'usable') return { kind: 'set-up', caller, joinedNetworks, ticket: null }
    await this.signIns.cancel(caller)
    return { kind: 'expired' }
  }

  async #advance(
    account: AccountDocument,
    joinedNetworks: JoinedNetwork[],
    evidence: Evidence[],
    browser: Browser,
    text: FirstText | null,
  ): Promise<SignInOutcome> {
    const step = stepOf(account, joinedNetworks, evidence)
    switch (step.kind) {
      case 'signed-in': {
        const opens = this.joinedNetworks.openedBy(account, joinedNetworks, evidence)
        const opened = await this.sessions.open(account, evidence, browser.origin, browser.id, opens)
        return { kind: 'signed-in', opened, joinedNetworks }
      }
      case 'sso': {
        const ticket = await this.signIns.beginAwaitingSso(account, evidence, browser.origin, browser.id)
        return { kind: 'sso', joined: joinedNetworkOf(joinedNetworks, step.networkId), ticket }
      }
      case 'second-step':
      case 'set-up': {
        const draft = this.signIns.draft(account, evidence, browser.origin, browser.id)
        const { createdAt } = draft.signIn
        const isAsked = step.kind === 'second-step'
        const tellAt = isAsked ? new Date(createdAt.getTime() + limits.unfinishedSignIn.after) : null
        const prepared = await this.codes.prepare(account, { ...draft.signIn, tellAt }, step, text)
        const { caller, ticket } = await this.signIns.begin(account, draft.ticket, prepared.signIn)
        prepared.send()
        return { kind: step.kind, caller, joinedNetworks, ticket }
      }
    }
  }

  async #complete(caller: SignInCaller, joinedNetworks: JoinedNetwork[]): Promise<SignInOutcome> {
    const opened = await this.signIns.complete(caller, caller.account, caller.signIn.evidence)
    return opened ? { kind: 'signed-in', opened, joinedNetworks } : { kind: 'expired' }
  }
}

function stepOf(
  account: AccountDocument,
  joinedNetworks: readonly JoinedNetwork[],
  evidence: readonly Evidence[],
): NextSignInStep {
  return nextSignInStep(accountFactsOf(account), joinedNetworks.map(networkFactsOf), evidence)
}

function networkFactsOf({ network, standing, needsSso }: JoinedNetwork) {
  return { networkId: network._id, standing, needsSso }
}

function joinedNetworkOf(joinedNetworks: readonly JoinedNetwork[], networkId: string): JoinedNetwork {
  const joined = joinedNetworks.find(({ network }) => network._id === networkId)
  if (!joined) throw new Error(`The next step names a network that the account is not in: ${networkId}`)
  return joined
}
