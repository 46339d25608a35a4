import mongoose, { type Connection } from 'mongoose'
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
