import { inject } from '@needle-di/core'
import { ProfileStore } from '../../accounts/profile.store.js'
import { partOf, protections } from '../../domain/protection.js'
import { DoorsService } from '../../memberships/doors.service.js'
import { memberOf } from '../../memberships/member-of.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { LeaseQueue, type Settled } from '../../platform/queue/lease-queue.js'
import type { RoundDocument } from './round.model.js'
import { type ClaimedRound, RoundStore } from './round.store.js'
import type { RoundMember } from './round.types.js'
import { RoundHandlers } from './round-handlers.js'

export const roundLeaseMs = 60_000
/** After this time a round yields to the other rounds that are due. */
const turnMs = 5_000

/**
 * Processes rounds batch by batch. A batch is recorded after it is handled, so a crash in between repeats it; handlers
 * are idempotent. Access never depends on a round.
 */
export class RoundRunner {
  readonly #queue: LeaseQueue<RoundDocument>
  readonly #stopping = new AbortController()

  constructor(
    private readonly store = inject(RoundStore),
    private readonly handlers = inject(RoundHandlers),
    private readonly networks = inject(NetworkStore),
    private readonly profiles = inject(ProfileStore),
    private readonly doors = inject(DoorsService),
    private readonly clock = inject(Clock),
    private readonly batchSize = 250,
  ) {
    this.#queue = new LeaseQueue({ store: store.leases, clock, leaseMs: roundLeaseMs, attemptMs: 0, portion: 1 })
  }

  /** Processes due rounds, the oldest first. Safe to run concurrently. */
  async runDue(): Promise<void> {
    await this.#queue.drain(
      { filter: () => ({}), sort: { dueAt: 1 }, handle: (round) => this.#process(round) },
      { lanes: 1, signal: this.#stopping.signal },
    )
  }

  /** Stops after the current batch. */
  stop(): void {
    this.#stopping.abort()
  }

  async #process(claimed: ClaimedRound): Promise<Settled<RoundDocument> | null> {
    const handler = this.handlers[claimed.kind]
    const endsAt = this.#now().getTime() + turnMs
    for (let round: ClaimedRound | null = claimed; round; ) {
      const network = await this.networks.byId(round.networkId)
      if (!network || isObsolete(round, network)) return { update: finished(this.#now()) }
      const batch = await this.store.batch(round, notYetIn(network, this.#now()), this.batchSize)
      const last = batch.at(-1)
      if (!last) {
        await handler.finish?.(round, network)
        return { update: finished(this.#now()) }
      }
      const reached = await handler.handle(round, network, await this.#membersOf(round, network, batch))
      round = await this.store.advance(round, last._id, reached, this.#queue.leaseEnd())
      if (round && (this.#stopping.signal.aborted || this.#now().getTime() >= endsAt))
        return { update: { $set: { dueAt: this.#now() }, $unset: { claim: 1 } } }
    }
    return null
  }

  async #membersOf(
    { joinedUntil }: ClaimedRound,
    network: NetworkDocument,
    batch: readonly MembershipDocument[],
  ): Promise<RoundMember[]> {
    const accounts = await this.profiles.byIds(batch.map(({ accountId }) => accountId))
    const byId = new Map(accounts.map((account) => [account._id, account]))
    return batch.flatMap((each) => {
      const account = byId.get(each.accountId)
      const membership = memberOf(network, each)
      if (!account || !membership || membership.joinedAt > joinedUntil) return []
      return [{ account, membership, standing: this.doors.doorOf(account, network, membership).standing }]
    })
  }

  #now(): Date {
    return this.clock.now()
  }
}

function finished(doneAt: Date) {
  return { $set: { doneAt }, $unset: { dueAt: 1, claim: 1 } } as const
}

/** Checked before every batch, so that a deactivation stops the round at once. */
function isObsolete({ kind, activationId }: ClaimedRound, { mandate }: NetworkDocument): boolean {
  return kind === 'withdraw' ? mandate !== null : mandate?.activationId !== activationId
}

/** The protections of members who still have to set up 2FA. */
export function notYetIn(network: NetworkDocument, now: Date): number[] {
  return protections.filter((each) => partOf(each, policyOf(network), now) === 'not-yet')
}
