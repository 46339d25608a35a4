import { inject } from '@needle-di/core'
import { ProfileStore } from '../accounts/profile.store.js'
import type { EventsFor } from '../events/consequences.js'
import { Clock } from '../platform/clock/clock.js'
import { ListingKeysStore } from './listing-keys.store.js'
import { MembershipStore, type NotedSignIn } from './membership.store.js'
import { copiesOf } from './new-membership.js'

/** Updates the copies that listings show of an account when the account changes. */
export class CopiesService {
  constructor(
    private readonly memberships = inject(MembershipStore),
    private readonly listingKeys = inject(ListingKeysStore),
    private readonly profiles = inject(ProfileStore),
    private readonly clock = inject(Clock),
  ) {}

  async follow(events: readonly EventsFor<'copies'>[]): Promise<void> {
    const changed = new Set<string>()
    const regrouped = new Set<string>()
    const signIns: NotedSignIn[] = []
    for (const event of events) {
      const { accountId, at } = event
      if (event.type === 'sign_in.completed') signIns.push({ accountId, at, opens: event.opens ?? null })
      else if ('networkId' in event) regrouped.add(accountId)
      else changed.add(accountId)
    }
    await this.memberships.noteSignIns(signIns)
    for (const accountId of changed) await this.copy(accountId)
    for (const accountId of regrouped) if (!changed.has(accountId)) await this.listingKeys.refresh(accountId)
  }

  /** Reads the current account: an event reports that something changed, not the present value. */
  async copy(accountId: string): Promise<void> {
    const account = await this.profiles.byId(accountId)
    if (!account) return
    await this.memberships.copy(accountId, copiesOf(account), this.clock.now())
    // Keeping an account leaves its epoch as it is: who read it before that must not have the last word.
    if (account.deletion && !(await this.profiles.byId(accountId))?.deletion) return this.copy(accountId)
    await this.listingKeys.refresh(accountId)
  }
}
