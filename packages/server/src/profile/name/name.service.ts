import { inject } from '@needle-di/core'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import { accountOvertaken } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import { nameProblem } from './name-rules.js'

export type NameOutcome = { kind: 'changed'; caller: SessionCaller } | { kind: 'invalid'; problem: string }

export class NameService {
  constructor(
    private readonly profiles = inject(ProfileStore),
    private readonly sessions = inject(SessionService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws Interruption when another change came first */
  async change(caller: SessionCaller, name: string, origin: Origin): Promise<NameOutcome> {
    const problem = nameProblem(name)
    if (problem) return { kind: 'invalid', problem }
    const event = { type: 'account.name_changed' as const, ...eventOf(caller.account, origin, this.clock.now()) }
    const account = await this.profiles.changeName(caller.account._id, caller.account.epoch, name.trim(), event)
    if (!account) throw accountOvertaken()
    const next = await this.sessions.follow(caller, account)
    this.relay.dispatchSoon('accounts', account._id)
    return { kind: 'changed', caller: next }
  }
}
