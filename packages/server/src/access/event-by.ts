import type { NetworkEvent, Origin } from '../events/event.types.js'
import { keyEventOf, networkEventOf } from '../events/network-event.js'
import type { OpenNetwork } from './open-network.js'

/** What every event of a network says, by whoever opened it: a person, or another system by its key. */
export function eventBy(
  open: OpenNetwork,
  origin: Origin,
  at: Date,
): { id: string; at: Date } & Pick<NetworkEvent, 'networkId' | 'networkName' | 'actor' | 'origin'> {
  return open.by === 'person'
    ? networkEventOf(open.network, open.caller.account, origin, at)
    : keyEventOf(open.network, open.caller, origin, at)
}
