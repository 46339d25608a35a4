import { inject } from '@needle-di/core'
import { ProfileStore } from '../accounts/profile.store.js'
import { type ApiKeyState, apiKeyStateOf, type MakerFacts } from '../domain/api-key.js'
import { JoinedNetworksService } from '../memberships/joined-networks.service.js'
import { memberOf } from '../memberships/membership.model.js'
import { MembershipStore } from '../memberships/membership.store.js'
import { NetworkStore } from '../networks/network.store.js'
import { Clock } from '../platform/clock/clock.js'
import type { ApiKeyDocument } from './api-key.model.js'

/** Whether keys are valid, from their own and their creators' stored state, read each time. */
export class ApiKeyStateService {
  constructor(
    private readonly networks = inject(NetworkStore),
    private readonly memberships = inject(MembershipStore),
    private readonly profiles = inject(ProfileStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly clock = inject(Clock),
  ) {}

  async stateOf(key: ApiKeyDocument): Promise<ApiKeyState> {
    return apiKeyStateOf(key, await this.#maker(key.networkId, key.makerAccountId), this.clock.now())
  }

  /** Of keys of one network; each maker is read once. */
  async statesOf(keys: readonly ApiKeyDocument[]): Promise<Map<string, ApiKeyState>> {
    const makers = new Map<string, Promise<MakerFacts | null>>()
    const states = keys.map(async (key) => {
      const maker = makers.get(key.makerAccountId) ?? this.#maker(key.networkId, key.makerAccountId)
      makers.set(key.makerAccountId, maker)
      return [key._id, apiKeyStateOf(key, await maker, this.clock.now())] as const
    })
    return new Map(await Promise.all(states))
  }

  async #maker(networkId: string, accountId: string): Promise<MakerFacts | null> {
    const [network, membership, account] = await Promise.all([
      this.networks.byId(networkId),
      this.memberships.byId(networkId, accountId),
      this.profiles.byId(accountId),
    ])
    const member = network && memberOf(network, membership)
    if (!network || !member || !account) return null
    return {
      role: member.role,
      standing: this.joinedNetworks.joinedNetworkOf(account, network, member).standing,
      isLeaving: account.deletion != null,
      keysEndedAt: account.keysEndedAt ?? null,
    }
  }
}
