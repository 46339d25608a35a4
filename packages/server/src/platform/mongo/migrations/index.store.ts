import type { Connection, mongo } from 'mongoose'
import PQueue from 'p-queue'
import { defaultNameOf, type IndexDefinition, type StoredIndex } from './index-comparison.js'

/** Documents that a unique index does not allow to stand beside each other. */
export interface Duplicates {
  index: IndexDefinition
  /** Ids of the documents, group by group; never the value they share, which may be an address. */
  groups: string[][]
}

const MOST_GROUPS = 100
/** All at once they would open every connection of the pool, one by one each would wait for the last: both cost a start. */
const LOOKUPS_AT_ONCE = 4
const OPTIONS_CONFLICT = new Set([85, 86]) // IndexOptionsConflict, IndexKeySpecsConflict

/** The indexes of every collection that has a model on this connection: as declared, and as they are. */
export class IndexStore {
  constructor(private readonly connection: Connection) {}

  declared(): IndexDefinition[] {
    return Object.values(this.connection.models).flatMap((model) =>
      model.schema
        .indexes()
        .map(([keys, options]) => definitionOf(model.collection.name, keys as Record<string, unknown>, options)),
    )
  }

  async stored(): Promise<StoredIndex[]> {
    const present = await this.#collections()
    const lookups = new PQueue({ concurrency: LOOKUPS_AT_ONCE })
    const own = this.#ownCollections().filter((name) => present.has(name))
    const ofEach = await Promise.all(own.map((name) => lookups.add(() => this.#storedOf(name))))
    return ofEach.flat()
  }

  async #storedOf(name: string): Promise<StoredIndex[]> {
    const indexes = await this.#collection(name).indexes()
    return indexes
      .filter((index) => index.name !== '_id_')
      .map((index) => ({ ...definitionOf(name, index.key, index), name: String(index.name) }))
  }

  /** So that the first write of a collection never has to create it. */
  async createCollections(): Promise<void> {
    const present = await this.#collections()
    const absent = this.#ownCollections().filter((name) => !present.has(name))
    await Promise.all(
      absent.map((name) =>
        this.#db()
          .createCollection(name)
          .catch((error: { codeName?: string }) => {
            // Another process was first.
            if (error.codeName !== 'NamespaceExists') throw error
          }),
      ),
    )
  }

  /** Builds the indexes of one collection in one command. */
  async build(indexes: readonly IndexDefinition[]): Promise<void> {
    const collections = [...new Set(indexes.map(({ collection }) => collection))]
    await Promise.all(
      collections.map((name) =>
        this.#collection(name).createIndexes(
          indexes
            .filter(({ collection }) => collection === name)
            .map((index) => descriptionOf(index, defaultNameOf(index))),
        ),
      ),
    )
  }

  /**
   * Builds the new index before the old one goes, where MongoDB lets both stand (a change of unique, sparse or the
   * filter), so that queries and uniqueness always have one.
   */
  async replace(declared: IndexDefinition, stored: readonly StoredIndex[]): Promise<void> {
    const collection = this.#collection(declared.collection)
    const ownName = defaultNameOf(declared)
    const isTaken = stored.some(({ name }) => name === ownName)
    const name = isTaken ? `${ownName}_${Date.now().toString(36)}` : ownName
    try {
      await collection.createIndexes([descriptionOf(declared, name)])
      for (const old of stored) await collection.dropIndex(old.name)
    } catch (error) {
      if (!OPTIONS_CONFLICT.has((error as { code?: number }).code ?? 0)) throw error
      for (const old of stored) await collection.dropIndex(old.name)
      await collection.createIndexes([descriptionOf(declared, ownName)])
    }
  }

  async drop(index: StoredIndex): Promise<void> {
    await this.#collection(index.collection).dropIndex(index.name)
  }

  /** What stands in the way of a unique index that is to be built. */
  async duplicates(index: IndexDefinition): Promise<Duplicates> {
    const present = await this.#collections()
    if (!present.has(index.collection)) return { index, groups: [] }
    // A sparse index knows no document that lacks all of its fields.
    const sparse = index.isSparse ? { $or: index.keys.map(([path]) => ({ [path]: { $exists: true } })) } : {}
    const filter = index.filter ? (JSON.parse(index.filter) as Record<string, unknown>) : {}
    const groups = await this.#collection(index.collection)
      .aggregate<{ ids: unknown[] }>(
        [
          { $match: { $and: [sparse, filter] } },
          // An index of an array holds each of its elements.
          ...arraysWithin(index).map((path) => ({ $unwind: { path: `$${path}`, preserveNullAndEmptyArrays: true } })),
          {
            $group: {
              _id: index.keys.map(([path]) => ({ $ifNull: [`$${path}`, null] })),
              ids: { $addToSet: '$_id' },
            },
          },
          { $match: { 'ids.1': { $exists: true } } },
          { $sort: { 'ids.0': 1 } },
          { $limit: MOST_GROUPS },
        ],
        { allowDiskUse: true },
      )
      .toArray()
    return { index, groups: groups.map(({ ids }) => ids.map(withoutAddress).sort()) }
  }

  #ownCollections(): string[] {
    return [...new Set(Object.values(this.connection.models).map((model) => model.collection.name))]
  }

