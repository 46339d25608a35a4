import { inject } from '@needle-di/core'
import { type Coverage, coverageOf, type ProtectionCount } from '../../domain/coverage.js'
import { methodsIn, protectionOf } from '../../domain/protection.js'
import type { DomainEvent } from '../../events/event.types.js'
import { isOfFamily } from '../../events/event-family.js'
import { membershipIdOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { CoverageHistoryStore, CoverageStore } from './coverage.store.js'

/** Networks up to this size are counted on request; larger ones use the count made in the background. */
export const COUNTED_LIVE = 1_000
const RECOUNTED_AT_ONCE = 50

/** Event families that never change the coverage. */
const uncountedFamilies = [
  'app',
  'account',
  'sign_in',
  'session',
  'backup_code',
  'trusted_device',
  'invitation',
  'api_key',
  'webhook',
  'verification',
] as const

/**
 * How many members of a network are protected, and how. Never a count over the whole network for a page or an
 * activation: a bounded look at the first thousand, and a stored count for larger networks.
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
  async follow(event: DomainEvent): Promise<void> {
    if (isOfFamily(event, uncountedFamilies)) return
    switch (event.type) {
      case 'network.created':
      case 'member.joined':
      case 'member.left':
      case 'member.removed':
      case 'member.erased':
      case 'member.role_changed':
      case 'mandate.activated':
      case 'mandate.deactivated':
      case 'policy.allowed_methods_changed':
      case 'sso.identity_joined':
      case 'sso.identity_released':
      case 'sso.connection_saved':
      case 'sso.connection_ending':
        return this.store.markStale([event.networkId], event.id)
      case 'two_factor.enabled':
      case 'two_factor.method_added':
      case 'two_factor.method_removed':
      case 'two_factor.set_up_anew':
      case 'two_factor.disabled':
        return this.store.markStale(await this.store.networksOf(event.accountId), event.id)
      case 'network.plan_changed':
      case 'network.ownership_transferred':
      case 'network.deletion_scheduled':
      case 'network.deletion_cancelled':
      case 'member.sessions_ended':
      case 'member.overdue':
      case 'member.extended':
      case 'member.re_enrolment_granted':
      case 'member.re_enrolment_cancelled':
      case 'member.re_enrolment_unwarned':
      case 'member.re_enrolled':
      case 'mandate.deadline_passed':
      case 'mandate.reminded':
      case 'policy.help_contact_changed':
      case 'policy.language_changed':
      case 'policy.log_retention_changed':
      case 'policy.trusted_devices_changed':
      case 'policy.passkey_sign_in_changed':
      case 'policy.session_limit_changed':
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
      case 'two_factor.method_replaced':
      case 'two_factor.preferred_changed':
      case 'two_factor.passkey_copied':
        return
    }
    event satisfies never
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
