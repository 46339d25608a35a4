/** An index by what it does; its name is no part of what it does. */
export interface IndexDefinition {
  collection: string
  keys: readonly (readonly [path: string, direction: unknown])[]
  isUnique: boolean
  isSparse: boolean
  /** Seconds after which a TTL index lets go of a document. */
  expireAfterSeconds: number | null
  /** Of a partial index and of a collation, as JSON. */
  filter: string | null
  collation: string | null
}

export interface StoredIndex extends IndexDefinition {
  name: string
}

export interface IndexDifferences {
  missing: IndexDefinition[]
  /** Indexes of the same keys with other options. */
  different: { declared: IndexDefinition; stored: StoredIndex[] }[]
  /** Nothing declares them any more. */
  obsolete: StoredIndex[]
}

/** What has to change so that the stored indexes are the declared ones. Collections without a model are not ours. */
export function compareIndexes(declared: readonly IndexDefinition[], stored: readonly StoredIndex[]): IndexDifferences {
  const wanted = new Set(declared.map(signatureOf))
  const present = new Set(stored.map(signatureOf))
  const absent = declared.filter((index) => !present.has(signatureOf(index)))
  const extra = stored.filter((index) => !wanted.has(signatureOf(index)))
  const replacedBy = (index: StoredIndex) => absent.find((other) => keysOf(other) === keysOf(index))
  const different = absent
    .map((index) => ({ declared: index, stored: extra.filter((other) => replacedBy(other) === index) }))
    .filter((pair) => pair.stored.length > 0)
  return {
    missing: absent.filter((index) => !different.some((pair) => pair.declared === index)),
    different,
    obsolete: extra.filter((index) => !replacedBy(index)),
  }
}

/** `accounts { emailKey: 1 } unique`: as an operator reads it. */
export function describeIndex(index: IndexDefinition): string {
  const keys = index.keys.map(([path, direction]) => `${path}: ${direction}`).join(', ')
  return [
    `${index.collection} { ${keys} }`,
    ...(index.isUnique ? ['unique'] : []),
    ...(index.isSparse ? ['sparse'] : []),
    ...(index.expireAfterSeconds === null ? [] : [`expires after ${index.expireAfterSeconds} s`]),
    ...(index.filter ? [`where ${index.filter}`] : []),
    ...(index.collation ? [`collation ${index.collation}`] : []),
  ].join(' ')
}

/** What MongoDB would name it. */
export function defaultNameOf({ keys }: IndexDefinition): string {
  return keys.map(([path, direction]) => `${path}_${direction}`).join('_')
}

const keysOf = ({ collection, keys }: IndexDefinition) => JSON.stringify([collection, keys])

const signatureOf = (index: IndexDefinition) =>
  JSON.stringify([
    index.collection,
    index.keys,
    index.isUnique,
    index.isSparse,
    index.expireAfterSeconds,
    index.filter,
    index.collation,
  ])