  async #collections(): Promise<Set<string>> {
    const listed = await this.#db().listCollections({}, { nameOnly: true }).toArray()
    return new Set(listed.map(({ name }) => name))
  }

  #collection(name: string): mongo.Collection {
    return this.#db().collection(name)
  }

  #db(): mongo.Db {
    if (!this.connection.db) throw new Error('Migrations need an open connection.')
    return this.connection.db as unknown as mongo.Db
  }
}

function definitionOf(
  collection: string,
  keys: Record<string, unknown>,
  options: { [option: string]: unknown },
): IndexDefinition {
  const { unique, sparse, expireAfterSeconds, partialFilterExpression, collation } = options
  return {
    collection,
    keys: Object.entries(keys).map(([path, direction]) => [path, direction]),
    isUnique: unique === true,
    isSparse: sparse === true,
    expireAfterSeconds: typeof expireAfterSeconds === 'number' ? expireAfterSeconds : null,
    filter: partialFilterExpression ? JSON.stringify(partialFilterExpression) : null,
    collation: collation ? collationOf(collation as Record<string, unknown>) : null,
  }
}

/** Every path of the keys that may hold an array: `sso.domains` and `sso`. */
function arraysWithin({ keys }: IndexDefinition): string[] {
  const paths = keys.flatMap(([path]) => path.split('.').map((_, place, parts) => parts.slice(0, place + 1).join('.')))
  return [...new Set(paths)]
}

/** MongoDB fills a collation in; what a declaration names decides. */
function collationOf({ locale, strength, numericOrdering, caseLevel }: Record<string, unknown>): string {
  return JSON.stringify({
    locale,
    strength: strength ?? 3,
    numericOrdering: numericOrdering ?? false,
    caseLevel: caseLevel ?? false,
  })
}

function descriptionOf(index: IndexDefinition, name: string): mongo.IndexDescription {
  return {
    key: new Map(index.keys as [string, 1 | -1][]),
    name,
    ...(index.isUnique ? { unique: true } : {}),
    ...(index.isSparse ? { sparse: true } : {}),
    ...(index.expireAfterSeconds === null ? {} : { expireAfterSeconds: index.expireAfterSeconds }),
    ...(index.filter ? { partialFilterExpression: JSON.parse(index.filter) } : {}),
    ...(index.collation ? { collation: JSON.parse(index.collation) } : {}),
  }
}

/** Some ids end in an address (`network:address`), which is nobody's business in a terminal or a log. */
function withoutAddress(id: unknown): string {
  const text = String(id)
  return text.includes('@') ? `${text.slice(0, text.indexOf(':') + 1)}…` : text
}
