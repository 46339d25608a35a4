import { accountMaker, DAY, mandateOf } from './account-maker.mjs'
import { emptyDatabase, insertAll } from './databases.mjs'
import { newMembership, newNetwork } from './inside.mjs'
import { buildIndexes } from './twinlock-process.mjs'

const networkIds = ['net_bench_0', 'net_bench_1', 'net_bench_2']

/**
 * An installation with people in it, written directly to the database: everyone has an authentication
 * app whose secret is known here and is in the first of the networks, which requires it; the first `inAll` people are in
 * all three.
 * @returns {Promise<{email: string, key: Buffer}[]>} the people, with what their authenticator app holds
 */
export async function seedTwinlock(engineUri, database, { people, inAll = 0 }) {
  const { db, close } = await emptyDatabase(engineUri, database)
  await buildIndexes(engineUri, database)
  const make = await accountMaker()
  const joined = new Date(Date.now() - 30 * DAY)
  const seeded = []
  const accounts = []
  const memberships = []
  for (let place = 0; place < people; place++) {
    const its = networkIds.slice(0, place < inAll ? networkIds.length : 1)
    const made = await make({ email: `person${place}@bench.example`, name: `Person ${place}`, networkIds: its })
    seeded.push(made.person)
    accounts.push(made.account)
    for (const network of its) memberships.push(newMembership(made.account, network, 'MEMBER', joined))
  }
  await db.collection('networks').insertMany(networksOwnedBy(accounts[0], joined))
  await insertAll(db.collection('accounts'), accounts)
  await insertAll(db.collection('memberships'), memberships)
  await close()
  return seeded
}

function networksOwnedBy(owner, now) {
  return networkIds.map((id, place) => ({
    ...newNetwork({ id, slug: `bench-${place}`, name: `Bench ${place}`, plan: 'PRO', ownerId: owner._id, now }),
    mandate: place === 0 ? mandateOf(owner, now) : null,
  }))
}
