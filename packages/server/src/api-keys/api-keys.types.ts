import { limits } from '@twinlock/shared/limits'
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { ApiKeyState } from '../domain/api-key.js'
import { NetworkSummary } from '../networks/network-summary.types.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { enumOf } from '../platform/graphql/enums.js'
import { InvalidInput, UserError } from '../platform/graphql/user-error.types.js'
import type { ApiKeyDocument } from './api-key.model.js'

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
