import { inject } from '@needle-di/core'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import { isSsoRequired } from '../../domain/sso-policy.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { networkNotFound } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'

export type OwnerEntryOutcome =
  | { kind: 'entered'; network: NetworkDocument; caller: SessionCaller }
  | { kind: 'not-owner' }
  | { kind: 'no-two-factor' }

/**
 * Emergency access past the provider: an OWNER, by password and second step, for a day in this session. It does not
 * depend on whether the provider works: the provider may lie, or show an error that never reaches this server. The
 * safeguard is that the entry is logged and reported to the other Admins before it opens anything.
 */
export class OwnerEntryService {
  constructor(
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly sessions = inject(SessionService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @param caller with fresh evidence of their own @throws Interruption NOT_FOUND for a network they are not in */
  async enter(caller: SessionCaller, networkId: string, origin: Origin): Promise<OwnerEntryOutcome> {
    const { account } = caller
    const joinedNetworks = await this.joinedNetworks.of(account)
    const joined = joinedNetworks.find(({ network }) => network._id === networkId)
    if (!joined) throw networkNotFound()
    if (joined.membership.role !== 'OWNER') return { kind: 'not-owner' }
    if (!hasTwoFactor(account)) return { kind: 'no-two-factor' }
    const now = this.clock.now()
    const { network, membership } = joined
    if (!isSsoRequired(network.sso, membership.role, now)) return { kind: 'entered', network, caller }
    const base = networkEventOf(network, account, origin, now)
    await this.relay.emit({ type: 'sso.owner_entered', accountId: account._id, email: account.email, ...base })
    const entered = await this.sessions.record(caller, { method: 'OWNER_ENTRY', at: now, networkId }, origin)
    return { kind: 'entered', network, caller: entered }
  }
}
