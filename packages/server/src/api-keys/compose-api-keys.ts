import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { EventRelay } from '../events/event-relay.js'
import type { DoorsService } from '../memberships/doors.service.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import type { NetworkStore } from '../networks/network.store.js'
import type { Clock } from '../platform/clock/clock.js'
import type { Background } from '../platform/jobs/background.js'
import { FixedWindowStore } from '../platform/mongo/fixed-window.store.js'
import { apiKeyModel } from './api-key.model.js'
import { ApiKeyStore } from './api-key.store.js'
import { ApiKeyStateService } from './api-key-state.service.js'
import { ApiKeysResolver } from './api-keys.resolver.js'
import { ApiKeysService } from './api-keys.service.js'
import { KeyCallerService } from './key-caller.service.js'

export interface ApiKeysDeps {
  connection: Connection
  environment: { isTryingOut: boolean }
  clock: Clock
  background: Background
  relay: EventRelay
  profiles: ProfileStore
  networkStore: NetworkStore
  membershipStore: MembershipStore
  doors: DoorsService
  access: AccessService
}

/** Makes the room: the keys by which other systems come in. */
export function composeApiKeys(deps: ApiKeysDeps) {
  const { connection, environment, clock, background, relay, profiles, networkStore, membershipStore } = deps
  const store = new ApiKeyStore(apiKeyModel(connection))
  const states = new ApiKeyStateService(networkStore, membershipStore, profiles, deps.doors, clock)
  const apiKeys = new ApiKeysService(store, relay, background, clock)
  const keyCallers = new KeyCallerService(store, states, background, clock)
  const keyRates = new FixedWindowStore(connection)
  const resolvers: object[] = [new ApiKeysResolver(deps.access, apiKeys, states, networkStore, environment.isTryingOut)]
  return { resolvers, apiKeys, keyCallers, keyRates }
}
