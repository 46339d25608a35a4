import type { DomainEvent } from '../../events/event.types.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { Background } from '../../platform/jobs/background.js'
import type { RoundDocument } from './round.model.js'
import type { RoundStore } from './round.store.js'
import type { Visited } from './round.types.js'
import { notYetIn, type RoundRunner } from './round-runner.js'
import { roundsFor } from './rounds-for.js'

/** How long one run of the worker takes at most: well below the lock of its job. */
const RUN_MS = 20_000
/** Right after the act, in the process that answered: the first mails leave at once, the rest is the worker's. */
const AT_ONCE_MS = 5_000
const KEPT_MS = 90 * 86_400_000

/** Begins the rounds that follow from what happened, and sees that they are carried on. */
export class RoundsService {
  constructor(
    private readonly store: RoundStore,
    private readonly runner: RoundRunner,
    private readonly background: Background,
    private readonly clock: Clock,
    private readonly isWorker: boolean,
  ) {}

  async follow(event: DomainEvent): Promise<void> {
    await this.begin(roundsFor(event))
  }

  async begin(rounds: readonly RoundDocument[]): Promise<void> {
    if (rounds.length === 0) return
    await this.store.begin(rounds)
    if (this.isWorker) this.background.run('rounds', () => this.runner.runDue(AT_ONCE_MS), true)
  }

  /** @returns how many of those who are still without were taken for a reminder of this hour */
  async reserveReminders(network: NetworkDocument, hour: string): Promise<number> {
    return this.store.reserveReminders(network._id, notYetIn(network, this.clock.now()), hour)
  }

  /** Of these, whoever was not yet reminded in this hour. */
  async reserveEach(members: readonly Visited[], hour: string): Promise<Visited[]> {
    const taken = await Promise.all(members.map(({ membership }) => this.store.reserveReminder(membership._id, hour)))
    return members.filter((_, index) => taken[index])
  }

  /** The worker's job. */
  async runDue(): Promise<void> {
    await this.runner.runDue(RUN_MS)
  }

  /** Forgets rounds that ended long ago. */
  async sweep(): Promise<void> {
    await this.store.sweep(new Date(this.clock.now().getTime() - KEPT_MS))
  }
}
