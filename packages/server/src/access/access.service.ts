import { inject } from '@needle-di/core'
import { ssoStartUrl } from '@twinlock/shared/slug'
import { type ApiKeyScope, isAdminRole, type Role } from '@twinlock/shared/vocabulary'
import { networkAccess } from '../domain/network-access.js'
import type { Origin } from '../events/event.types.js'
import { type EventFrame, keyEventOf, networkEventOf } from '../events/event-frame.js'
import { accessFactsOf, type JoinedNetwork, JoinedNetworksService } from '../memberships/joined-networks.service.js'
import { type MembershipDocument, memberOf } from '../memberships/membership.model.js'
import { MembershipStore, type StayInNetwork } from '../memberships/membership.store.js'
import { isDeleted, type NetworkDocument } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { Clock } from '../platform/clock/clock.js'
import {
  forbidden,
  forPeopleOnly,
  Interruption,
  missingScope,
  networkNotFound,
  notFound,
  reauthenticationRequired,
  unauthenticated,
} from '../platform/errors/interruption.js'
import type { KeyCaller, SessionCaller } from '../sessions/caller.js'

/** A network that this caller may enter; only `AccessService` makes one. */
export type OpenNetwork = OpenToPerson | OpenToKey

/** For one of its members, whose standing and evidence were checked. */
export interface OpenToPerson extends JoinedNetwork {
  readonly by: 'person'
  readonly caller: SessionCaller
}

/** For another system by a key of this network: it has no role, and its scopes are all it may do. */
export interface OpenToKey {
  readonly by: 'key'
  readonly network: NetworkDocument
  readonly caller: KeyCaller
}

/** Answers whether this caller may enter that network, by whatever path it comes. */
export class AccessService {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * Null when there is no such network or the caller is no member: a caller cannot tell the two apart.
   * @throws Interruption TWO_FACTOR_SETUP_REQUIRED, TWO_FACTOR_REQUIRED, SSO_REQUIRED or REAUTHENTICATION_REQUIRED when
   * the network is closed to this session
   */
  async enterBySlug(caller: SessionCaller | KeyCaller, slug: string): Promise<OpenNetwork | null> {
    if (caller.kind === 'session') return this.#open(caller, { slug })
    const network = await this.networks.bySlug(slug)
    return network && openToKey(caller, network, this.clock.now())
  }

  /** @throws Interruption NOT_FOUND, or as `enterBySlug` when the network is closed to this session */
  async enter(caller: SessionCaller, networkId: string): Promise<OpenToPerson> {
    const open = await this.#open(caller, { _id: networkId })
    if (!open) throw networkNotFound()
    return open
  }

  /** `enter` with a stay that was read together with the caller. @throws Interruption as `enter` */
  enterAsRead(caller: SessionCaller, stay: StayInNetwork | null): OpenToPerson {
    const open = this.#openTo(caller, stay)
    if (!open) throw networkNotFound()
    return open
  }

  /** @throws Interruption FORBIDDEN, or as `enter` */
  async enterAs(caller: SessionCaller, networkId: string, isAllowed: (role: Role) => boolean): Promise<OpenToPerson> {
    const open = await this.enter(caller, networkId)
    if (!isAllowed(open.membership.role)) throw forbidden()
    return open
  }

  async enterAsAdmin(caller: SessionCaller, networkId: string): Promise<OpenToPerson> {
    return this.enterAs(caller, networkId, isAdminRole)
  }

  /** For what a key does in its own network. @throws Interruption NOT_FOUND once that is gone */
  async enterWithKey(caller: KeyCaller): Promise<OpenToKey> {
    const open = await this.#openToKey(caller, caller.networkId)
    if (!open) throw networkNotFound()
    return open
  }

  /** For what an Admin may do, and a key of the network with this scope. @throws Interruption as `enterAsAdmin` */
  async enterAsAdminOrKey(
    caller: SessionCaller | KeyCaller,
    networkId: string,
    scope: ApiKeyScope,
  ): Promise<OpenNetwork> {
    const open =
      caller.kind === 'session'
        ? await this.#open(caller, { _id: networkId })
        : await this.#openToKey(caller, networkId)
    if (!open) throw networkNotFound()
    requireAdminOrScope(open, scope)
    return open
  }

