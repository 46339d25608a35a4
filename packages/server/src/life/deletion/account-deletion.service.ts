import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { accountOvertaken } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { AccountDeletionStore } from './account-deletion.store.js'
import { RestingOwnersStore } from './resting-owners.store.js'

export type ScheduleOutcome = { kind: 'scheduled'; at: Date } | { kind: 'last-owner'; networks: NetworkDocument[] }

/** Scheduling takes milliseconds. An OWNER who rests longer, with an unscheduled account, was left by a crash. */
const LEFT_BEHIND_MS = 60_000

/**
 * An account is erased a week after its owner requested it. Until then its owner can only cancel that: its sessions,
 * keys and grants end at once, and it does not count as an OWNER anywhere.
 */
export class AccountDeletionService {
  constructor(
    private readonly store = inject(AccountDeletionStore),
    private readonly restingOwners = inject(RestingOwnersStore),
    private readonly profiles = inject(ProfileStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * Each network decides in its own document whether it can do without this OWNER. With one that cannot, the others are
   * put back and nothing has happened.
   */
  async schedule({ account }: SessionCaller, origin: Origin): Promise<ScheduleOutcome> {
    const now = this.clock.now()
    const owned = (await this.joinedNetworks.of(account)).filter(({ membership }) => membership.role === 'OWNER')
    const rested = await Promise.all(
      owned.map(async ({ network }) => ({
        network,
        isDone: await this.restingOwners.rest(network._id, account._id, now),
      })),
    )
    const needed = rested.filter(({ isDone }) => !isDone).map(({ network }) => network)
    if (needed.length > 0) {
      await this.restingOwners.restore(account._id)
      return { kind: 'last-owner', networks: needed }
    }
    const at = new Date(now.getTime() + limits.deletionDelay)
    const event = { type: 'account.deletion_scheduled' as const, ...eventOf(account, origin, now), until: at }
    if (!(await this.store.schedule(account, { requestedAt: now, at }, event))) {
      await this.restingOwners.restore(account._id)
      throw accountOvertaken()
    }
    this.relay.dispatchSoon('accounts', account._id)
    return { kind: 'scheduled', at }
  }

  /** @returns false when there is nothing to cancel any more */
  async cancel(caller: SessionCaller, origin: Origin): Promise<SessionCaller | null> {
    const now = this.clock.now()
    const event = { type: 'account.deletion_cancelled' as const, ...eventOf(caller.account, origin, now) }
    const account = await this.store.cancel(caller.account._id, now, event)
    if (!account) return null
    await this.restingOwners.restore(account._id)
    this.relay.dispatchSoon('accounts', account._id)
    return { ...caller, account }
  }

  /** The worker's job: OWNERs who rest though their account stays, after a crash in between. */
  async restoreLeftBehind(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LEFT_BEHIND_MS)
    for (const accountId of await this.restingOwners.restingSince(before)) {
      const account = await this.profiles.byId(accountId)
      if (account && !account.deletion) await this.restingOwners.restore(accountId)
    }
  }
}
