import { MongoClient } from 'mongodb'

const CHUNK = 1_000

/** A connection string for one database of the engine that this run was given. */
export function uriOf(engineUri, name) {
  return engineUri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/, `$1/${name}$2`)
}

export async function openDatabase(engineUri, name) {
  const client = await new MongoClient(uriOf(engineUri, name)).connect()
  return { db: client.db(name), close: () => client.close() }
}

/** Opens a database that is empty, for seeding. */
export async function emptyDatabase(engineUri, name) {
  const opened = await openDatabase(engineUri, name)
  await opened.db.dropDatabase()
  return opened
}

/** Inserts many, in commands that the database can take at once. */
export async function insertAll(collection, documents) {
  for (let from = 0; from < documents.length; from += CHUNK)
    await collection.insertMany(documents.slice(from, from + CHUNK), { ordered: false })
}
