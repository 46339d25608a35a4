import { limits } from '@twinlock/shared/limits'
import type { Role } from '@twinlock/shared/vocabulary'
import { mayAppoint } from './role-rules.js'

/** A network's permission to set up a new second step. By itself it grants no access and removes nothing. */
export interface GrantFacts {
  id: string
  networkId: string
  /** The account's epoch when it was granted: a later change of the account ends the grant. */
  epoch: number
  grantedAt: Date
  expiresAt: Date
  /** The granter's current role; null once they left. */
  granterRole: Role | null
}

/** One network of the account, as it is now. */
export interface ReEnrolmentNetwork {
  networkId: string
  /** It requires two-factor authentication, so its permission is needed. */
  requires: boolean
  /** Only its identity provider opens it for this member. */
  needsSso: boolean
  role: Role
  /** It has proved the domain of the account's address. */
  ownsAddress: boolean
}

export type ReEnrolment =
  | { kind: 'none' }
  /** Some networks have granted it; these also require two-factor authentication and have not. */
  | { kind: 'waiting'; grantIds: string[]; networkIds: string[] }
  /** Granted, and usable from then on: until then, an owner who did not request it can cancel it. */
  | { kind: 'cooling'; grantIds: string[]; from: Date }
  | { kind: 'usable'; grantIds: string[] }

/**
 * Whether a new second step may be set up: at least one network has to grant it, and every network that requires 2FA. A
 * grant is valid until it expires, as long as the account is unchanged, the person is still a member, and the granter
 * could still grant it. Members who sign in only by identity providers are helped by those.
 *
 * Any network of the account could grant it, even a hostile one. So if no network requires two-factor authentication, a
 * grant can be used only after a day, unless the network that owns the address granted it.
 */
export function reEnrolmentOf(
  epoch: number,
  grants: readonly GrantFacts[],
  networks: readonly ReEnrolmentNetwork[],
  now: Date,
): ReEnrolment {
  if (networks.every(({ needsSso }) => needsSso)) return { kind: 'none' }
  const counting = grants.filter((grant) => {
    const network = networks.find(({ networkId }) => networkId === grant.networkId)
    return network !== undefined && now < grant.expiresAt && grant.epoch === epoch && mayGrant(grant, network)
  })
  if (counting.length === 0) return { kind: 'none' }
  const agreed = new Set(counting.map(({ networkId }) => networkId))
  const waiting = networks.filter(({ networkId, requires }) => requires && !agreed.has(networkId))
  const grantIds = counting.map(({ id }) => id)
  if (waiting.length > 0) return { kind: 'waiting', grantIds, networkIds: waiting.map(({ networkId }) => networkId) }
  const isTrusted = networks.some(
    ({ networkId, requires, ownsAddress }) => requires || (ownsAddress && agreed.has(networkId)),
  )
  const from = new Date(Math.min(...counting.map(({ grantedAt }) => grantedAt.getTime())) + limits.reEnrolmentCooling)
  return isTrusted || now >= from ? { kind: 'usable', grantIds } : { kind: 'cooling', grantIds, from }
}

/** When a grant expires: a day to use it, after the waiting day if there is one. */
export function reEnrolmentExpiry(networks: readonly ReEnrolmentNetwork[], networkId: string, now: Date): Date {
  const isTrusted = networks.some((each) => each.requires || (each.ownsAddress && each.networkId === networkId))
  return new Date(now.getTime() + limits.reEnrolmentLifetime + (isTrusted ? 0 : limits.reEnrolmentCooling))
}

/** Only an OWNER can grant it to an OWNER. */
function mayGrant({ granterRole }: GrantFacts, { role }: ReEnrolmentNetwork): boolean {
  return granterRole !== null && mayAppoint(granterRole, role)
}
