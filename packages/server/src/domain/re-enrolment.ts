import { limits } from '@twinlock/shared/limits'
import type { Role } from '@twinlock/shared/vocabulary'
import { mayAppoint } from './role-rules.js'

/** One network's word that somebody may set up their second step anew. It opens nothing and takes nothing away. */
export interface GrantFacts {
  id: string
  networkId: string
  /** Of the account when it was given: a change since then has ended it. */
  epoch: number
  grantedAt: Date
  expiresAt: Date
  /** The role of who gave it, as it is now; null once they left. */
  granterRole: Role | null
}

/** One network of the account, as it is now. */
export interface AskedNetwork {
  networkId: string
  /** It requires two-factor authentication, so nobody gets around the old one without its word. */
  requires: boolean
  /** Only its identity provider opens it for this member. */
  needsSso: boolean
  role: Role
  /** It has proved the domain of the account's address. */
  ownsAddress: boolean
}

export type ReEnrolment =
  | { kind: 'none' }
  /** Some have agreed; these require two-factor authentication too, and have not. */
  | { kind: 'waiting'; grantIds: string[]; networkIds: string[] }
  /** Agreed, and usable from then on: whoever did not ask for it has until then to stop it. */
  | { kind: 'cooling'; grantIds: string[]; from: Date }
  | { kind: 'usable'; grantIds: string[] }

/**
 * Whether the second step may be set up anew: at least one network says so, and every one that requires it. A grant
 * counts while its time runs, the account has not changed, the person is still there, and who gave it could give it now.
 * Whoever comes in by identity providers alone is helped by those.
 *
 * Any network that somebody joined could grant it, a hostile one too. So where no network requires two-factor
 * authentication, a grant rests for a day before it can be used, unless the network that owns the address gave it.
 */
export function reEnrolmentOf(
  epoch: number,
  grants: readonly GrantFacts[],
  networks: readonly AskedNetwork[],
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

/** How long a grant lasts: a day to use it, after the day that it may have to rest. */
export function reEnrolmentExpiry(networks: readonly AskedNetwork[], networkId: string, now: Date): Date {
  const isTrusted = networks.some((each) => each.requires || (each.ownsAddress && each.networkId === networkId))
  return new Date(now.getTime() + limits.reEnrolmentLifetime + (isTrusted ? 0 : limits.reEnrolmentCooling))
}

/** Only an OWNER helps an OWNER. */
function mayGrant({ granterRole }: GrantFacts, { role }: AskedNetwork): boolean {
  return granterRole !== null && mayAppoint(granterRole, role)
}
