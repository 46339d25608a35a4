import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql'
import { AccessService, type OpenToPerson, requireAdmin } from '../access/access.service.js'
import { Network } from '../access/network.types.js'
import type { ApiKeyState } from '../domain/api-key.js'
import { Environment } from '../environment.js'
import { NetworkStore } from '../networks/network.store.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { notFound } from '../platform/errors/interruption.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { enumOf } from '../platform/graphql/enums.js'
import { InvalidInput, UserError } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { ApiKeyDocument } from './api-key.model.js'
import { parseApiKeyInput, readReturnAddresses } from './api-key-input.js'
import { ApiKeyStateService } from './api-key-state.service.js'
import { ApiKeysService } from './api-keys.service.js'

export const ApiKeyStateEnum = enumOf<ApiKeyState>([
  'ACTIVE',
  'REVOKED',
  'EXPIRED',
  'MAKER_LEFT',
  'MAKER_NOT_ADMIN',
  'MAKER_LOCKED_OUT',
])
registerEnumType(ApiKeyStateEnum, {
  name: 'ApiKeyState',
  description: 'Whether an API key counts, and if not, why.',
  valuesConfig: {
    ACTIVE: { description: 'It counts.' },
    REVOKED: { description: 'An Admin revoked it.' },
    EXPIRED: { description: 'It has expired.' },
    MAKER_LEFT: { description: 'The Admin who created it has left the network.' },
    MAKER_NOT_ADMIN: { description: 'The member who created it is no longer an Admin.' },
    MAKER_LOCKED_OUT: {
      description: 'The Admin who created it lacks the two-factor authentication that the network requires.',
    },
  },
})

@ObjectType({ description: 'A key by which another system acts as itself in one network.' })
export class ApiKey extends GraphqlObject {
  @Field(() => ID, { description: 'Names the key; the readable part of it.' })
  id!: string
  @Field(() => String, {
    description: 'What it is for, as the Admin wrote it; shown to people as the name of the app.',
  })
  name!: string
  @Field(() => String, { description: 'How the key begins, so that it can be found in a configuration.' })
  prefix!: string
  @Field(() => [String], { description: 'What it may do.' })
  scopes!: string[]
  @Field(() => [String], { description: 'Where it may come from: IP addresses and ranges; empty: from anywhere.' })
  allowedAddresses!: string[]
  @Field(() => [String], { description: 'Where a verification may send people back to.' })
  returnAddresses!: string[]
  @Field(() => ApiKeyStateEnum, { description: 'Whether it counts now.' })
  state!: ApiKeyState
  @Field(() => String, { description: 'Who made it. It stops when they lose the role.' })
  createdBy!: string
  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt!: Date
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  expiresAt!: Date
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute.' })
  lastUsedAt!: Date | null

  static from(key: ApiKeyDocument, state: ApiKeyState): ApiKey {
    const { _id, name, scopes, allowedAddresses, returnAddresses, createdAt, expiresAt, lastUsedAt } = key
    return ApiKey.of({
      id: _id,
      name,
      prefix: `twl_${_id}`,
      scopes,
      allowedAddresses,
      returnAddresses,
      state,
      createdBy: key.makerName,
      createdAt,
      expiresAt,
      lastUsedAt,
    })
  }
}

@ObjectType({ description: 'The API key that makes this request.' })
export class Integration extends GraphqlObject {
  @Field(() => ID, { description: 'Names the key.' })
  id!: string
  @Field(() => String, { description: 'What the key was called.' })
  name!: string
  @Field(() => NetworkSummary, { description: 'The one network it acts in.' })
  network!: NetworkSummary
  @Field(() => [String], { description: 'What it may do.' })
  scopes!: string[]
  @Field(() => DateTimeScalar, { description: 'Until when.' })
  expiresAt!: Date
}

@InputType({ description: 'A new API key.' })
export class CreateApiKeyInput {
  @Field(() => ID, { description: 'The network it acts in.' })
  networkId!: string
  @Field(() => String, { description: 'The name of the key; members see it as the name of the app.' })
  name!: string
  @Field(() => [String], {
    description:
      'Any of network:read, members:read, members:remind, external-ids:write, audit:read, verifications:write, webhooks:write, apps:write; queries of a network need network:read, except `apps` and `app`, for which apps:write is enough.',
  })
  scopes!: string[]
  @Field(() => Int, { defaultValue: limits.apiKey.days.default, description: '1..365' })
  expiresInDays!: number
  @Field(() => [String], {
    defaultValue: [],
    description: 'IP addresses and ranges it may come from; empty: from anywhere.',
  })
  allowedAddresses!: string[]
  @Field(() => [String], {
    defaultValue: [],
    description: 'Where a verification may send people back to; https, or http on localhost while trying out.',
  })
  returnAddresses!: string[]
}

@InputType({ description: 'The new list of return addresses of a key.' })
export class SetReturnAddressesInput {
  @Field(() => ID, { description: 'The key.' })
  apiKeyId!: string
  @Field(() => [String], { description: 'The whole list; what is not in it is refused from now on.' })
  returnAddresses!: string[]
}

@ObjectType({ description: 'The key was made.' })
export class ApiKeyCreated extends GraphqlObject {
  @Field(() => ApiKey, { description: 'The key, as it is listed.' })
  apiKey!: ApiKey
  @Field(() => String, { description: 'The whole key. This is the only time it is shown.' })
  token!: string
}

@ObjectType({ description: 'The return addresses were replaced.' })
export class ReturnAddressesSet extends GraphqlObject {
  @Field(() => ApiKey, { description: 'The key, as it is now.' })
  apiKey!: ApiKey
}

@ObjectType({ implements: UserError, description: 'The network has as many live keys as it may: revoke one first.' })
export class TooManyApiKeys extends UserError {}

export const CreateApiKeyResult = createUnionType({
  name: 'CreateApiKeyResult',
  description: 'What became of the new key.',
  types: () => [ApiKeyCreated, InvalidInput, TooManyApiKeys] as const,
})
export const SetReturnAddressesResult = createUnionType({
  name: 'SetReturnAddressesResult',
  description: 'What became of the new list.',
  types: () => [ReturnAddressesSet, InvalidInput] as const,
})

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
