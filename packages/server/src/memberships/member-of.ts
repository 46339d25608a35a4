import type { Role } from '@twinlock/shared/vocabulary'
import type { NetworkDocument } from '../networks/network.model.js'
import type { MembershipDocument } from './membership.model.js'

/**
 * A stay as it counts: null once it is over, from the decision on, however far its traces are cleared away.
 * Every door, list and act goes through here.
 */
export function memberOf(network: NetworkDocument, membership: MembershipDocument | null): MembershipDocument | null {
  if (!membership || membership.leftAt || isDeparting(network, membership.accountId)) return null
  return { ...membership, role: roleIn(network, membership) }
}

/** The network says who is OWNER; the stored role is what somebody is besides. */
export function roleIn(network: NetworkDocument, { accountId, role }: MembershipDocument): Role {
  if (network.ownerIds.includes(accountId)) return 'OWNER'
  return role === 'OWNER' ? 'ADMIN' : role
}

function isDeparting({ departures }: NetworkDocument, accountId: string): boolean {
  return departures.some((departure) => departure.accountId === accountId)
}
