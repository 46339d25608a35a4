// The floor under `authorization`, `token` and `refresh`: the very oidc-provider that the product runs, with the plainest
// adapter for MongoDB and one user, who is signed in at the first request. It checks no network and no session.
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import { MongoClient } from 'mongodb'

const { PORT, MONGODB_URI, REDIRECT_URI, CLIENT_SECRET } = process.env
const library = new URL('../../../packages/server/node_modules/oidc-provider/lib/index.js', import.meta.url)
const { default: Provider } = await import(library.href)
const artifacts = (await new MongoClient(MONGODB_URI, { maxPoolSize: 20 }).connect()).db().collection('artifacts')
await artifacts.deleteMany({})
await artifacts.createIndex({ grantId: 1 })

class Adapter {
  constructor(kind) {
    this.kind = kind
  }
  #id = (id) => `${this.kind}:${id}`
  async upsert(id, payload, ttl) {
    const values = { payload, grantId: payload.grantId, expiresAt: new Date(Date.now() + ttl * 1000) }
    await artifacts.updateOne({ _id: this.#id(id) }, { $set: values }, { upsert: true })
  }
  async find(id) {
    return (await artifacts.findOne({ _id: this.#id(id) }))?.payload
  }
  async findByUid(uid) {
    return (await artifacts.findOne({ 'payload.uid': uid }))?.payload
  }
  async consume(id) {
    await artifacts.updateOne({ _id: this.#id(id) }, { $set: { 'payload.consumed': Math.floor(Date.now() / 1000) } })
  }
  async destroy(id) {
    await artifacts.deleteOne({ _id: this.#id(id) })
  }
  async revokeByGrantId(grantId) {
    await artifacts.deleteMany({ grantId })
  }
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const scopes = ['openid', 'profile', 'email', 'offline_access']
const provider = new Provider(`http://127.0.0.1:${PORT}/oidc`, {
  adapter: Adapter,
  clients: [
    {
      client_id: 'app_bench',
      client_secret: CLIENT_SECRET,
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: [REDIRECT_URI],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['bench'] },
  expiresWithSession: () => false,
  features: { devInteractions: { enabled: false } },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: 'person@bench.example', email_verified: true, name: 'Person' }),
  }),
  interactions: { url: (_, { uid }) => `/enter/${uid}` },
  issueRefreshToken: () => true,
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'bench' }] },
  async loadExistingGrant({ oidc: { session, client } }) {
    const known = session.grantIdFor(client.clientId)
    if (known) return provider.Grant.find(known)
    const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
    grant.addOIDCScope(scopes.join(' '))
    await grant.save()
    return grant
  },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  scopes,
  ttl: {
    AccessToken: 300,
    AuthorizationCode: 60,
    Grant: 86_400,
    IdToken: 300,
    Interaction: 600,
    RefreshToken: 86_400,
    Session: 86_400,
  },
})
const answer = provider.callback()

createServer(async (request, response) => {
  if (request.url.startsWith('/enter/'))
    return provider.interactionFinished(request, response, { login: { accountId: 'person' } })
  // Mounted where Twinlock has it.
  request.originalUrl = request.url
  request.url = request.url.replace('/oidc', '')
  answer(request, response)
}).listen(Number(PORT), '127.0.0.1', () => console.log('ready'))
