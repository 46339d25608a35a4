import { inject } from '@needle-di/core'
import { isAdminRole, type Role, roles } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../accounts/account.model.js'
import type { DomainEvent } from '../events/event.types.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { Database, insertDocument } from '../platform/mongo/database.js'
import type { SignInDocument } from '../sessions/session.model.js'
import { MembershipCollection, type MembershipDocument, membershipIdOf } from './membership.model.js'
import type { MembershipCopies } from './new-membership.js'

export type MembershipWithNetwork = MembershipDocument & { network: NetworkDocument }

export interface AccountWithNetworks {
  account: AccountDocument
  stays: MembershipWithNetwork[]
}

type JoinedAccount = AccountDocument & {
  stayIds: string[]
  stays: MembershipDocument[]
  networks: NetworkDocument[]
}

const withStays = [
  { $set: { stayIds: { $map: { input: '$networkIds', in: { $concat: ['$$this', ':', '$_id'] } } } } },
  { $lookup: { from: 'memberships', localField: 'stayIds', foreignField: '_id', as: 'stays' } },
  { $lookup: { from: 'networks', localField: 'networkIds', foreignField: '_id', as: 'networks' } },
]

function unjoined({ stayIds: _, stays, networks, ...account }: JoinedAccount): AccountWithNetworks {
  const byId = new Map(networks.map((network) => [network._id, network]))
  return {
    account,
    stays: stays.flatMap((stay) => {
      const network = stay.leftAt === null ? byId.get(stay.networkId) : undefined
      return network ? [{ ...stay, network }] : []
    }),
  }
}

export interface NotedSignIn {
  accountId: string
  at: Date
  /** The networks that it opened; null: all, which is what an event of an earlier version meant. */
  opens: string[] | null
}

/** A network and an account's membership in it, which is null once the stay has ended. */
export interface StayInNetwork {
  network: NetworkDocument
  membership: MembershipDocument | null
}

/** Owns of a membership: who, in which role, from when until when, and the copies. More time belongs to the mandate. */
export class MembershipStore {
  constructor(
    private readonly memberships = inject(MembershipCollection),
    private readonly database = inject(Database),
  ) {}

  /** By `_id`; an ended stay is not found. */
  async byId(networkId: string, accountId: string): Promise<MembershipDocument | null> {
    return this.memberships.findOne({ _id: membershipIdOf(networkId, accountId), leftAt: null })
  }

  /** By `_id`, as the API names a member; one of another network is not found. */
  async inNetworkById(networkId: string, id: string): Promise<MembershipDocument | null> {
    if (!id.startsWith(membershipIdOf(networkId, ''))) return null
    return this.memberships.findOne({ _id: id, leftAt: null })
  }

  /** By `_id`, each with its network, in one command: what every sign-in and most requests ask for. */
  async withNetworks(accountId: string, networkIds: readonly string[]): Promise<MembershipWithNetwork[]> {
    if (networkIds.length === 0) return []
    const ids = networkIds.map((networkId) => membershipIdOf(networkId, accountId))
    return this.memberships
      .aggregate<MembershipWithNetwork>([
        { $match: { _id: { $in: ids }, leftAt: null } },
        { $lookup: { from: 'networks', localField: 'networkId', foreignField: '_id', as: 'network' } },
        { $unwind: '$network' },
      ])
      .toArray()
  }

  /** An account by `emailKey` with its stays, each with its network, in one command: what a sign-in begins with. */
  async accountWithNetworks(emailKey: string): Promise<AccountWithNetworks | null> {
    const [found] = await this.database
      .collection<AccountDocument>('accounts')
      .aggregate<JoinedAccount>([{ $match: { emailKey } }, ...withStays])
      .toArray()
    return found ? unjoined(found) : null
  }

  /** A sign-in by `_id` with the same of its account, in one command: what a second step begins with. */
  async signInWithNetworks(ticketHash: string): Promise<({ signIn: SignInDocument } & AccountWithNetworks) | null> {
    const itsAccount = { from: 'accounts', localField: 'accountId', foreignField: '_id', pipeline: withStays }
    const [found] = await this.database
      .collection<SignInDocument>('sign_ins')
      .aggregate<SignInDocument & { found: JoinedAccount[] }>([
        { $match: { _id: ticketHash } },
        { $lookup: { ...itsAccount, as: 'found' } },
      ])
      .toArray()
    if (!found) return null
    const {
      found: [account],
      ...signIn
    } = found
    return account ? { signIn, ...unjoined(account) } : null
  }

