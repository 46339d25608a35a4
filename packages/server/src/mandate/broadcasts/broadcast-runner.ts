import { InjectionToken, inject } from '@needle-di/core'
import { ProfileStore } from '../../accounts/profile.store.js'
import { partOf, protections } from '../../domain/protection.js'
import { JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import { type MembershipDocument, memberOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { LeaseQueue, type Settled } from '../../platform/queue/lease-queue.js'
import { AnnounceHandler } from '../announcements/announce.handler.js'
import { ExtendHandler, MethodsHandler, SettingsHandler, WithdrawHandler } from '../announcements/change.handlers.js'
import { CloseHandler } from '../deadline-sweep/close.handler.js'
import { NudgeHandler, RemindHandler } from '../reminders/remind.handler.js'
import type { BroadcastDocument, BroadcastHandler, BroadcastKind, BroadcastMember } from './broadcast.model.js'
import { BroadcastStore, type ClaimedBroadcast } from './broadcast.store.js'

export const broadcastLeaseMs = 60_000
/** After this time a broadcast yields to the other broadcasts that are due. */
const turnMs = 5_000

/**
 * Processes broadcasts batch by batch. A batch is recorded after it is handled, so a crash in between repeats it; handlers
 * are idempotent. Access never depends on a broadcast.
 */
export class BroadcastRunner {
  readonly #queue: LeaseQueue<BroadcastDocument>
  readonly #stopping = new AbortController()

  constructor(
    private readonly store = inject(BroadcastStore),
    private readonly handlers = inject(BroadcastHandlers),
    private readonly networks = inject(NetworkStore),
    private readonly profiles = inject(ProfileStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly clock = inject(Clock),
    private readonly batchSize = 250,
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
    const handler = this.handlers[claimed.kind]
    const endsAt = this.#now().getTime() + turnMs
    for (let broadcast: ClaimedBroadcast | null = claimed; broadcast; ) {
      const network = await this.networks.byId(broadcast.networkId)
      if (!network || isObsolete(broadcast, network)) return { update: finished(this.#now()) }
      const batch = await this.store.batch(broadcast, notYetIn(network, this.#now()), this.batchSize)
      const last = batch.at(-1)
      if (!last) {
        await handler.finish?.(broadcast, network)
        return { update: finished(this.#now()) }
      }
      const reached = await handler.handle(broadcast, network, await this.#membersOf(broadcast, network, batch))
      broadcast = await this.store.advance(broadcast, last._id, reached, this.#queue.leaseEnd())
      if (broadcast && (this.#stopping.signal.aborted || this.#now().getTime() >= endsAt))
        return { update: { $set: { dueAt: this.#now() }, $unset: { claim: 1 } } }
    }
    return null
  }

  async #membersOf(
    { joinedUntil }: ClaimedBroadcast,
    network: NetworkDocument,
    batch: readonly MembershipDocument[],
  ): Promise<BroadcastMember[]> {
    const accounts = await this.profiles.byIds(batch.map(({ accountId }) => accountId))
    const byId = new Map(accounts.map((account) => [account._id, account]))
    return batch.flatMap((each) => {
      const account = byId.get(each.accountId)
      const membership = memberOf(network, each)
      if (!account || !membership || membership.joinedAt > joinedUntil) return []
      return [
        { account, membership, standing: this.joinedNetworks.joinedNetworkOf(account, network, membership).standing },
      ]
    })
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

/** What is done for each member in a broadcast of each kind. */
export type BroadcastHandlers = Readonly<Record<BroadcastKind, BroadcastHandler>>
export const BroadcastHandlers = new InjectionToken<BroadcastHandlers>('BroadcastHandlers', {
  factory: () => ({
    announce: inject(AnnounceHandler),
    withdraw: inject(WithdrawHandler),
    remind: inject(RemindHandler),
    nudge: inject(NudgeHandler),
    extend: inject(ExtendHandler),
    methods: inject(MethodsHandler),
    settings: inject(SettingsHandler),
    close: inject(CloseHandler),
  }),
})
