import type { ProfileStore } from '../accounts/profile.store.js'
import type { DomainEvent } from '../events/event.types.js'
import type { Clock } from '../platform/clock/clock.js'
import type { ListingKeysStore } from './listing-keys.store.js'
import type { MembershipStore } from './membership.store.js'
import { copiesOf } from './new-membership.js'

/** Keeps what listings show of an account in step with the account. */
export class CopiesService {
  constructor(
    private readonly memberships: MembershipStore,
    private readonly listingKeys: ListingKeysStore,
    private readonly profiles: ProfileStore,
    private readonly clock: Clock,
  ) {}

  async follow(event: DomainEvent): Promise<void> {
    switch (event.type) {
      case 'sign_in.completed':
        return this.memberships.noteSignIn(event.accountId, event.at)
      case 'account.name_changed':
      case 'two_factor.enabled':
      case 'two_factor.method_added':
      case 'two_factor.method_replaced':
      case 'two_factor.method_removed':
      case 'two_factor.set_up_anew':
      case 'two_factor.disabled':
        return this.copy(event.accountId)
      case 'member.role_changed':
      case 'sso.identity_joined':
      case 'sso.identity_released':
        return this.listingKeys.refresh(event.accountId)
      default:
        return
    }
  }

  /** Reads the account anew: an event tells that something changed, not what it is by now. */
  async copy(accountId: string): Promise<void> {
    const account = await this.profiles.byId(accountId)
    if (!account) return
    await this.memberships.copy(accountId, copiesOf(account), this.clock.now())
    await this.listingKeys.refresh(accountId)
  }
}