  /** A network and what an account is in it, in one command: the network by `_id` or `slug`, the membership by `_id`. */
  async inNetwork(network: { _id: string } | { slug: string }, accountId: string): Promise<StayInNetwork | null> {
    const [found] = await this.database
      .collection<NetworkDocument>('networks')
      .aggregate<NetworkDocument & { membershipId: string; memberships: MembershipDocument[] }>([
        { $match: network },
        { $set: { membershipId: { $concat: ['$_id', { $literal: `:${accountId}` }] } } },
        { $lookup: { from: 'memberships', localField: 'membershipId', foreignField: '_id', as: 'memberships' } },
      ])
      .toArray()
    if (!found) return null
    const {
      membershipId: _,
      memberships: [membership],
      ...rest
    } = found
    return { network: rest, membership: membership && membership.leftAt === null ? membership : null }
  }

  /** By `networkId, leftAt, role`: those with an Admin's stored role; the network names its OWNERs separately. */
  async admins(networkId: string): Promise<MembershipDocument[]> {
    return this.memberships.find({ networkId, leftAt: null, role: { $in: roles.filter(isAdminRole) } }).toArray()
  }

  /** Begins a stay, in place of the tombstone of an earlier one. @returns false when they are a member, or left later */
  async begin(membership: MembershipDocument): Promise<boolean> {
    if (await insertDocument(this.memberships, membership)) return true
    const { _id, events, ...stay } = membership
    const { modifiedCount } = await this.memberships.updateOne(
      { _id, leftAt: { $ne: null, $lte: membership.joinedAt } },
      { $set: stay, $push: { events: { $each: events } } },
    )
    return modifiedCount === 1
  }

  /** Begins the first stay of an account. @returns false when it is, or ever was, in the network */
  async beginFirst(membership: MembershipDocument): Promise<boolean> {
    return insertDocument(this.memberships, membership)
  }

  /** Ends this stay and no later one; the tombstone remains. */
  async end(networkId: string, accountId: string, joinedAt: Date, event: DomainEvent): Promise<void> {
    await this.memberships.updateOne(
      { _id: membershipIdOf(networkId, accountId), joinedAt, leftAt: null },
      { $set: { leftAt: event.at, updatedAt: event.at }, $push: { events: event } },
    )
  }

  /** Takes back a stay in a network that never came to be. */
  async withdraw(membership: MembershipDocument): Promise<void> {
    await this.memberships.deleteOne({ _id: membership._id, joinedAt: membership.joinedAt })
  }

  /** @returns false when the stored role has changed since, or the stay has ended */
  async setRole(id: string, from: Role, to: Role, at: Date, event: DomainEvent | null): Promise<boolean> {
    const { matchedCount } = await this.memberships.updateOne(
      { _id: id, leftAt: null, role: from },
      { $set: { role: to, updatedAt: at }, ...(event ? { $push: { events: event } } : {}) },
    )
    return matchedCount === 1
  }

  /** By `_id`: whatever was proved until this event counts no longer in this network. */
  async endSessions(id: string, event: DomainEvent): Promise<void> {
    await this.memberships.updateOne(
      { _id: id, leftAt: null },
      { $max: { sessionsEndedAt: event.at }, $push: { events: event } },
    )
  }

  /** @returns false when the stay has ended */
  async setExternalId(id: string, externalId: string | null, at: Date): Promise<boolean> {
    const { matchedCount } = await this.memberships.updateOne(
      { _id: id, leftAt: null },
      { $set: { externalId, updatedAt: at } },
    )
    return matchedCount === 1
  }

  /** By `accountId`. An older state of the account never replaces a newer one: each change of it raises its epoch. */
  async copy(accountId: string, copies: MembershipCopies, now: Date): Promise<void> {
    await this.memberships.updateMany(
      { accountId, copiedEpoch: { $lte: copies.copiedEpoch } },
      { $set: { ...copies, updatedAt: now } },
    )
  }

  /** By `accountId`, in one command; events may come late or twice, the latest time stays. */
  async noteSignIns(signIns: readonly NotedSignIn[]): Promise<void> {
    const noted = signIns.filter(({ opens }) => opens === null || opens.length > 0)
    if (noted.length === 0) return
    await this.memberships.bulkWrite(
      noted.map(({ accountId, at, opens }) => ({
        updateMany: {
          filter: opens ? { accountId, networkId: { $in: opens } } : { accountId },
          update: { $max: { lastSignInAt: at } },
        },
      })),
      { ordered: false },
    )
  }
}
