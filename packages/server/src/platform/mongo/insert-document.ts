import type { Model, mongo } from 'mongoose'
import { isDuplicateKey } from './mongo-connection.js'

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
