import { inject } from '@needle-di/core'
import { checkAttempts } from '../domain/attempt-limit.js'
import { Clock } from '../platform/clock/clock.js'
import type { SignInCaller } from '../sessions/caller.js'
import { SignInProgressService } from '../sessions/sign-in-progress.service.js'
import { MailboxProofService } from '../two-factor/mailbox-proof/mailbox-proof.service.js'
import { ReEnrolmentService } from '../two-factor/re-enrolment/re-enrolment.service.js'
import { type SignInOutcome, SignInService } from './sign-in.service.js'

/** Moves a sign-in from a second step that the person has lost to its re-enrolment, if their networks granted one. */
export class StartReEnrolmentService {
  constructor(
    private readonly signIns = inject(SignInService),
    private readonly inProgress = inject(SignInProgressService),
    private readonly reEnrolments = inject(ReEnrolmentService),
    private readonly mailboxProofs = inject(MailboxProofService),
    private readonly clock = inject(Clock),
  ) {}

  /** Without enough grants the sign-in stays where it is. A lock of the second step holds here too: no grant lifts one. */
  async begin(caller: SignInCaller): Promise<SignInOutcome> {
    const now = await this.signIns.progressOf(caller)
    if (now.kind !== 'second-step') return now
    const { kind } = await this.reEnrolments.stateOf(caller.account, now.joinedNetworks)
    if (kind !== 'usable') return now
    const attempts = checkAttempts(caller.account.attempts, this.clock.now())
    if (attempts.kind === 'too-many') return attempts
    const moved = await this.inProgress.reEnrol(caller)
    if (!moved) return { kind: 'expired' }
    // A mailbox that is over its limit is reported by "send again".
    await this.mailboxProofs.send(moved)
    return this.signIns.progressOf(moved)
  }
}
