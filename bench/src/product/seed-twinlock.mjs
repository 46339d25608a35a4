import { randomBytes } from 'node:crypto'
import { base32Of } from '../harness/totp.mjs'
import { emptyDatabase, insertAll } from './databases.mjs'
import {
  createPasswordHasher,
  hashToken,
  KeyRing,
  newAccount,
  newBackupCodes,
  newMembership,
  newNetwork,
  newToken,
} from './inside.mjs'
import { buildIndexes, ring } from './twinlock-process.mjs'

const DAY = 86_400_000
export const PASSWORD = 'correct horse battery staple'

/** The cookie of a browser that every seeded account knows: the usual sign-in, which mails nobody. */
export const browserToken = newToken()

/**
 * An installation with people in it, written past the product: everybody with the same password, an app whose secret is
 * known here, ten backup codes, and in the first of the networks; the first `inAll` people are in all of them.
 * @returns {Promise<{email: string, key: Buffer}[]>} the people, with what their authenticator app holds
 */
export async function seedTwinlock(engineUri, database, { people, inAll = 0 }) {
  const { db, close } = await emptyDatabase(engineUri, database)
  await buildIndexes(engineUri, database)
  const keyRing = new KeyRing(ring.keys)
  const passwordHash = await createPasswordHasher().hash(PASSWORD)
  const joined = new Date(Date.now() - 30 * DAY)
  // Bound to their owner and never opened here: the same ones for everybody make documents of the usual size.
  const backupCodes = (await newBackupCodes(keyRing, 'bench')).stored
  const everybody = []
  const accounts = []
  const memberships = []
  for (let place = 0; place < people; place++) {
    const email = `person${place}@bench.example`
    const key = randomBytes(20)
    const base = newAccount({ emailKey: email, email, name: `Person ${place}`, passwordHash, now: joined })
    const sealedSecret = await keyRing.seal(base32Of(key), { owner: base._id, purpose: 'totp' })
    const account = {
      ...base,
      networkIds: networkIds.slice(0, place < inAll ? networkIds.length : 1),
      knownBrowsers: [hashToken(browserToken)],
      factors: { app: { id: `fac_${place}`, sealedSecret, createdAt: joined, lastUsedAt: null }, sms: null },
      preferredMethod: 'AUTHENTICATOR_APP',
      backupCodes,
      backupCodesGeneratedAt: joined,
    }
    everybody.push({ email, key })
    accounts.push(account)
    for (const network of account.networkIds) memberships.push(newMembership(account, network, 'MEMBER', joined))
  }
  await db.collection('networks').insertMany(networksOwnedBy(accounts[0], joined))
  await insertAll(db.collection('accounts'), accounts)
  await insertAll(db.collection('memberships'), memberships)
  await close()
  return everybody
}

const networkIds = ['net_bench_0', 'net_bench_1', 'net_bench_2']

/** The first requires two-factor authentication, as a customer's network would. */
function networksOwnedBy(owner, now) {
  return networkIds.map((id, place) => {
    const network = newNetwork({
      id,
      slug: `bench-${place}`,
      name: `Bench ${place}`,
      plan: 'PRO',
      ownerId: owner._id,
      now,
    })
    return place === 0 ? { ...network, mandate: mandateOf(owner, now) } : network
  })
}

function mandateOf(owner, activatedAt) {
  const activatedBy = { accountId: owner._id, name: owner.name }
  return {
    activationId: 'act_bench',
    activatedAt,
    activatedBy,
    deadline: new Date(activatedAt.getTime() + DAY),
    timeZone: 'UTC',
  }
}
