import mongoose, { type Connection } from 'mongoose'
import type { Clock } from '../clock/clock.js'
import type { Logger } from '../logging/logger.js'

/**
 * Opens the one pool of a server. Writes are acknowledged by a majority of the replica set, and every read goes to the
 * primary, whatever the connection string says: a secondary may lag, and a decision read from one would be stale.
 * @param uri with or without a database name (default: twinlock)
 */
export function openMongoConnection(uri: string, { monitorCommands = false } = {}): Connection {
  return mongoose.createConnection(uri, {
    ...(hasDatabaseName(uri) ? {} : { dbName: 'twinlock' }),
    autoIndex: false,
    autoCreate: false,
    monitorCommands,
    maxPoolSize: 20,
    // With a lost or silent database, a request must fail with a clear error, not hang.
    bufferCommands: false,
    ...unlessInUri(uri, { serverSelectionTimeoutMS: 3_000, connectTimeoutMS: 3_000, socketTimeoutMS: 20_000 }),
    readPreference: 'primary',
    writeConcern: { w: 'majority' },
    // A command that fails during an election is retried once on the new primary.
    retryReads: true,
    retryWrites: true,
  })
}

/** Options in the connection string take precedence. */
function unlessInUri(uri: string, options: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !new RegExp(`[?&]${name}=`, 'i').test(uri)))
}

function hasDatabaseName(uri: string): boolean {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]+/.test(uri)
}

/** A duplicate key (MongoDB error 11000): another write won the race. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000
}

interface Topology {
  type: string
  servers: ReadonlyMap<string, { type: string }>
}

/** Logs when the database has a primary again; that it has none is logged only once. */
export function logReconnection(connection: Connection, logger: Logger): void {
  let isWritable = true
  connection.getClient().on('topologyDescriptionChanged', ({ newDescription }: { newDescription: Topology }) => {
    const wasWritable = isWritable
    isWritable = hasPrimary(newDescription)
    if (isWritable && !wasWritable) logger.info('The database is available again')
  })
}

function hasPrimary({ servers }: Topology): boolean {
  return [...servers.values()].some(({ type }) => type === 'RSPrimary' || type === 'Mongos' || type === 'Standalone')
}

const TOLERATED_MS = 5_000

/**
 * Compares this server's clock with the database's, the one clock that all servers share: deadlines and codes rest on
 * it. Logs when they are apart, so that the operator can correct them.
 * @returns how far this clock is ahead, in milliseconds; null when the database does not report its time
 */
export async function compareClocks(connection: Connection, clock: Clock, logger: Logger): Promise<number | null> {
  const before = clock.now()
  // The older name of `hello`, which every engine answers.
  const answer = await connection.db?.admin().command({ isMaster: 1 })
  const theirs: unknown = answer?.localTime
  if (!(theirs instanceof Date)) return null
  const middle = (before.getTime() + clock.now().getTime()) / 2
  const ahead = Math.round(middle - theirs.getTime())
  if (Math.abs(ahead) > TOLERATED_MS)
    logger.error({ aheadMs: ahead }, "This server's clock differs from the database's: set it by NTP")
  return ahead
}
