import type { Model, mongo } from 'mongoose'

/**
 * The collection of a model without what mongoose does around each query (building it, casting, hooks), which costs as
 * much as the driver itself: for the reads and writes that every request or sign-in makes. Nothing is cast here, so
 * filters are made of our own ids, hashes and dates alone; and `undefined` would be written as null.
 */
export function plainCollection<T extends { _id: string }>(model: Model<T>): mongo.Collection<T> {
  return model.collection as unknown as mongo.Collection<T>
}
