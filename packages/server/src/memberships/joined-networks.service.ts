import { inject } from '@needle-di/core'
import type { AccountDocument } from '../accounts/account.model.js'
import { methodsOf } from '../accounts/account-factors.js'
import type { Evidence } from '../domain/evidence.js'
import { type AccessFacts, networkAccess } from '../domain/network-access.js'
import type { SessionUse } from '../domain/session-limit.js'
import { isSsoRequired } from '../domain/sso-policy.js'
import { type NetworkPolicy, type Standing, standingOf } from '../domain/standing.js'
import { trustedDeviceDays } from '../domain/trusted-devices.js'
import { isDeleted, type NetworkDocument, policyAt } from '../networks/network.model.js'
import { Clock } from '../platform/clock/clock.js'
import type { SessionCaller } from '../sessions/caller.js'
import type { SignInDocument } from '../sessions/session.model.js'
import { factsOf, type MembershipDocument, memberOf } from './membership.model.js'
import { MembershipStore, type MembershipWithNetwork } from './membership.store.js'

/** A network as one of its members sees it: what is known before access is checked. */
export interface JoinedNetwork {
  network: NetworkDocument
  membership: MembershipDocument
  /** Derived from the account itself, never from the copies that a membership carries. */
  standing: Standing
  /** Only the identity provider opens it for this member. An OWNER also has emergency access, for when it fails. */
  needsSso: boolean
  /** What the network asks at this moment. */
  policy: NetworkPolicy
}

export class JoinedNetworksService {
  constructor(
    private readonly memberships = inject(MembershipStore),
    private readonly clock = inject(Clock),
  ) {}

  /** Every network of an account, in one read. */
  async of(account: AccountDocument): Promise<JoinedNetwork[]> {
    if (account.deletion) return []
    return this.#joinedBy(account, await this.memberships.withNetworks(account._id, account.networkIds))
  }

  /** An account and every network of it, in one read. */
  async accountWithNetworks(
    emailKey: string,
  ): Promise<{ account: AccountDocument; joinedNetworks: JoinedNetwork[] } | null> {
    const found = await this.memberships.accountWithNetworks(emailKey)
    return found && { account: found.account, joinedNetworks: this.#joinedBy(found.account, found.stays) }
  }

  /** A sign-in, its account and every network of that, in one read. */
  async signInWithNetworks(
    ticketHash: string,
  ): Promise<{ signIn: SignInDocument; account: AccountDocument; joinedNetworks: JoinedNetwork[] } | null> {
    const found = await this.memberships.signInWithNetworks(ticketHash)
    return found && { ...found, joinedNetworks: this.#joinedBy(found.account, found.stays) }
  }

  /** The ids of the networks that a sign-in with this evidence opens: the Admins of each see that it happened. */
  openedBy(
    account: AccountDocument,
    joined: readonly JoinedNetwork[],
    evidence: readonly Evidence[],
    use: SessionUse = { lastSeenAt: this.clock.now() },
  ): string[] {
    const now = this.clock.now()
    const isOpened = (each: JoinedNetwork) =>
      networkAccess(accessFactsOf(account, each, use), evidence, now).kind === 'open'
    return joined.filter(isOpened).map(({ network }) => network._id)
  }

  /** The ids of the networks that were closed to a session and are open now, by what was added to it or to the account. */
  async newlyOpenedBy(
    account: AccountDocument,
    evidence: readonly Evidence[],
    before: SessionCaller,
  ): Promise<string[]> {
    const joined = await this.of(account)
    const earlier = joined.map(({ network, membership }) => this.joinedNetworkOf(before.account, network, membership))
    const wereOpen = new Set(this.openedBy(before.account, earlier, before.session.evidence, before.session))
    return this.openedBy(account, joined, evidence, before.session).filter((id) => !wereOpen.has(id))
  }

  #joinedBy(account: AccountDocument, stays: readonly MembershipWithNetwork[]): JoinedNetwork[] {
    // An account that is scheduled for erasure has no access until its owner cancels that.
    if (account.deletion) return []
    const now = this.clock.now()
    return stays
      .flatMap(({ network, ...membership }) => {
        const member = isDeleted(network, now) ? null : memberOf(network, membership)
        return member ? [this.joinedNetworkOf(account, network, member)] : []
      })
      .sort((one, other) => one.network.name.localeCompare(other.network.name))
  }

  /** @param membership as `memberOf` gives it: a stay that is not over, with the role that counts */
  joinedNetworkOf(account: AccountDocument, network: NetworkDocument, membership: MembershipDocument): JoinedNetwork {
    const now = this.clock.now()
    const policy = policyAt(network, now)
    const standing = standingOf(policy, factsOf(membership), methodsOf(account), now)
    const needsSso = membership.role !== 'OWNER' && isSsoRequired(network.sso, membership.role, now)
    return { network, membership, standing, needsSso, policy }
  }
}

/** What decides whether a session of the account may enter. */
export function accessFactsOf(account: AccountDocument, joined: JoinedNetwork, use: SessionUse): AccessFacts {
  const { network, membership, standing, policy } = joined
  const factors = methodsOf(account)
  return { networkId: network._id, policy, membership: factsOf(membership), standing, factors, use }
}

export const isClosed = ({ standing }: JoinedNetwork): boolean => standing.kind === 'overdue'

/** For how many days a device may be trusted by the networks of an account. */
export function trustedDeviceDaysOf(joinedNetworks: readonly JoinedNetwork[]): number {
  return trustedDeviceDays(joinedNetworks.map(({ policy }) => policy))
}
