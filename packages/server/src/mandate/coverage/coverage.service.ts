import { inject } from '@needle-di/core'
import { type Coverage, coverageOf, methodsIn, type ProtectionCount, protectionOf } from '../../domain/protection.js'
import type { EventsFor } from '../../events/consequences.js'
import { membershipIdOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { CoverageHistoryStore, CoverageStore } from './coverage.store.js'

/** Networks up to this size are counted on request; larger ones use the count made in the background. */
export const COUNTED_LIVE = 1_000
const RECOUNTED_AT_ONCE = 50

/**
 * How many members of a network are protected, and how. Networks of up to a thousand are counted on request; larger ones
 * use the stored count, and are counted in full only where there is none yet.
 */
export class CoverageService {
  constructor(
    private readonly store = inject(CoverageStore),
    private readonly history = inject(CoverageHistoryStore),
    private readonly clock = inject(Clock),
  ) {}

  async of(network: NetworkDocument): Promise<Coverage> {
    return coverageOf(await this.counts(network), policyOf(network), this.clock.now())
  }

  /** One command, whatever the size. */
  async counts(network: NetworkDocument): Promise<ProtectionCount[]> {
    const { live, kept } = await this.store.countBesideKept(network._id, leavingOf(network), COUNTED_LIVE + 1)
    if (totalOf(live) <= COUNTED_LIVE) return live
    return kept?.countedAt ? kept.counts : this.#recount(network, kept?.staleBy ?? null)
  }

  /** Marks the counts as outdated; the worker counts again. */
  async follow(event: EventsFor<'coverage'>): Promise<void> {
    const networkIds = 'networkId' in event ? [event.networkId] : await this.store.networksOf(event.accountId)
    await this.store.markStale(networkIds, event.id)
  }

  /** Recounts changed networks and records the points of the chart; the worker's job. */
  async recountStale(networksOf: (ids: string[]) => Promise<NetworkDocument[]>): Promise<void> {
    const stale = await this.store.stale(RECOUNTED_AT_ONCE)
    const networks = await networksOf(stale.map(({ _id }) => _id))
    for (const network of networks) {
      await this.#recount(network, stale.find(({ _id }) => _id === network._id)?.staleBy ?? null)
    }
  }

  /** Members of all networks, as last counted: with a method of their own, by a company sign-in alone, or neither. */
  async everywhere(): Promise<Record<'two_factor' | 'company_sign_in' | 'none', number>> {
    const sums = { two_factor: 0, company_sign_in: 0, none: 0 }
    for (const { protection, count } of await this.store.everywhere()) {
      if (methodsIn(protection).length > 0) sums.two_factor += count
      else sums[protection === protectionOf([], false, 'MEMBER') ? 'none' : 'company_sign_in'] += count
    }
    return sums
  }

  async #recount(network: NetworkDocument, staleBy: string | null): Promise<ProtectionCount[]> {
    const now = this.clock.now()
    const counts = await this.store.count(network._id, leavingOf(network), null)
    await this.store.keep(network._id, counts, now, staleBy)
    await this.history.note(network._id, now, coverageOf(counts, policyOf(network), now))
    return counts
  }
}

function totalOf(counts: readonly ProtectionCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}

/** A member who is leaving no longer counts. */
function leavingOf({ _id, departures }: NetworkDocument): string[] {
  return departures.map(({ accountId }) => membershipIdOf(_id, accountId))
}
