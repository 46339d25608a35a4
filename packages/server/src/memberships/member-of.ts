import type { Role } from '@twinlock/shared/vocabulary'
import type { NetworkDocument } from '../networks/network.model.js'
import type { MembershipDocument } from './membership.model.js'

/**
 * The stay as it counts: null from the decision to end it, even while its traces are still being cleared.
 * Every access check, list and act uses this.
 */
export function memberOf(network: NetworkDocument, membership: MembershipDocument | null): MembershipDocument | null {
  if (!membership || membership.leftAt || isDeparting(network, membership.accountId)) return null
  return { ...membership, role: roleIn(network, membership) }
}

/** The network names its OWNERs; the stored role is what a member is without ownership. */
export function roleIn(network: NetworkDocument, { accountId, role }: MembershipDocument): Role {
  if (network.ownerIds.includes(accountId)) return 'OWNER'
  return role === 'OWNER' ? 'ADMIN' : role
}

function isDeparting({ departures }: NetworkDocument, accountId: string): boolean {
  return departures.some((departure) => departure.accountId === accountId)
}
