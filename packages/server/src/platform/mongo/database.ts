import { InjectionToken, inject } from '@needle-di/core'
import type { Connection, Model, Schema } from 'mongoose'

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
