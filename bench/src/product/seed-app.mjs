import { openDatabase } from './databases.mjs'
import { hashToken, newToken } from './inside.mjs'

const CLIENT_ID = 'app_bench'
export const REDIRECT_URI = 'https://app.bench.example/callback'
export const HOST = 'app.bench.example'

/**
 * An app of the network that everyone belongs to and that everyone has used before.
 * @param {string[]} sessions cookies of people who are signed in
 * @returns {Promise<{clientId: string, secret: string, gateCookies: string[]}>} with a cookie of the gate for each
 */
export async function seedApp(engineUri, database, sessions) {
  const { db, close } = await openDatabase(engineUri, database)
  const network = await db.collection('networks').findOne({ _id: 'net_bench_0' })
  const [secret, now] = [newToken(), new Date()]
  await db.collection('networks').updateOne({ _id: network._id }, { $addToSet: { appHosts: HOST } })
  await db.collection('apps').insertOne({
    _id: CLIENT_ID,
    networkId: network._id,
    networkName: network.name,
    name: 'Bench',
    logo: null,
    homeUrl: null,
    redirectUris: [REDIRECT_URI],
    postLogoutRedirectUris: [],
    backChannelLogoutUri: null,
    hosts: [HOST],
    pathRules: [],
    access: 'EVERYONE',
    roles: null,
    requires: 'SIGNED_IN',
    authMethod: 'client_secret_post',
    jwks: null,
    secrets: [{ hash: hashToken(secret), createdAt: now }],
    createdAt: now,
    lastUsedAt: now,
    deletedAt: null,
    version: 0,
    events: [],
  })
  const gateCookies = []
  for (const cookie of sessions) {
    const session = await db.collection('sessions').findOne({ _id: hashToken(cookie.split('=')[1]) })
    const { accountId } = session
    const account = await db.collection('accounts').findOne({ _id: accountId })
    const visit = { _id: `${CLIENT_ID}:${accountId}`, appId: CLIENT_ID, at: now }
    await db.collection('app_visits').updateOne({ _id: visit._id }, { $set: visit }, { upsert: true })
    const gateToken = newToken()
    await db.collection('app_sessions').insertOne({
      _id: hashToken(gateToken),
      kind: 'GATE',
      appId: CLIENT_ID,
      appName: 'Bench',
      accountId,
      email: account.email,
      networkId: network._id,
      networkName: network.name,
      sessionId: session.publicId,
      host: HOST,
      sid: null,
      createdAt: now,
      lastUsedAt: now,
      endedAt: null,
      reason: null,
      logout: null,
      events: [],
    })
    gateCookies.push(`__Host-twinlock_gate=${gateToken}`)
  }
  await close()
  return { clientId: CLIENT_ID, secret, gateCookies }
}
