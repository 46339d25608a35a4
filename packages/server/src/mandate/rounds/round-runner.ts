import type { ProfileStore } from '../../accounts/profile.store.js'
import { partOf, protections } from '../../domain/protection.js'
import type { DoorsService } from '../../memberships/doors.service.js'
import { memberOf } from '../../memberships/member-of.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import type { NetworkStore } from '../../networks/network.store.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { RoundKind } from './round.model.js'
import type { HeldRound, RoundStore } from './round.store.js'
import type { Visited, Visitor } from './round.types.js'

export const roundLeaseMs = 60_000

/**
 * Carries rounds on, batch by batch. Each batch is done before it is noted as done, so a death in between repeats it,
 * and every visitor is a no-op the second time. Nothing that lets anybody in or out rests on this.
 */
export class RoundRunner {
  #isStopping = false

  constructor(
    private readonly store: RoundStore,
    private readonly visitors: Readonly<Record<RoundKind, Visitor>>,
    private readonly networks: NetworkStore,
    private readonly profiles: ProfileStore,
    private readonly doors: DoorsService,
    private readonly clock: Clock,
    private readonly batchSize = 250,
  ) {}

  /**
   * Works through what is due. Any number may run at once.
   * @param maxMs gives the rest back for a later run: a job must end before its lock does
   */
  async runDue(maxMs: number): Promise<void> {
    const endsAt = this.#now().getTime() + maxMs
    const isTimeLeft = () => !this.#isStopping && this.#now().getTime() < endsAt
    const failures: unknown[] = []
    while (isTimeLeft()) {
      const round = await this.store.take(this.#now(), this.#leaseEnd())
      if (!round) break
      // One that fails comes back when its lease ends, and holds no other up.
      await this.#carryOn(round, isTimeLeft).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  }

  /** Ends after the batch under way. */
  stop(): void {
    this.#isStopping = true
  }

  async #carryOn(taken: HeldRound, isTimeLeft: () => boolean): Promise<void> {
    const visitor = this.visitors[taken.kind]
    let round: HeldRound | null = taken
    while (round) {
      const network = await this.networks.byId(round.networkId)
      if (!network || isOver(round, network)) return this.store.finish(round, this.#now())
      const batch = await this.store.batch(round, notYetIn(network, this.#now()), this.batchSize)
      const last = batch.at(-1)
      if (!last) {
        await visitor.finish?.(round, network)
        return this.store.finish(round, this.#now())
      }
      const reached = await visitor.visit(round, network, await this.#visited(round, network, batch))
      round = await this.store.advance(round, last._id, reached, this.#leaseEnd())
      if (round && !isTimeLeft()) return this.store.release(round, this.#now())
    }
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

  #leaseEnd(): Date {
    return new Date(this.#now().getTime() + roundLeaseMs)
  }
}

/** Asked again before every batch: what was withdrawn meanwhile stops at once. */
function isOver({ kind, activationId }: HeldRound, { mandate }: NetworkDocument): boolean {
  return kind === 'withdraw' ? mandate !== null : mandate?.activationId !== activationId
}

/** The protections of those who still have to act. */
export function notYetIn(network: NetworkDocument, now: Date): number[] {
  return protections.filter((each) => partOf(each, policyOf(network), now) === 'not-yet')
}
