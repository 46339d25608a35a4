import { InjectionToken, inject } from '@needle-di/core'
import type { Connection } from 'mongoose'

/** The one connection to MongoDB. */
export type Database = Connection
export const Database = new InjectionToken<Database>('Database')

/** A mongoose model as something to inject: made on the connection when it is first asked for. */
export function modelToken<Model>(name: string, make: (connection: Connection) => Model): InjectionToken<Model> {
  return new InjectionToken(name, { factory: () => make(inject(Database)) })
}
