import { inject } from '@needle-di/core'
import { DAY } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { type OpenToPerson, requireAdmin } from '../access/access.service.js'
import type { Origin } from '../events/event.types.js'
import { networkEventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { Clock } from '../platform/clock/clock.js'
import { hashToken } from '../platform/crypto/tokens.js'
import { type ApiKeyDocument, newApiKeyToken } from './api-key.model.js'
import { ApiKeyStore } from './api-key.store.js'
import type { ApiKeySettings } from './api-key-input.js'

/** Made, listed and revoked by Admins; a key has no say over keys. */
export class ApiKeysService {
  constructor(
    private readonly store = inject(ApiKeyStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @returns the key and its token, which is nowhere afterwards; null when the network has as many as it may */
  async create(
    open: OpenToPerson,
    settings: ApiKeySettings,
    origin: Origin,
  ): Promise<{ key: ApiKeyDocument; token: string } | null> {
    const { network, caller } = requireAdmin(open)
    const now = this.clock.now()
    if ((await this.store.countLive(network._id, now)) >= limits.apiKey.perNetwork) return null
    const { prefix, token } = newApiKeyToken()
    const { expiresInDays, ...kept } = settings
    const expiresAt = new Date(now.getTime() + expiresInDays * DAY)
    const key: ApiKeyDocument = {
      _id: prefix,
      hash: hashToken(token),
      networkId: network._id,
      ...kept,
      makerAccountId: caller.account._id,
      makerName: caller.account.name,
      createdAt: now,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
      events: [
        {
          type: 'api_key.created',
          ...networkEventOf(network, caller.account, origin, now),
          keyId: prefix,
          keyName: kept.name,
          scopes: kept.scopes,
          expiresAt,
        },
      ],
    }
    // Two prefixes of 59 random bits rarely collide; if they do, another one is drawn.
    if (!(await this.store.insert(key))) return this.create(open, settings, origin)
    this.#dispatchSoon(key)
    return { key, token }
  }

  /** Newest first; a recently revoked key stays listed, so that Admins see that it is gone. */
  async list(networkId: string): Promise<ApiKeyDocument[]> {
    return this.store.ofNetwork(networkId, new Date(this.clock.now().getTime() - limits.apiKey.listedFor))
  }

  async byId(id: string): Promise<ApiKeyDocument | null> {
    return this.store.byId(id)
  }

  /** Effective once this resolves, also for requests in progress. Idempotent. */
  async revoke(open: OpenToPerson, key: ApiKeyDocument, origin: Origin): Promise<ApiKeyDocument> {
    const { network, caller } = requireAdmin(open)
    const now = this.clock.now()
    const event = {
      type: 'api_key.revoked' as const,
      ...networkEventOf(network, caller.account, origin, now),
      keyId: key._id,
      keyName: key.name,
    }
    const isFirst = await this.store.revoke(key._id, event)
    if (isFirst) this.#dispatchSoon(key)
    return { ...key, revokedAt: key.revokedAt ?? now }
  }

  async setReturnAddresses(
    open: OpenToPerson,
    key: ApiKeyDocument,
    returnAddresses: string[],
    origin: Origin,
  ): Promise<ApiKeyDocument> {
    const { network, caller } = requireAdmin(open)
    const event = {
      type: 'api_key.return_addresses_changed' as const,
      ...networkEventOf(network, caller.account, origin, this.clock.now()),
      keyId: key._id,
      keyName: key.name,
      returnAddresses,
    }
    await this.store.setReturnAddresses(key._id, returnAddresses, event)
    this.#dispatchSoon(key)
    return { ...key, returnAddresses }
  }

  #dispatchSoon(key: ApiKeyDocument): void {
    this.relay.dispatchSoon('api_keys', key._id)
  }
}
