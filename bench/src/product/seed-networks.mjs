import { accountMaker, DAY } from './account-maker.mjs'
import { emptyDatabase, insertAll } from './databases.mjs'
import { newMembership, newNetwork } from './inside.mjs'
import { buildIndexes } from './twinlock-process.mjs'

/**
 * Networks of given sizes without a requirement yet, each with its own OWNER, who has an app; every second member
 * has one too.
 * @returns {Promise<{id: string, slug: string, size: number, owner: object, ownerId: string, memberships: object[]}[]>}
 */
export async function seedNetworks(engineUri, database, sizes) {
  const { db, close } = await emptyDatabase(engineUri, database)
  await buildIndexes(engineUri, database)
  const make = await accountMaker()
  const now = new Date(Date.now() - 30 * DAY)
  const networks = []
  for (const [place, size] of sizes.entries()) {
    const id = `net_${place}`
    const members = []
    for (let member = 0; member < size; member++) {
      const name = `${FIRST_NAMES[member % FIRST_NAMES.length]} ${member.toString(36)}`
      const email = `n${place}.m${member}@bench.example`
      members.push(await make({ email, name, networkIds: [id], hasApp: member % 2 === 0 }))
    }
    const [owner] = members
    const from = {
      id,
      slug: `network-${place}`,
      name: `Network ${place}`,
      plan: 'PRO',
      ownerId: owner.account._id,
      now,
    }
    const memberships = members.map(({ account }) => newMembership(account, id, 'MEMBER', now))
    await db.collection('networks').insertOne(newNetwork(from))
    await insertAll(
      db.collection('accounts'),
      members.map(({ account }) => account),
    )
    await insertAll(db.collection('memberships'), memberships)
    networks.push({ id, slug: from.slug, size, owner: owner.person, ownerAccount: owner.account, memberships })
  }
  await close()
  return networks
}

const FIRST_NAMES =
  'Aiko Bruno Camille Daniel Elena Farid Greta Hugo Ines Jamal Katarzyna Liam Mateo Nadia Olga Pedro'.split(' ')
