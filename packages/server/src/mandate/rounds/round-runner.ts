import type { ProfileStore } from '../../accounts/profile.store.js'
import { partOf, protections } from '../../domain/protection.js'
import type { DoorsService } from '../../memberships/doors.service.js'
import { memberOf } from '../../memberships/member-of.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import type { NetworkStore } from '../../networks/network.store.js'
import type { Clock } from '../../platform/clock/clock.js'
import { LeaseQueue, type Settled } from '../../platform/queue/lease-queue.js'
import type { RoundDocument, RoundKind } from './round.model.js'
import type { HeldRound, RoundStore } from './round.store.js'
import type { Visited, Visitor } from './round.types.js'

export const roundLeaseMs = 60_000
/** After so long a round steps aside for the others that are due. */
const turnMs = 5_000

/**
 * Carries rounds on, batch by batch. Each batch is done before it is noted as done, so a death in between repeats it,
 * and every visitor is a no-op the second time. Nothing that lets anybody in or out rests on this.
 */
export class RoundRunner {
  readonly #queue: LeaseQueue<RoundDocument>
  readonly #stopping = new AbortController()

  constructor(
    private readonly store: RoundStore,
    private readonly visitors: Readonly<Record<RoundKind, Visitor>>,
    private readonly networks: NetworkStore,
    private readonly profiles: ProfileStore,
    private readonly doors: DoorsService,
    private readonly clock: Clock,
    private readonly batchSize = 250,
  ) {
    this.#queue = new LeaseQueue({ store: store.leases, clock, leaseMs: roundLeaseMs, attemptMs: 0, portion: 1 })
  }

  /** Works through what is due, the longest due first. Any number may run at once. */
  async runDue(): Promise<void> {
    await this.#queue.drain(
      { filter: () => ({}), sort: { dueAt: 1 }, handle: (round) => this.#carryOn(round) },
      { lanes: 1, signal: this.#stopping.signal },
    )
  }

  /** Ends after the batch under way. */
  stop(): void {
    this.#stopping.abort()
  }

  async #carryOn(taken: HeldRound): Promise<Settled<RoundDocument> | null> {
    const visitor = this.visitors[taken.kind]
    const endsAt = this.#now().getTime() + turnMs
    for (let round: HeldRound | null = taken; round; ) {
      const network = await this.networks.byId(round.networkId)
      if (!network || isOver(round, network)) return { update: finished(this.#now()) }
      const batch = await this.store.batch(round, notYetIn(network, this.#now()), this.batchSize)
      const last = batch.at(-1)
      if (!last) {
        await visitor.finish?.(round, network)
        return { update: finished(this.#now()) }
      }
      const reached = await visitor.visit(round, network, await this.#visited(round, network, batch))
      round = await this.store.advance(round, last._id, reached, this.#queue.leaseEnd())
      if (round && (this.#stopping.signal.aborted || this.#now().getTime() >= endsAt))
        return { update: { $set: { dueAt: this.#now() }, $unset: { claim: 1 } } }
    }
    return null
  }

  async #visited(
    { joinedUntil }: HeldRound,
    network: NetworkDocument,
    batch: readonly MembershipDocument[],
  ): Promise<Visited[]> {
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

/** Asked again before every batch: what was withdrawn meanwhile stops at once. */
function isOver({ kind, activationId }: HeldRound, { mandate }: NetworkDocument): boolean {
  return kind === 'withdraw' ? mandate !== null : mandate?.activationId !== activationId
}

/** The protections of those who still have to act. */
export function notYetIn(network: NetworkDocument, now: Date): number[] {
  return protections.filter((each) => partOf(each, policyOf(network), now) === 'not-yet')
}
