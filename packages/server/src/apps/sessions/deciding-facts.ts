import type { AccountDocument } from '../../accounts/account.model.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import type { StayInNetwork } from '../../memberships/membership.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { SessionDocument } from '../../sessions/session.model.js'

/** All that decides whether what an app holds still counts. */
export interface DecidingFacts {
  session: SessionDocument | null
  account: AccountDocument | null
  stay: StayInNetwork | null
}

/** As the stages below leave it in a document. */
export interface FoundFacts {
  membershipId: string
  accounts: AccountDocument[]
  networks: NetworkDocument[]
  memberships: MembershipDocument[]
  sessions: SessionDocument[]
}

export const byId = (from: string, localField: string, as = from) => ({
  $lookup: { from, localField, foreignField: '_id', as },
})

/**
 * For a document with `networkId`, `accountId` and `sessionId`: all by `_id`, but for the session, which is found among
 * those of its account.
 */
export const decidingStages = [
  { $set: { membershipId: { $concat: ['$networkId', ':', '$accountId'] } } },
  byId('accounts', 'accountId'),
  byId('networks', 'networkId'),
  byId('memberships', 'membershipId'),
  {
    $lookup: {
      from: 'sessions',
      localField: 'accountId',
      foreignField: 'accountId',
      let: { publicId: '$sessionId' },
      pipeline: [{ $match: { $expr: { $eq: ['$publicId', '$$publicId'] } } }],
      as: 'sessions',
    },
  },
]

/** @returns the facts, and the document without them */
export function decidingFactsIn<T extends object>(found: T & FoundFacts): { facts: DecidingFacts; rest: T } {
  const { membershipId: _, accounts, networks, memberships, sessions, ...rest } = found
  const facts = {
    session: sessions[0] ?? null,
    account: accounts[0] ?? null,
    stay: stayIn(networks[0], memberships[0]),
  }
  return { facts, rest: rest as unknown as T }
}

/** A membership that was left is none. */
export function stayIn(network?: NetworkDocument, membership?: MembershipDocument): StayInNetwork | null {
  return network ? { network, membership: membership?.leftAt === null ? membership : null } : null
}
