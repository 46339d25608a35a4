import { setTimeout as pause } from 'node:timers/promises'

/** The name of the set, in the data and in connection strings. */
export const REPLICA_SET = 'twinlock'

const NOT_INITIALIZED = 94
const PRIMARY_LIMIT_MS = 30_000

/**
 * Makes the mongod on this port the primary of a replica set of one. The port changes with every start, so data that was
 * served before gets a configuration with the new address.
 * @param {number} port
 * @throws when it is no primary within half a minute
 */
export async function becomePrimary(port) {
  const { MongoClient } = await import('mongodb')
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`)
  try {
    const admin = (await client.connect()).db('admin')
    await configure(admin, `127.0.0.1:${port}`)
    const deadline = Date.now() + PRIMARY_LIMIT_MS
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
      if (Date.now() > deadline) throw new Error('mongod did not become the primary of its replica set.')
      await pause(20)
    }
  } finally {
    await client.close()
  }
}

/** @param {import('mongodb').Db} admin @param {string} host */
async function configure(admin, host) {
  const member = { _id: 0, host }
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 })
    if (config.members.length === 1 && config.members[0].host === host) return
    const version = config.version + 1
    await admin.command({ replSetReconfig: { ...config, version, members: [member] }, force: true })
  } catch (error) {
    if (/** @type {import('mongodb').MongoServerError} */ (error).code !== NOT_INITIALIZED) throw error
    const settings = { electionTimeoutMillis: 1_000 }
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [member], settings } })
  }
}
