import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { NetworkEvent } from '../../events/event.types.js'
import { systemEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { isClosed, JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import type { BroadcastDocument, BroadcastMember } from '../broadcasts/broadcast.model.js'
import { BroadcastMail, deadlinePassedTo } from '../broadcasts/broadcast-mail.js'
import { ClosedSessionsStore } from './closed-sessions.store.js'

/**
 * Cleans up after a deadline. Requests are rejected from its first millisecond on; this ends sessions without an open
 * network, notifies the members, and records for each that they are overdue.
 */
export class DeadlineSweepService {
  constructor(
    private readonly mail = inject(BroadcastMail),
    private readonly sessions = inject(ClosedSessionsStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** For a batch of members; idempotent. @returns how many of them are overdue */
  async close(
    broadcast: BroadcastDocument,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const overdue = members.filter(({ standing }) => isFrom(standing, broadcast.deadline))
    await this.#endSessions(overdue, broadcast.deadline)
    await this.mail.put(overdue.map((member) => deadlinePassedTo(member, broadcast._id, network)))
    await this.relay.emit(...overdue.map((each) => this.#eventOf(each, broadcast, network)))
    return overdue.length
  }

  /** Ends sessions from before the deadline, if the account has no other open network. */
  async #endSessions(overdue: readonly BroadcastMember[], deadline: Date | null): Promise<void> {
    if (!deadline) return
    const closed: AccountDocument[] = []
    for (const { account } of overdue) if (await this.#hasNothingOpen(account)) closed.push(account)
    await this.sessions.endOpenedBefore(
      closed.map(({ _id }) => _id),
      deadline,
      closed.flatMap((account) => settingUp(account, this.clock.now())),
    )
  }

  async #hasNothingOpen(account: AccountDocument): Promise<boolean> {
    if (account.networkIds.length <= 1) return true
    return (await this.joinedNetworks.of(account)).every(isClosed)
  }

  #eventOf({ account }: BroadcastMember, broadcast: BroadcastDocument, network: NetworkDocument): NetworkEvent {
    return {
      type: 'member.overdue',
      accountId: account._id,
      email: account.email,
      ...systemEventOf(network, this.clock.now()),
      id: `${broadcast._id}:${account._id}`,
    }
  }
}

/** The public ids of sessions with a set-up in progress: it may be finished after the deadline. */
function settingUp({ setUps }: AccountDocument, now: Date): string[] {
  return Object.values(setUps).flatMap((setUp) => (setUp && now < setUp.expiresAt ? [setUp.begunBy] : []))
}

function isFrom(standing: BroadcastMember['standing'], deadline: Date | null): boolean {
  return standing.kind === 'overdue' && standing.since.getTime() === deadline?.getTime()
}
