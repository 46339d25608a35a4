import { inject } from '@needle-di/core'
import { partOf, protections } from '../../domain/protection.js'
import { EventRelay } from '../../events/event-relay.js'
import { memberOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { LeaseQueue, type Settled } from '../../platform/queue/lease-queue.js'
import { DeadlineSweepService } from '../deadline-sweep/deadline-sweep.service.js'
import { ChosenMembersService } from '../members/chosen-members.service.js'
import type { BroadcastDocument, BroadcastMember } from './broadcast.model.js'
import { BroadcastStore, type ClaimedBroadcast } from './broadcast.store.js'
import { BroadcastMail, emailFor } from './broadcast-mail.js'
import { endEventOf } from './broadcasts-for.js'

export const broadcastLeaseMs = 60_000
const BATCH = 250
/** After this time a broadcast yields to the other broadcasts that are due. */
const turnMs = 5_000

/**
 * Processes broadcasts batch by batch. A batch is recorded after it is handled, so a crash in between repeats it: what is
 * done for a member is idempotent. Access never depends on a broadcast.
 */
export class BroadcastRunner {
  readonly #queue: LeaseQueue<BroadcastDocument>
  readonly #stopping = new AbortController()

  constructor(
    private readonly store = inject(BroadcastStore),
    private readonly networks = inject(NetworkStore),
    private readonly members = inject(ChosenMembersService),
    private readonly mail = inject(BroadcastMail),
    private readonly sweep = inject(DeadlineSweepService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {
    this.#queue = new LeaseQueue({ store: store.leases, clock, leaseMs: broadcastLeaseMs, attemptMs: 0, portion: 1 })
  }

  /** Processes due broadcasts, the oldest first. Safe to run concurrently. */
  async runDue(): Promise<void> {
    await this.#queue.drain(
      { filter: () => ({}), sort: { dueAt: 1 }, handle: (broadcast) => this.#process(broadcast) },
      { lanes: 1, signal: this.#stopping.signal },
    )
  }

  /** Stops after the current batch. */
  stop(): void {
    this.#stopping.abort()
  }

  async #process(claimed: ClaimedBroadcast): Promise<Settled<BroadcastDocument> | null> {
    const endsAt = this.#now().getTime() + turnMs
    for (let broadcast: ClaimedBroadcast | null = claimed; broadcast; ) {
      const network = await this.networks.byId(broadcast.networkId)
      if (!network || isObsolete(broadcast, network)) return { update: finished(this.#now()) }
      const batch = await this.store.batch(broadcast, notYetIn(network, this.#now()), BATCH)
      const last = batch.at(-1)
      if (!last) {
        const event = endEventOf(broadcast, network, this.#now())
        if (event) await this.relay.emit(event)
        return { update: finished(this.#now()) }
      }
      const { joinedUntil } = broadcast
      const memberships = batch
        .flatMap((each) => memberOf(network, each) ?? [])
        .filter(({ joinedAt }) => joinedAt <= joinedUntil)
      const reached = await this.#reach(broadcast, network, await this.members.membersOf(network, memberships))
      broadcast = await this.store.advance(broadcast, last._id, reached, this.#queue.leaseEnd())
      if (broadcast && (this.#stopping.signal.aborted || this.#now().getTime() >= endsAt))
        return { update: { $set: { dueAt: this.#now() }, $unset: { claim: 1 } } }
    }
    return null
  }

  /** @returns the number of members affected */
  async #reach(
    broadcast: ClaimedBroadcast,
    network: NetworkDocument,
    members: readonly BroadcastMember[],
  ): Promise<number> {
    const { kind } = broadcast
    if (kind === 'close') return this.sweep.close(broadcast, network, members)
    const now = this.#now()
    const emails = members.flatMap((member) => emailFor[kind](member, broadcast, network, now) ?? [])
    return kind === 'nudge' ? this.mail.putNew(emails) : this.mail.put(emails)
  }

  #now(): Date {
    return this.clock.now()
  }
}

function finished(doneAt: Date) {
  return { $set: { doneAt }, $unset: { dueAt: 1, claim: 1 } } as const
}

/** Checked before every batch, so that a deactivation stops the broadcast at once. */
function isObsolete({ kind, activationId }: ClaimedBroadcast, { mandate }: NetworkDocument): boolean {
  return kind === 'withdraw' ? mandate !== null : mandate?.activationId !== activationId
}

/** The protections of members who still have to set up 2FA. */
export function notYetIn(network: NetworkDocument, now: Date): number[] {
  return protections.filter((each) => partOf(each, policyOf(network), now) === 'not-yet')
}
