import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import { hashPassword, symmetricEncrypt } from 'better-auth/crypto'
import { twoFactor } from 'better-auth/plugins'
import { ObjectId } from 'mongodb'
import { startHttpChild } from '../harness/http-child.mjs'
import { HttpClient } from '../harness/http-client.mjs'
import { totpOf } from '../harness/totp.mjs'
import { emptyDatabase, insertAll, uriOf } from '../product/databases.mjs'

const SECRET = 'a secret of the benchmark, and of nothing else'
const PASSWORD = 'correct horse battery staple'

/** One configuration for the server that is measured and for seeding what it reads. */
export function betterAuthOn(db, emailAndPassword, baseURL) {
  return betterAuth({
    baseURL,
    secret: SECRET,
    database: mongodbAdapter(db),
    emailAndPassword: { enabled: true, ...emailAndPassword },
    plugins: [twoFactor()],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
  })
}

export async function startBetterAuth(engineUri, database, hashName) {
  return startHttpChild({
    name: `better-auth, ${hashName}`,
    script: new URL('./better-auth.process.mjs', import.meta.url),
    env: { MONGODB_URI: uriOf(engineUri, database), HASH: hashName },
  })
}

/** As many people as Twinlock has, in the shape that better-auth itself writes them, its own indexes included. */
export async function seedBetterAuth(engineUri, database, { people, hashName }) {
  const { db, close } = await emptyDatabase(engineUri, database)
  const auth = betterAuthOn(db, {}, 'http://127.0.0.1')
  await auth.$context
  const passwordHash =
    hashName === 'argon2id'
      ? await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 })
      : await hashPassword(PASSWORD)
  const now = new Date()
  const backupCodes = await symmetricEncrypt({ key: SECRET, data: JSON.stringify(Array(10).fill('aaaaa-bbbbb')) })
  const seeded = []
  const documents = { user: [], account: [], twoFactor: [] }
  for (let place = 0; place < people; place++) {
    const _id = new ObjectId()
    const email = `person${place}@bench.example`
    const secret = randomBytes(16).toString('hex')
    const times = { createdAt: now, updatedAt: now }
    documents.user.push({ _id, name: `Person ${place}`, email, emailVerified: true, twoFactorEnabled: true, ...times })
    documents.account.push({
      accountId: _id.toString(),
      providerId: 'credential',
      userId: _id,
      password: passwordHash,
      ...times,
    })
    documents.twoFactor.push({
      secret: await symmetricEncrypt({ key: SECRET, data: secret }),
      backupCodes,
      userId: _id,
      verified: true,
      failedVerificationCount: 0,
    })
    seeded.push({ email, key: Buffer.from(secret) })
  }
  for (const [name, all] of Object.entries(documents)) await insertAll(db.collection(name), all)
  await close()
  return seeded
}

/** Signs people in as its own client does. */
export class BetterAuthClient {
  #http
  #headers

  constructor(url, connections) {
    this.#http = new HttpClient(url, connections)
    this.#headers = { Origin: url }
  }

  async signIn({ email }) {
    const answer = await this.#http.post('/api/auth/sign-in/email', { email, password: PASSWORD }, this.#headers)
    if (answer.body.twoFactorRedirect !== true) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.cookies.filter((cookie) => !cookie.endsWith('=')).join('; ')
  }

  async verify(ticket, { key }) {
    const headers = { ...this.#headers, Cookie: ticket }
    const answer = await this.#http.post('/api/auth/two-factor/verify-totp', { code: totpOf(key) }, headers)
    if (!answer.body.token) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  }

  async signInWhole(person) {
    await this.verify(await this.signIn(person), person)
  }

  close() {
    this.#http.close()
  }
}
