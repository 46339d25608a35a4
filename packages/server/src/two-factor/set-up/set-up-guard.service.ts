import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { FactorMethod, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { hasTwoFactor, methodsOf } from '../../accounts/account-factors.js'
import { type Evidence, missingFreshEvidence, provedAt } from '../../domain/evidence.js'
import { proofForChange } from '../../domain/method-protection.js'
import { assertionFor } from '../../domain/sso-policy.js'
import { isClosed, type JoinedNetwork, JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { Interruption, reauthenticationRequired, unauthenticated } from '../../platform/errors/interruption.js'
import type { SessionCaller, SignInCaller } from '../../sessions/caller.js'
import { ReEnrolmentService } from '../re-enrolment/re-enrolment.service.js'

export type SetUpCaller = SessionCaller | SignInCaller

/** Who may set up a factor, and what has to be proved before: checked when a set-up begins. */
export class SetUpGuardService {
  constructor(
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly reEnrolments = inject(ReEnrolmentService),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * A session needs fresh evidence; a first factor also needs the mailbox while any network of the account is closed,
   * since only a password was shown then. A sign-in that waits for the second step cannot set anything up, unless the
   * networks agreed to a re-enrolment, which always needs the mailbox.
   * @throws Interruption UNAUTHENTICATED, REAUTHENTICATION_REQUIRED, and what `requireProofFor` throws
   */
  async requireMayBegin(caller: SetUpCaller, method: FactorMethod): Promise<void> {
    const isFirst = !hasTwoFactor(caller.account)
    if (caller.kind === 'sign-in' && !isFirst && !(await this.#mayReEnrol(caller))) throw unauthenticated()
    if (caller.kind === 'session') {
      const needs = missingFreshEvidence(caller.session.evidence, !isFirst, this.clock.now())
      if (needs.length > 0) throw reauthenticationRequired(needs)
      await this.requireProofFor(caller, [method])
    }
    if (await this.needsMailbox(caller)) throw reauthenticationRequired(['MAILBOX'])
  }

  /**
   * A change of these methods needs a second step that the networks they open accept.
   * @throws Interruption TWO_FACTOR_REQUIRED, naming the first network that requires more than was shown
   */
  async requireProofFor({ account, session }: SessionCaller, changed: readonly SecondStepMethod[]): Promise<void> {
    const now = this.clock.now()
    for (const joined of await this.joinedNetworks.of(account))
      for (const method of changed) {
        const wanted = proofForChange(method, joined, methodsOf(account), session.evidence, now)
        if (wanted) throw strongerStepRequired(joined.network, wanted)
      }
  }

  /** Whether the mailbox has to be proved before the set-up; a proof holds as long as a set-up may take. */
  async needsMailbox(caller: SetUpCaller): Promise<boolean> {
    if (this.#hasProvedMailbox(caller)) return false
    if (hasTwoFactor(caller.account)) return isReEnrolling(caller)
    const joinedNetworks = await this.joinedNetworks.of(caller.account)
    return joinedNetworks.some((joined) => isClosed(joined) || isProvidersAlone(joined, caller))
  }

  async #mayReEnrol(caller: SignInCaller): Promise<boolean> {
    return isReEnrolling(caller) && (await this.reEnrolments.stateOf(caller.account)).kind === 'usable'
  }

  #hasProvedMailbox(caller: SetUpCaller): boolean {
    const at = provedAt(evidenceOf(caller), ({ method }) => method === 'MAILBOX')
    return at !== null && this.clock.now().getTime() < at.getTime() + limits.setUpLifetime
  }
}

function strongerStepRequired({ _id, slug, name }: NetworkDocument, methods: FactorMethod[]): Interruption {
  return new Interruption(
    'TWO_FACTOR_REQUIRED',
    `${name} asks for a method that it accepts before you change how you sign in to it. If you lost it, ask an Admin of ${name}.`,
    { network: { id: _id, slug, name }, acceptedMethods: methods, methods },
  )
}

/** Until the account has a second step of its own, only the identity provider opens it, which this session lacks. */
function isProvidersAlone({ network, standing, needsSso }: JoinedNetwork, caller: SetUpCaller): boolean {
  return standing.kind === 'exempt-sso' && !needsSso && assertionFor(network._id, evidenceOf(caller)) === null
}

export function isReEnrolling(caller: SetUpCaller): boolean {
  return caller.kind === 'sign-in' && caller.signIn.isReEnrolling
}

function evidenceOf(caller: SetUpCaller): readonly Evidence[] {
  return caller.kind === 'session' ? caller.session.evidence : caller.signIn.evidence
}

/** What a set-up is begun by: nobody else is shown its secret. */
export function beginnerOf(caller: SetUpCaller): string {
  return caller.kind === 'session' ? caller.session.publicId : caller.signIn.publicId
}
