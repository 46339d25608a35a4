import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { ApiKeyState } from '../domain/api-key.js'
import { Clock } from '../platform/clock/clock.js'
import { hashToken, isSameText } from '../platform/crypto/tokens.js'
import { Interruption } from '../platform/errors/interruption.js'
import { isAddressWithin } from '../platform/http/addresses.js'
import { Background } from '../platform/jobs/background.js'
import type { KeyCaller } from '../sessions/caller.js'
import { type ApiKeyDocument, prefixOf } from './api-key.model.js'
import { ApiKeyStore } from './api-key.store.js'
import { ApiKeyStateService } from './api-key-state.service.js'

/** Only a holder of the whole key reads these. */
const refusals: Record<Exclude<ApiKeyState, 'ACTIVE'>, string> = {
  REVOKED: 'This API key was revoked.',
  EXPIRED: 'This API key has expired. Make a new one on the integrations page.',
  MAKER_LEFT: 'The person who made this API key has left the network, so it no longer works.',
  MAKER_NOT_ADMIN: 'The person who made this API key is no longer an Admin, so it no longer works.',
  MAKER_LOCKED_OUT: 'The person who made this API key must set up two-factor authentication before it works again.',
}

/** Authenticates callers with an API key. */
export class KeyCallerService {
  constructor(
    private readonly store = inject(ApiKeyStore),
    private readonly states = inject(ApiKeyStateService),
    private readonly background = inject(Background),
    private readonly clock = inject(Clock),
  ) {}

  /**
   * @param address where the request comes from
   * @throws Interruption UNAUTHENTICATED when the key is none, or does not count now or from there
   */
  async resume(token: string, address: string): Promise<KeyCaller> {
    const key = await this.#find(token)
    if (!key) throw new Interruption('UNAUTHENTICATED', 'There is no such API key.')
    const state = await this.states.stateOf(key)
    if (state !== 'ACTIVE') throw new Interruption('UNAUTHENTICATED', refusals[state])
    if (key.allowedAddresses.length > 0 && !isAddressWithin(address, key.allowedAddresses))
      throw new Interruption('UNAUTHENTICATED', `This API key may not be used from ${address}.`)
    this.#noteUse(key)
    const { _id, name, networkId, scopes, expiresAt } = key
    return { kind: 'key', keyId: _id, name, networkId, scopes, expiresAt }
  }

  async #find(token: string): Promise<ApiKeyDocument | null> {
    const prefix = prefixOf(token)
    const key = prefix === null ? null : await this.store.byId(prefix)
    return key && isSameText(key.hash, hashToken(token)) ? key : null
  }

  #noteUse({ _id, lastUsedAt }: ApiKeyDocument): void {
    const now = this.clock.now()
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < limits.apiKey.touchInterval) return
    this.background.run('API key used', () => this.store.touch(_id, now))
  }
}
