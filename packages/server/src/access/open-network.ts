import { type ApiKeyScope, isAdminRole } from '@twinlock/shared/vocabulary'
import type { NetworkEvent, Origin } from '../events/event.types.js'
import { keyEventOf, networkEventOf } from '../events/event-frame.js'
import type { JoinedNetwork } from '../memberships/joined-networks.service.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { forbidden, forPeopleOnly, missingScope } from '../platform/errors/interruption.js'
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
export function eventBy(
  open: OpenNetwork,
  origin: Origin,
  at: Date,
): { id: string; at: Date } & Pick<NetworkEvent, 'networkId' | 'networkName' | 'actor' | 'origin'> {
  return open.by === 'person'
    ? networkEventOf(open.network, open.caller.account, origin, at)
    : keyEventOf(open.network, open.caller, origin, at)
}
