import { InjectionToken, inject } from '@needle-di/core'
import { type Connection, type mongo, Schema } from 'mongoose'
import { isDuplicateKey } from './mongo-connection.js'

/** The one connection to MongoDB. */
export type Database = Connection
export const Database = new InjectionToken<Database>('Database')

type Scalar = string | number | boolean | Date | null | undefined | mongo.ObjectId
type Deeper<Depth extends 1[]> = [...Depth, 1]

/** `attempts.inARow`, `factors.passkeys`; into a list by a place (`acts.9`) or, in filters, by none (`events.id`). */
export type Path<T, Depth extends 1[] = []> = Depth['length'] extends 4
  ? never
  : T extends Scalar
    ? never
    : T extends readonly (infer Element)[]
      ? `${number}` | `${number}.${Path<Element, Deeper<Depth>>}` | Path<Element, Deeper<Depth>>
      : { [K in keyof T & string]-?: K | `${K}.${Path<T[K], Deeper<Depth>>}` }[keyof T & string]

/** What stands at a path; below a field that may be null or absent too, where the driver's own type knows nothing. */
type ValueAt<T, P extends string> = T extends readonly (infer Element)[]
  ? P extends `${number}`
    ? Element
    : ValueAt<NonNullable<Element>, P extends `${number}.${infer Rest}` ? Rest : P>
  : P extends keyof T
    ? Exclude<T[P], undefined>
    : P extends `${infer Key}.${infer Rest}`
      ? Key extends keyof T
        ? ValueAt<NonNullable<T[Key]>, Rest>
        : never
      : never

export type Filter<T> = { readonly [P in Path<T>]?: mongo.Condition<ValueAt<T, P>> | null } & {
  readonly $and?: readonly Filter<T>[]
  readonly $or?: readonly Filter<T>[]
  readonly $nor?: readonly Filter<T>[]
  readonly $expr?: object
}

export type Values<T> = { readonly [P in Path<T>]?: ValueAt<T, P> } & {
  /** An element that the filter found. */
  readonly [path: `${string}.$${string}`]: unknown
}

/** What a list takes: one element, or several. */
type Added<List> =
  NonNullable<List> extends readonly (infer Element)[]
    ? Element | { readonly $each: readonly Element[]; readonly $slice?: number; readonly $position?: number }
    : never

export interface Update<T> {
  $set?: Values<T>
  $setOnInsert?: Values<T>
  $max?: Values<T>
  $min?: Values<T>
  $unset?: { readonly [P in Path<T>]?: 1 | '' }
  $inc?: { readonly [P in Path<T>]?: number }
  $push?: { readonly [P in Path<T>]?: Added<ValueAt<T, P>> }
  $addToSet?: { readonly [P in Path<T>]?: Added<ValueAt<T, P>> }
  $pull?: { readonly [P in Path<T>]?: unknown }
  $pop?: { readonly [P in Path<T>]?: 1 | -1 }
}

/** A field whose path is computed: spread into a filter or update, it is compared with no type. */
export function atPath(path: string, value: unknown): { readonly [path: string]: never } {
  return { [path]: value as never }
}

type Changes<T> = Update<T> | mongo.Document[]

type Narrowed =
  | 'find'
  | 'findOne'
  | 'findOneAndUpdate'
  | 'findOneAndDelete'
  | 'updateOne'
  | 'updateMany'
  | 'deleteOne'
  | 'deleteMany'
  | 'countDocuments'
  | 'distinct'

/** The driver's collection, narrowed to filters and updates whose paths the document has. */
export interface Collection<T extends Stored> extends Omit<mongo.Collection<T>, Narrowed> {
  find(filter?: Filter<T>, options?: mongo.FindOptions): mongo.FindCursor<T>
  findOne(filter: Filter<T>, options?: mongo.FindOneOptions): Promise<T | null>
  findOneAndUpdate(filter: Filter<T>, update: Changes<T>, options?: mongo.FindOneAndUpdateOptions): Promise<T | null>
  findOneAndDelete(filter: Filter<T>, options?: mongo.FindOneAndDeleteOptions): Promise<T | null>
  updateOne(filter: Filter<T>, update: Changes<T>, options?: mongo.UpdateOptions): Promise<mongo.UpdateResult<T>>
  updateMany(filter: Filter<T>, update: Changes<T>, options?: mongo.UpdateOptions): Promise<mongo.UpdateResult<T>>
  deleteOne(filter: Filter<T>): Promise<mongo.DeleteResult>
  deleteMany(filter: Filter<T>): Promise<mongo.DeleteResult>
  countDocuments(filter: Filter<T>, options?: mongo.CountDocumentsOptions): Promise<number>
  distinct<P extends keyof T & string>(path: P, filter: Filter<T>): Promise<T[P][]>
}

/** Every id is a string of our own. */
export interface Stored {
  _id: string
}

/**
 * The same collection, for code that knows one part of its documents alone, such as a lease. The compiler cannot see that
 * a path of the part is one of the whole.
 */
export function seenAs<Part extends Stored, Whole extends Part>(collection: Collection<Whole>): Collection<Part> {
  return collection as unknown as Collection<Part>
}

/** Injects a collection; `on` gives that of a connection where nothing is injected. */
export type CollectionToken<T extends Stored> = InjectionToken<Collection<T>> & {
  on(connection: Connection): Collection<T>
}

export type Index<T> = readonly [
  keys: { readonly [P in Path<T>]?: 1 | -1 },
  options?: { unique?: boolean; sparse?: boolean; partialFilterExpression?: object },
]

/**
 * A collection with its indexes, which `npm run twinlock -- migrate` builds. A document's fields are declared once, by its
 * type: nothing casts a filter or fills in a default, so what is written is what the code says (decision 034). mongoose
 * keeps the connection and the list of collections.
 * @param name in the database; `collections.ts` lists them all
 */
export function defineCollection<T extends Stored>(
  name: string,
  indexes: readonly Index<T>[] = [],
): CollectionToken<T> {
  const on = (connection: Connection): Collection<T> => {
    if (!connection.models[name]) {
      const schema = new Schema({ _id: String }, { collection: name, versionKey: false, strict: false })
      for (const [keys, options] of indexes) schema.index(keys as Record<string, 1 | -1>, options)
      connection.model(name, schema)
    }
    if (!connection.db) throw new Error(`The connection is not open yet, so it has no collection ${name}.`)
    // Narrowed for the compiler alone: it is the driver's collection.
    return connection.db.collection<T>(name) as unknown as Collection<T>
  }
  return Object.assign(new InjectionToken<Collection<T>>(name, { factory: () => on(inject(Database)) }), { on })
}

/**
 * Inserts a document unchanged: types guarantee its shape, so nothing is hydrated or cast.
 * @returns false for a duplicate key: another write won the race
 */
export async function insertDocument<T extends Stored>(collection: Collection<T>, document: T): Promise<boolean> {
  try {
    await collection.insertOne(document as mongo.OptionalUnlessRequiredId<T>)
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
export async function insertNew<T extends Stored>(
  collection: Collection<T>,
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
