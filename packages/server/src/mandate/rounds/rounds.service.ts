import { inject } from '@needle-di/core'
import type { DomainEvent } from '../../events/event.types.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { Jobs } from '../../platform/jobs/jobs.js'
import { OneRun } from '../../platform/jobs/one-run.js'
import type { RoundDocument } from './round.model.js'
import { RoundStore } from './round.store.js'
import type { RoundMember } from './round.types.js'
import { notYetIn, RoundRunner } from './round-runner.js'
import { roundsFor } from './rounds-for.js'

const KEPT_MS = 90 * 86_400_000

/** Starts the rounds that follow from events, and processes them. */
export class RoundsService {
  readonly #run: OneRun

  constructor(
    private readonly store = inject(RoundStore),
    runner = inject(RoundRunner),
    private readonly jobs = inject(Jobs),
    private readonly clock = inject(Clock),
  ) {
    this.#run = new OneRun(() => runner.runDue())
  }

  async follow(event: DomainEvent): Promise<void> {
    await this.begin(roundsFor(event))
  }

  async begin(rounds: readonly RoundDocument[]): Promise<void> {
    if (rounds.length === 0) return
    await this.store.begin(rounds)
    this.jobs.runSoon('announce')
  }

  /** @returns the number of members without 2FA reserved for a reminder in this hour */
  async reserveReminders(network: NetworkDocument, hour: string): Promise<number> {
    return this.store.reserveReminders(network._id, notYetIn(network, this.clock.now()), hour)
  }

  /** @returns the members not yet reminded in this hour */
  async reserveEach(members: readonly RoundMember[], hour: string): Promise<RoundMember[]> {
    const taken = await Promise.all(members.map(({ membership }) => this.store.reserveReminder(membership._id, hour)))
    return members.filter((_, index) => taken[index])
  }

  /** The worker's job. */
  async runDue(): Promise<void> {
    await this.#run.run()
  }

  /** Deletes rounds that ended long ago. */
  async sweep(): Promise<void> {
    await this.store.sweep(new Date(this.clock.now().getTime() - KEPT_MS))
  }
}
