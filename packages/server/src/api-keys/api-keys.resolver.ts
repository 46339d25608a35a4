import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { AccessService } from '../access/access.service.js'
import { Network } from '../access/network.types.js'
import { type OpenToPerson, requireAdmin } from '../access/open-network.js'
import { Environment } from '../environment.js'
import { NetworkStore } from '../networks/network.store.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { notFound } from '../platform/errors/interruption.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { ApiKeyDocument } from './api-key.model.js'
import { parseApiKeyInput, readReturnAddresses } from './api-key-input.js'
import { ApiKeyStateService } from './api-key-state.service.js'
import { ApiKeysService } from './api-keys.service.js'
import {
  ApiKey,
  ApiKeyCreated,
  CreateApiKeyInput,
  CreateApiKeyResult,
  Integration,
  ReturnAddressesSet,
  SetReturnAddressesInput,
  SetReturnAddressesResult,
  TooManyApiKeys,
} from './api-keys.types.js'

@Resolver(() => Network)
export class ApiKeysResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly keys = inject(ApiKeysService),
    private readonly states = inject(ApiKeyStateService),
    private readonly networks = inject(NetworkStore),
    /** Whether an app on this machine may be returned to without TLS. */
    private readonly environment = inject(Environment),
  ) {}

  @Query(() => Integration, {
    nullable: true,
    description: 'Who the API key of this request is; null without one.',
  })
  async integration(@Ctx() context: RequestContext): Promise<Integration | null> {
    const key = context.key()
    const network = key && (await this.networks.byId(key.networkId))
    if (!key || !network) return null
    const { keyId, name, scopes, expiresAt } = key
    return Integration.of({ id: keyId, name, scopes: [...scopes], expiresAt, network: NetworkSummary.from(network) })
  }

  @FieldResolver(() => [ApiKey], {
    description: 'Admins only; FORBIDDEN otherwise, to every key too. Newest first, revoked ones for 30 days.',
  })
  async apiKeys(@Root() { open }: Network): Promise<ApiKey[]> {
    const keys = await this.keys.list(requireAdmin(open).network._id)
    const states = await this.states.statesOf(keys)
    return keys.map((key) => ApiKey.from(key, states.get(key._id) ?? 'EXPIRED'))
  }

  @Mutation(() => CreateApiKeyResult, {
    description: 'Admins only; FORBIDDEN otherwise. Needs fresh evidence. Mailed to the Admins, and logged.',
  })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput) { networkId, ...input }: CreateApiKeyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateApiKeyResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const reading = parseApiKeyInput(input, this.environment.isTryingOut)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await context.requireFreshSession(open.network)
    const created = await this.keys.create(open, reading.value, context.origin)
    if (!created)
      return TooManyApiKeys.of({ message: `A network has at most ${limits.apiKey.perNetwork} keys. Revoke one first.` })
    return ApiKeyCreated.of({ apiKey: await this.#shown(created.key), token: created.token })
  }

  @Mutation(() => ApiKey, {
    description:
      'Admins only; NOT_FOUND for a key of another network. It stops at once; mailed to the Admins, and logged.',
  })
  async revokeApiKey(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<ApiKey> {
    const { open, key } = await this.#administer(id, context)
    return this.#shown(await this.keys.revoke(open, key, context.origin))
  }

  @Mutation(() => SetReturnAddressesResult, {
    description: 'Admins only. Needs fresh evidence. Where a verification begun with this key may send people back to.',
  })
  async setReturnAddresses(
    @Arg('input', () => SetReturnAddressesInput) { apiKeyId, returnAddresses }: SetReturnAddressesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SetReturnAddressesResult> {
    const { open, key } = await this.#administer(apiKeyId, context)
    const reading = readReturnAddresses(returnAddresses, this.environment.isTryingOut)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await context.requireFreshSession(open.network)
    const changed = await this.keys.setReturnAddresses(open, key, reading.value, context.origin)
    return ReturnAddressesSet.of({ apiKey: await this.#shown(changed) })
  }

  /** A key of a network that the caller is not in is as if it did not exist. */
  async #administer(id: string, context: RequestContext): Promise<{ open: OpenToPerson; key: ApiKeyDocument }> {
    const caller = await context.requireSession()
    const key = await this.keys.byId(id)
    if (!key || !caller.account.networkIds.includes(key.networkId)) throw notFound('There is no such API key.')
    return { open: await this.access.enterAsAdmin(caller, key.networkId), key }
  }

  async #shown(key: ApiKeyDocument): Promise<ApiKey> {
    return ApiKey.from(key, await this.states.stateOf(key))
  }
}
