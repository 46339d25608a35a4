import { apiKeyScopes } from '@twinlock/shared/vocabulary'
import type { Connection } from 'mongoose'
import type { AccountDocument } from '../accounts/account.model.js'
import { ApiKeyCollection, type ApiKeyDocument } from '../api-keys/api-key.model.js'
import { hashToken, newToken } from '../platform/crypto/tokens.js'

/** A fixed id, so that an interrupted start leaves no second key. */
const PREFIX = 'demokeyacme2'
const DAYS = 90

/**
 * A ready key for trying the API; its return address is the one of `examples/step-up`.
 * @returns the whole key, which is shown only once
 */
export async function seedDemoKey(
  connection: Connection,
  networkId: string,
  owner: AccountDocument,
  now: Date,
): Promise<string> {
  const token = `twl_${PREFIX}_${newToken()}`
  const key: ApiKeyDocument = {
    _id: PREFIX,
    hash: hashToken(token),
    networkId,
    name: 'Demo shop',
    scopes: [...apiKeyScopes],
    allowedAddresses: [],
    returnAddresses: ['http://localhost:8080/confirmed'],
    makerAccountId: owner._id,
    makerName: owner.name,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DAYS * 86_400_000),
    revokedAt: null,
    lastUsedAt: null,
    events: [],
  }
  await ApiKeyCollection.on(connection).replaceOne({ _id: PREFIX }, key, { upsert: true })
  return token
}
