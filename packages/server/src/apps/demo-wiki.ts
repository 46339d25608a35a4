import type { Connection } from 'mongoose'
import { hashToken } from '../platform/crypto/tokens.js'
import { AppCollection, type AppDocument } from './app.model.js'

/** Always the same, so that a later start finds it. */
const DEMO_WIKI = 'app_demo_wiki'

/**
 * The app that `npm start` runs beside a server that is tried out: `examples/wiki`. Its address and its secret may be
 * others at each start.
 */
export async function connectDemoWiki(
  { connection, now }: { connection: Connection; now: Date },
  network: { id: string; name: string },
  { url, secret }: { url: string; secret: string },
): Promise<void> {
  const addresses = {
    homeUrl: `${url}/`,
    redirectUris: [`${url}/callback`],
    postLogoutRedirectUris: [`${url}/`],
    backChannelLogoutUri: `${url}/signed-out`,
    secrets: [{ hash: hashToken(secret), createdAt: now }],
    deletedAt: null,
  }
  const made: Partial<AppDocument> = {
    networkId: network.id,
    networkName: network.name,
    name: 'Wiki',
    logo: null,
    pathRules: [],
    access: 'EVERYONE',
    roles: null,
    requires: 'SIGNED_IN',
    authMethod: 'client_secret_basic',
    jwks: null,
    createdAt: now,
    lastUsedAt: null,
    version: 0,
    events: [],
  }
  await AppCollection.on(connection).updateOne(
    { _id: DEMO_WIKI },
    { $set: addresses, $setOnInsert: made },
    { upsert: true },
  )
}
