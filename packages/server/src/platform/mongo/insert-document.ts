import type { Model } from 'mongoose'
import { isDuplicateKey } from './mongo-connection.js'

/**
 * Inserts a whole document as it is: the types hold its shape, so nothing is hydrated or cast.
 * @returns false when a unique key was there already: somebody else was first
 */
export async function insertDocument<T extends { _id: string }>(model: Model<T>, document: T): Promise<boolean> {
  try {
    // The driver's own types expect ObjectIds; every id here is a string.
    await model.collection.insertOne(document as never)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}
