import { newId } from '../platform/crypto/tokens.js'
import type { NetworkEvent, Origin } from './event.types.js'

interface ConcernedAccount {
  _id: string
  email: string
  name: string
  emailUndo?: { email: string; expiresAt: Date } | null
}

/** What every event of an account says: whom it concerns, at which address, when and from where. */
export function eventOf({ _id, email, name, emailUndo }: ConcernedAccount, origin: Origin, at: Date) {
  const alsoTo = emailUndo && at < emailUndo.expiresAt ? { alsoTo: emailUndo.email } : {}
  return { id: newId('evt'), at, accountId: _id, email, name, origin, ...alsoTo }
}

export interface NamedNetwork {
  _id: string
  name: string
}

/** What every event of a network has: who did it, in which network, and from where. */
export type EventFrame = { id: string; at: Date } & Pick<NetworkEvent, 'networkId' | 'networkName' | 'actor' | 'origin'>

/** What every event of a network says when a person did it. */
export function networkEventOf(
  network: NamedNetwork,
  account: { _id: string; name: string },
  origin: Origin,
  at: Date,
): EventFrame {
  const actor = { kind: 'person' as const, accountId: account._id, name: account.name }
  return { ...networkBase(network, at), actor, origin }
}

/** The same when another system did it, by its API key. */
export function keyEventOf(
  network: NamedNetwork,
  { keyId, name }: { keyId: string; name: string },
  origin: Origin,
  at: Date,
): EventFrame {
  return { ...networkBase(network, at), actor: { kind: 'key' as const, keyId, name }, origin }
}

/** The same when the system, or the operator at its console, did it. */
export function systemEventOf(network: NamedNetwork, at: Date) {
  return { ...networkBase(network, at), actor: { kind: 'system' as const }, origin: null }
}

function networkBase({ _id, name }: NamedNetwork, at: Date) {
  return { id: newId('evt'), at, networkId: _id, networkName: name }
}
