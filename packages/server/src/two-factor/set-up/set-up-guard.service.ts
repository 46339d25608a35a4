import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { hasTwoFactor } from '../../accounts/account.model.js'
import { missingFreshEvidence, provedAt } from '../../domain/evidence.js'
import { DoorsService, isClosed } from '../../memberships/doors.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { reauthenticationRequired, unauthenticated } from '../../platform/errors/interruption.js'
import type { SessionCaller, TicketCaller } from '../../sessions/caller.js'
import { ReEnrolmentService } from '../re-enrolment/re-enrolment.service.js'

export type SetUpCaller = SessionCaller | TicketCaller

/** Who may set up a factor, and what has to be proved before: judged when a set-up begins. */
export class SetUpGuardService {
  constructor(
    private readonly doors = inject(DoorsService),
    private readonly reEnrolments = inject(ReEnrolmentService),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * A session needs fresh evidence; a first factor, while any network of the account is closed, the mailbox besides,
   * since then nothing but a password was shown. In a sign-in that is only for the second step nothing can be set up,
   * unless the networks agreed that it is set up anew; the mailbox is proved then in any case.
   * @throws Interruption UNAUTHENTICATED, REAUTHENTICATION_REQUIRED
   */
  async requireMayBegin(caller: SetUpCaller): Promise<void> {
    const isFirst = !hasTwoFactor(caller.account)
    if (caller.kind === 'ticket' && !isFirst && !(await this.#mayReEnrol(caller))) throw unauthenticated()
    if (caller.kind === 'session') {
      const needs = missingFreshEvidence(caller.session.evidence, !isFirst, this.clock.now())
      if (needs.length > 0) throw reauthenticationRequired(needs)
    }
    if (await this.needsMailbox(caller)) throw reauthenticationRequired(['MAILBOX'])
  }

  /** Whether the mailbox has to be proved before the set-up; a proof holds as long as a set-up may take. */
  async needsMailbox(caller: SetUpCaller): Promise<boolean> {
    if (this.#hasProvedMailbox(caller)) return false
    if (hasTwoFactor(caller.account)) return isReEnrolling(caller)
    const doors = await this.doors.doorsOf(caller.account)
    return doors.some(isClosed)
  }

  async #mayReEnrol(caller: TicketCaller): Promise<boolean> {
    return isReEnrolling(caller) && (await this.reEnrolments.stateOf(caller.account)).kind === 'usable'
  }

  #hasProvedMailbox(caller: SetUpCaller): boolean {
    const { evidence } = caller.kind === 'session' ? caller.session : caller.signIn
    const at = provedAt(evidence, ({ method }) => method === 'MAILBOX')
    return at !== null && this.clock.now().getTime() < at.getTime() + limits.setUpLifetime
  }
}

export function isReEnrolling(caller: SetUpCaller): boolean {
  return caller.kind === 'ticket' && caller.signIn.isReEnrolling
}

/** What a set-up is begun by: nobody else is shown its secret. */
export function beginnerOf(caller: SetUpCaller): string {
  return caller.kind === 'session' ? caller.session.publicId : caller.signIn.publicId
}
