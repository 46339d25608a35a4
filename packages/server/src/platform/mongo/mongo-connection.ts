import mongoose, { type Connection } from 'mongoose'

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
    // A request that meets a lost or silent database must end with an error that says so, not hang.
    bufferCommands: false,
    ...unlessSaid(uri, { serverSelectionTimeoutMS: 3_000, connectTimeoutMS: 3_000, socketTimeoutMS: 20_000 }),
    readPreference: 'primary',
    writeConcern: { w: 'majority' },
    // What fails in an election is sent once more to the new primary, within the same request.
    retryReads: true,
    retryWrites: true,
  })
}

/** What the operator writes into the connection string wins. */
function unlessSaid(uri: string, options: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !new RegExp(`[?&]${name}=`, 'i').test(uri)))
}

function hasDatabaseName(uri: string): boolean {
  return /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]+/.test(uri)
}

/** A unique key was there already (MongoDB error 11000): somebody else was first. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11_000
}
