import type { Connection } from 'mongoose'

/**
 * Builds every index that the models name. While trying out it runs at each start; in production an operator runs it,
 * since building an index on a large collection is a decision.
 */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection()
    await model.createIndexes()
  }
}
