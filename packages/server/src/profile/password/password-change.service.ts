import { inject } from '@needle-di/core'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { PasswordHasher } from '../../platform/crypto/password-hasher.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import { passwordProblem } from './password-rules.js'

export type ChangePasswordOutcome =
  | { kind: 'changed'; at: Date; caller: SessionCaller }
  | { kind: 'weak'; problem: string }
  | { kind: 'overtaken' }

/** Changes the password of a signed-in person. */
export class PasswordChangeService {
  constructor(
    private readonly profiles = inject(ProfileStore),
    private readonly sessions = inject(SessionService),
    private readonly hasher = inject(PasswordHasher),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** In a session with fresh evidence; the other sessions end. */
  async change(caller: SessionCaller, password: string, origin: Origin): Promise<ChangePasswordOutcome> {
    const problem = await passwordProblem(password, caller.account)
    if (problem) return { kind: 'weak', problem }
    const passwordHash = await this.hasher.hash(password)
    const now = this.clock.now()
    const event = { type: 'account.password_changed' as const, ...eventOf(caller.account, origin, now) }
    const account = await this.profiles.changePassword(caller.account._id, caller.account.epoch, passwordHash, event)
    if (!account) return { kind: 'overtaken' }
    const next = await this.sessions.follow(caller, account)
    this.relay.dispatchSoon('accounts', account._id)
    return { kind: 'changed', at: now, caller: next }
  }
}
