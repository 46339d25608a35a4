import { InjectionToken, inject } from '@needle-di/core'
import type { Connection, Model, mongo, Schema } from 'mongoose'
import { isDuplicateKey } from './mongo-connection.js'

/** The one connection to MongoDB. */
export type Database = Connection
export const Database = new InjectionToken<Database>('Database')

/** A collection: what is injected for it, and its model on a connection where nothing is injected. */
export type ModelToken<Document> = InjectionToken<Model<Document>> & {
  on(connection: Connection): Model<Document>
}

/** @param name unique among all models, which `models.ts` lists */
export function defineModel<Document>(name: string, schema: Schema<Document>): ModelToken<Document> {
  const on = (connection: Connection): Model<Document> =>
    connection.models[name] ?? connection.model<Document>(name, schema)
  return Object.assign(new InjectionToken(name, { factory: () => on(inject(Database)) }), { on })
}

/**
 * The collection of a model without what mongoose does around each query (building it, casting, hooks), which costs as
 * much as the driver itself: for the reads and writes that every request or sign-in makes. Nothing is cast here, so
 * filters are made of our own ids, hashes and dates alone; and `undefined` would be written as null.
 */
export function plainCollection<T extends { _id: string }>(model: Model<T>): mongo.Collection<T> {
  return model.collection as unknown as mongo.Collection<T>
}

/**
 * Inserts a document unchanged: types guarantee its shape, so nothing is hydrated or cast.
 * @returns false for a duplicate key: another write won the race
 */
export async function insertDocument<T extends { _id: string }>(model: Model<T>, document: T): Promise<boolean> {
  try {
    // The driver's types expect ObjectIds; every id here is a string.
    await model.collection.insertOne(document as never)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/**
 * Inserts many documents in one command; existing ones are left unchanged.
 * @returns the new ids
 */
export async function insertNew<T extends { _id: string }>(
  collection: mongo.Collection<T>,
  documents: readonly mongo.OptionalUnlessRequiredId<T>[],
): Promise<ReadonlySet<string>> {
  const ids = documents.map(({ _id }) => String(_id))
  const added = new Set(ids)
  if (documents.length === 0) return added
  try {
    await collection.insertMany(documents, { ordered: false })
  } catch (error) {
    const { writeErrors = [] } = error as { writeErrors?: readonly { index: number }[] }
    const isOnlyDuplicates = writeErrors.length === 0 ? isDuplicateKey(error) : writeErrors.every(isDuplicateKey)
    if (!isOnlyDuplicates) throw error
    for (const { index } of writeErrors) added.delete(ids[index] ?? '')
    if (writeErrors.length === 0) added.clear()
  }
  return added
}