  /** The member of an entered network that an id names. @throws Interruption NOT_FOUND */
  async memberById({ network }: OpenNetwork, memberId: string): Promise<MembershipDocument> {
    const member = memberOf(network, await this.memberships.inNetworkById(network._id, memberId))
    if (!member) throw notFound('No member has that ID.')
    return member
  }

  async #openToKey(caller: KeyCaller, networkId: string): Promise<OpenToKey | null> {
    const network = await this.networks.byId(networkId)
    return network && openToKey(caller, network, this.clock.now())
  }

  async #open(caller: SessionCaller, named: { _id: string } | { slug: string }): Promise<OpenToPerson | null> {
    return this.#openTo(caller, await this.memberships.inNetwork(named, caller.account._id))
  }

  #openTo(caller: SessionCaller, found: StayInNetwork | null): OpenToPerson | null {
    if (!found || caller.account.deletion || isDeleted(found.network, this.clock.now())) return null
    const { network } = found
    const membership = memberOf(network, found.membership)
    if (!membership) return null
    const joined = this.joinedNetworks.joinedNetworkOf(caller.account, network, membership)
    const facts = accessFactsOf(caller.account, joined, caller.session)
    const access = networkAccess(facts, caller.session.evidence, this.clock.now())
    const details = { network: { id: network._id, slug: network.slug, name: network.name } }
    switch (access.kind) {
      case 'open':
        return { by: 'person', ...joined, caller }
      case 'hidden':
        return null
      case 'needs-sign-in':
        throw unauthenticated(`${network.name} no longer has a company sign-in. Sign in with your password.`)
      case 'needs-fresh-sign-in':
        throw reauthenticationRequired(access.needs, details)
      case 'needs-set-up':
        throw new Interruption(
          'TWO_FACTOR_SETUP_REQUIRED',
          `${network.name} requires two-factor authentication. Set it up to go on.`,
          {
            ...details,
            deadline: access.since.toISOString(),
            // What the provider did not prove it may prove the next time.
            ...(access.isUnproved ? { startUrl: ssoStartUrl(network.slug) } : {}),
          },
        )
      case 'needs-second-step':
        throw new Interruption(
          'TWO_FACTOR_REQUIRED',
          `${network.name} asks for a second step by a method it accepts.`,
          {
            ...details,
            acceptedMethods: access.accepted,
            // Which of them the account has: a session that came by a provider sees nothing else of its second step.
            methods: facts.factors.filter((method) => access.accepted.includes(method)),
          },
        )
      case 'needs-sso':
        throw new Interruption('SSO_REQUIRED', `Sign in to ${network.name} with your company sign-in.`, {
          ...details,
          startUrl: ssoStartUrl(network.slug),
          // An OWNER may decide to go in without it: the provider may be broken.
          ownerMayEnter: membership.role === 'OWNER' && facts.factors.length > 0,
        })
    }
  }
}

/** A key is of one network; any other is as if it did not exist. Whether the key still counts was asked by its room. */
function openToKey(caller: KeyCaller, network: NetworkDocument, now: Date): OpenToKey | null {
  return caller.networkId === network._id && !isDeleted(network, now) ? { by: 'key', network, caller } : null
}

/** @throws Interruption FORBIDDEN to anyone who is no Admin, and to every key */
export function requireAdmin(open: OpenNetwork): OpenToPerson {
  if (open.by === 'key') throw forPeopleOnly()
  if (!isAdminRole(open.membership.role)) throw forbidden()
  return open
}

/** @throws Interruption FORBIDDEN to anyone who is no Admin, and to a key without the scope, which is named */
export function requireAdminOrScope(open: OpenNetwork, scope: ApiKeyScope): void {
  if (open.by === 'key') requireScope(open.caller, scope)
  else requireAdmin(open)
}

/** @throws Interruption FORBIDDEN, naming the scope */
export function requireScope(key: KeyCaller, scope: ApiKeyScope): void {
  if (!key.scopes.includes(scope)) throw missingScope(scope)
}

/** The fields of every event of a network, with its actor: a person, or another system by its key. */
export function eventBy(open: OpenNetwork, origin: Origin, at: Date): EventFrame {
  return open.by === 'person'
    ? networkEventOf(open.network, open.caller.account, origin, at)
    : keyEventOf(open.network, open.caller, origin, at)
}
