import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument, ReEnrolmentGrant } from '../../accounts/account.model.js'
import {
  type GrantFacts,
  type ReEnrolmentNetwork,
  reEnrolmentExpiry,
  reEnrolmentOf,
} from '../../domain/re-enrolment.js'
import type { NetworkEvent, Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { type JoinedNetwork, JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import { memberOf } from '../../memberships/membership.model.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { ownsAddress } from '../../networks/proved-domain.js'
import { Clock } from '../../platform/clock/clock.js'

/** The combined effect of an account’s re-enrolment grants. */
export type ReEnrolmentState =
  | { kind: 'none' }
  /** `networks` have not agreed yet. */
  | { kind: 'waiting'; grantIds: string[]; networks: NetworkDocument[] }
  /** Agreed, and usable from then on. */
  | { kind: 'cooling'; grantIds: string[]; from: Date }
  /** `networks` have agreed. */
  | { kind: 'usable'; grantIds: string[]; networks: NetworkDocument[] }

/** What a re-enrolment spends and reports in the one write that replaces all factors. */
export interface Replacement {
  grantIds: string[]
  events: NetworkEvent[]
}

export class ReEnrolmentService {
  constructor(
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly memberships = inject(MembershipStore),
    private readonly clock = inject(Clock),
  ) {}

  /** @param known the networks of the account, where they were read already */
  async stateOf(account: AccountDocument, known?: readonly JoinedNetwork[]): Promise<ReEnrolmentState> {
    const grants = account.reEnrolmentGrants ?? []
    if (grants.length === 0) return { kind: 'none' }
    const joinedNetworks = known ?? (await this.joinedNetworks.of(account))
    const facts = await Promise.all(grants.map((grant) => this.#factsOf(grant, joinedNetworks)))
    const state = reEnrolmentOf(account.epoch, facts, joinedNetworks.map(this.#askedOf(account)), this.clock.now())
    const networksOf = (ids: readonly string[]) =>
      joinedNetworks.map(({ network }) => network).filter(({ _id }) => ids.includes(_id))
    switch (state.kind) {
      case 'none':
      case 'cooling':
        return state
      case 'waiting':
        return { kind: 'waiting', grantIds: state.grantIds, networks: networksOf(state.networkIds) }
      case 'usable': {
        const used = grants.filter(({ id }) => state.grantIds.includes(id))
        return { ...state, networks: networksOf(used.map(({ networkId }) => networkId)) }
      }
    }
  }

  /** Until when a grant that this network gives now could be used. */
  expiryOf(account: AccountDocument, networkId: string, joinedNetworks: readonly JoinedNetwork[]): Date {
    return reEnrolmentExpiry(joinedNetworks.map(this.#askedOf(account)), networkId, this.clock.now())
  }

  /** Null when the grants are not, or no longer, enough. */
  async replacementFor(account: AccountDocument, method: FactorMethod, origin: Origin): Promise<Replacement | null> {
    const state = await this.stateOf(account)
    if (state.kind !== 'usable') return null
    const now = this.clock.now()
    const { _id: accountId, email } = account
    const events = state.networks.map(
      (network): NetworkEvent => ({
        type: 'member.re_enrolled',
        accountId,
        email,
        method,
        ...networkEventOf(network, account, origin, now),
      }),
    )
    return { grantIds: state.grantIds, events }
  }

  /** Looks up the granting Admin again: if they have lost the role since, the grant no longer counts. */
  async #factsOf(
    { id, networkId, epoch, grantedAt, expiresAt, grantedBy }: ReEnrolmentGrant,
    joinedNetworks: readonly JoinedNetwork[],
  ): Promise<GrantFacts> {
    const joined = joinedNetworks.find(({ network }) => network._id === networkId)
    const granter = joined && memberOf(joined.network, await this.memberships.byId(networkId, grantedBy.accountId))
    return { id, networkId, epoch, grantedAt, expiresAt, granterRole: granter?.role ?? null }
  }

  #askedOf({ emailKey }: AccountDocument) {
    const now = this.clock.now()
    return ({ network, membership, needsSso }: JoinedNetwork): ReEnrolmentNetwork => ({
      networkId: network._id,
      requires: network.mandate !== null,
      role: membership.role,
      needsSso,
      ownsAddress: ownsAddress(network, emailKey, now),
    })
  }
}
