import { inject } from '@needle-di/core'
import { DAY } from '@twinlock/shared/durations'
import type { EventsFor } from '../../events/consequences.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { Jobs } from '../../platform/jobs/jobs.js'
import { OneRun } from '../../platform/jobs/one-run.js'
import type { BroadcastDocument, BroadcastMember } from './broadcast.model.js'
import { BroadcastStore } from './broadcast.store.js'
import { BroadcastRunner, notYetIn } from './broadcast-runner.js'
import { broadcastsFor } from './broadcasts-for.js'

const KEPT_MS = 90 * DAY

/** Starts the broadcasts that follow from events, and processes them. */
export class BroadcastsService {
  readonly #run: OneRun

  constructor(
    private readonly store = inject(BroadcastStore),
    runner = inject(BroadcastRunner),
    private readonly jobs = inject(Jobs),
    private readonly clock = inject(Clock),
  ) {
    this.#run = new OneRun(() => runner.runDue())
  }

  async follow(event: EventsFor<'broadcasts'>): Promise<void> {
    await this.begin(broadcastsFor(event))
  }

  async begin(broadcasts: readonly BroadcastDocument[]): Promise<void> {
    if (broadcasts.length === 0) return
    await this.store.begin(broadcasts)
    this.jobs.runSoon('send broadcasts')
  }

  /** @returns the number of members without 2FA reserved for a reminder in this hour */
  async reserveReminders(network: NetworkDocument, hour: string): Promise<number> {
    return this.store.reserveReminders(network._id, notYetIn(network, this.clock.now()), hour)
  }

  /** @returns the members not yet reminded in this hour */
  async reserveEach(members: readonly BroadcastMember[], hour: string): Promise<BroadcastMember[]> {
    const taken = await Promise.all(members.map(({ membership }) => this.store.reserveReminder(membership._id, hour)))
    return members.filter((_, index) => taken[index])
  }

  /** The worker's job. */
  async runDue(): Promise<void> {
    await this.#run.run()
  }

  /** Deletes broadcasts that ended long ago. */
  async sweep(): Promise<void> {
    await this.store.sweep(new Date(this.clock.now().getTime() - KEPT_MS))
  }
}
