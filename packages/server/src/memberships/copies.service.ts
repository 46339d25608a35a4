import { inject } from '@needle-di/core'
import { ProfileStore } from '../accounts/profile.store.js'
import type { DomainEvent } from '../events/event.types.js'
import { isOfFamily } from '../events/event-family.js'
import { Clock } from '../platform/clock/clock.js'
import { ListingKeysStore } from './listing-keys.store.js'
import { MembershipStore, type NotedSignIn } from './membership.store.js'
import { copiesOf } from './new-membership.js'

/** Event families that never change what a member listing shows. */
const unshownFamilies = [
  'app',
  'session',
  'backup_code',
  'trusted_device',
  'network',
  'invitation',
  'mandate',
  'policy',
  'api_key',
  'webhook',
  'verification',
] as const

/** Updates the copies that listings show of an account when the account changes. */
export class CopiesService {
  constructor(
    private readonly memberships = inject(MembershipStore),
    private readonly listingKeys = inject(ListingKeysStore),
    private readonly profiles = inject(ProfileStore),
    private readonly clock = inject(Clock),
  ) {}

  async follow(events: readonly DomainEvent[]): Promise<void> {
    const changed = new Set<string>()
    const regrouped = new Set<string>()
    const signIns: NotedSignIn[] = []
    for (const event of events) {
      const accountId = 'accountId' in event ? event.accountId : null
      const effect = effectOf(event)
      if (accountId === null || effect === null) continue
      if (event.type === 'sign_in.completed') signIns.push({ accountId, at: event.at, opens: event.opens ?? null })
      else (effect === 'account' ? changed : regrouped).add(accountId)
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

/** What of a listing an event changes: the last sign-in, the copies of the account, or the keys alone. */
type Effect = 'sign-in' | 'account' | 'listing'

function effectOf(event: DomainEvent): Effect | null {
  if (isOfFamily(event, unshownFamilies)) return null
  switch (event.type) {
    case 'sign_in.completed':
      return 'sign-in'
    case 'account.name_changed':
    case 'account.email_changed':
    case 'account.email_restored':
    case 'account.deletion_scheduled':
    case 'account.deletion_cancelled':
    case 'two_factor.enabled':
    case 'two_factor.method_added':
    case 'two_factor.method_replaced':
    case 'two_factor.method_removed':
    case 'two_factor.set_up_anew':
    case 'two_factor.disabled':
      return 'account'
    case 'member.role_changed':
    case 'sso.identity_joined':
    case 'sso.identity_released':
      return 'listing'
    case 'account.created':
    case 'account.password_changed':
    case 'account.password_reset_requested':
    case 'account.password_reset':
    case 'account.export_requested':
    case 'sign_in.password_failed':
    case 'sign_in.second_step_failed':
    case 'sign_in.locked':
    case 'sign_in.unfinished':
    case 'two_factor.preferred_changed':
    case 'two_factor.passkey_copied':
    case 'member.joined':
    case 'member.left':
    case 'member.erased':
    case 'member.sessions_ended':
    case 'member.removed':
    case 'member.overdue':
    case 'member.extended':
    case 'member.re_enrolment_granted':
    case 'member.re_enrolment_cancelled':
    case 'member.re_enrolment_unwarned':
    case 'member.re_enrolled':
    case 'sso.connection_saved':
    case 'sso.connection_ending':
    case 'sso.connection_kept':
    case 'sso.tried':
    case 'sso.just_in_time_changed':
    case 'sso.required':
    case 'sso.made_optional':
    case 'sso.proof_required':
    case 'sso.proof_made_optional':
    case 'sso.domain_claimed':
    case 'sso.domain_proved':
    case 'sso.domain_missing':
    case 'sso.domain_released':
    case 'sso.owner_entered':
    case 'sso.sign_in_refused':
    case 'sso.signed_out_by_provider':
      return null
  }
  return event satisfies never
}
