import fc from 'fast-check'
import { type Collection, type Filter, type IndexSpecification, Long, MongoClient } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOnPath } from './find-on-path.js'
import { rememberEngine } from './remembered-engine.js'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './start-embedded-database.js'
import { temporaryFolder } from './testing/scratch-folder.js'

/** Documents of few values, so that filters meet, fields tie, and whatever can be missing is. */
type Value = string | number | boolean | Date | Long | null | Value[] | { kind?: Value }
type Row = { _id: string } & Record<string, Value>

const INDEXES: IndexSpecification[] = [
  { a: 1, b: 1, c: -1 },
  { a: 1, c: -1, _id: 1 },
  { b: -1, _id: -1 },
  { c: 1, a: 1 },
  { 'list.kind': 1, a: 1 },
  { a: 1, list: 1 },
  { b: 1, 'list.0.kind': 1 },
]
const SPARSE: IndexSpecification[] = [{ c: 1 }, { 'list.kind': 1, b: 1 }]

const moment = fc.constantFrom(0, 1_000, 2_000).map((at) => new Date(at))
const plain = fc.oneof(
  fc.constantFrom('', 'm', 'mo', 'n'),
  fc.constantFrom(0, -0, 1, 1.5, -2, 2 ** 40),
  fc.constantFrom(Long.fromNumber(1), Long.fromString('9007199254740993')),
  fc.boolean(),
  moment,
  fc.constant(null),
)
const element = fc.oneof(plain, fc.record({ kind: plain }, { requiredKeys: [] }))
// Not an empty list, which the engine calls smaller than another empty one: what is sorted by it has no order.
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 5, arbitrary: plain },
  fc.array(element, { minLength: 1, maxLength: 3 }),
)
const fields = fc.record(
  { a: plain, b: value, c: value, list: fc.array(element, { maxLength: 3 }) },
  { requiredKeys: [] },
)

const NAMES = ['a', 'b', 'c', 'list', 'list.kind', 'list.0.kind']
const end = fc.oneof(
  fc.record({ $gt: plain }),
  fc.record({ $gte: plain }),
  fc.record({ $lt: plain }),
  fc.record({ $lte: plain }),
  fc.record({ $gte: plain, $lt: plain }),
)
const wanted = fc.oneof(
  plain,
  plain.map(($eq) => ({ $eq })),
  fc.array(plain, { maxLength: 3 }).map(($in) => ({ $in })),
  end,
  plain.map(($ne) => ({ $ne })),
  fc.record({ $gte: plain, $in: fc.array(plain, { maxLength: 3 }) }),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.constantFrom('^m', '^mo', '^(m|n)').map(($regex) => ({ $regex })),
)
const id = fc.nat(40).map((place) => `m${place}`)
const wantedId = fc.oneof(
  id,
  fc.record({ $gt: id }),
  fc.record({ $gte: id, $lte: id }),
  fc.array(id, { maxLength: 9 }).map(($in) => ({ $in })),
)
const conditions: fc.Arbitrary<Filter<Row>> = fc
  .uniqueArray(fc.oneof(fc.tuple(fc.constantFrom(...NAMES), wanted), fc.tuple(fc.constant('_id'), wantedId)), {
    maxLength: 3,
    selector: ([name]) => name,
  })
  .map((entries) => Object.fromEntries(entries) as Filter<Row>)
const filter: fc.Arbitrary<Filter<Row>> = fc.oneof(
  conditions,
  fc.tuple(conditions, conditions).map(([all, other]) => ({ ...all, $and: [other] })),
  fc.tuple(conditions, fc.array(conditions, { minLength: 1, maxLength: 3 })).map(([all, $or]) => ({ ...all, $or })),
  fc.tuple(conditions, conditions).map(([all, not]) => ({ ...all, $nor: [not] })),
)
const direction = fc.constantFrom(1 as const, -1 as const)
const sort = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', '_id'), direction), {
  maxLength: 3,
  selector: ([name]) => name,
})
const change = fc.record({
  filter: conditions,
  many: fc.boolean(),
  act: fc.oneof(
    fields.filter((set) => Object.keys(set).length > 0).map(($set) => ({ $set })),
    fc.constantFrom('a', 'b', 'c', 'list').map((name) => ({ $unset: { [name]: '' } })),
    fc.constant('delete' as const),
  ),
})

const hasJava = (await findOnPath('java')) !== null

describe.skipIf(!hasJava)('with indexes and without', () => {
  let database: EmbeddedDatabase
  let client: MongoClient
  let remove: () => Promise<void>
  beforeAll(async () => {
    const folder = await temporaryFolder()
    remove = folder.remove
    await rememberEngine(folder.path, 'java')
    database = await startEmbeddedDatabase({ dataDir: folder.path })
    client = await new MongoClient(database.uri).connect()
  })
  afterAll(async () => {
    await client.close()
    await database.close()
    await remove()
  })

  test('every filter finds the same, in every order, before and after changes', async () => {
    let run = 0
    const check = async (documents: Row[], changes: Change[], queries: Query[]) => {
      const [indexed, bare] = await twoCollections(client, `run${run++}`, documents)
      await expectSame(indexed, bare, queries)
      for (const each of changes) {
        for (const collection of [indexed, bare]) await apply(collection, each)
        await expectSame(indexed, bare, queries)
      }
    }
    const documents = fc
      .array(fields, { maxLength: 40 })
      .map((all) => all.map((each, place) => ({ _id: `m${place}`, ...each }) as Row))
    const queries = fc.array(fc.record({ filter, sort, skip: fc.nat(2), limit: fc.nat(4) }), {
      minLength: 8,
      maxLength: 16,
    })
    await fc.assert(fc.asyncProperty(documents, fc.array(change, { maxLength: 3 }), queries, check), {
      numRuns: 60,
      interruptAfterTimeLimit: 40_000,
    })
  })
})

interface Change {
  filter: Filter<Row>
  many: boolean
  act: object | 'delete'
}

interface Query {
  filter: Filter<Row>
  sort: [string, 1 | -1][]
  skip: number
  limit: number
}

async function twoCollections(client: MongoClient, name: string, documents: Row[]) {
  const indexed = client.db('plans').collection<Row>(`${name}_indexed`)
  const bare = client.db('plans').collection<Row>(`${name}_bare`)
  for (const index of INDEXES) await indexed.createIndex(index)
  for (const index of SPARSE)
    await indexed.createIndex(index, { sparse: true, name: `sparse_${JSON.stringify(index)}` })
  if (documents.length > 0) await Promise.all([indexed, bare].map((each) => each.insertMany(documents)))
  return [indexed, bare] as const
}

async function apply(collection: Collection<Row>, { filter, many, act }: Change): Promise<void> {
  if (act === 'delete') await collection.deleteMany(filter)
  else if (many) await collection.updateMany(filter, act)
  // Which one of several is updated is anybody's choice: the one of the smallest id is the same in both.
  else await collection.findOneAndUpdate(filter, act, { sort: { _id: 1 } })
}

async function expectSame(indexed: Collection<Row>, bare: Collection<Row>, queries: Query[]): Promise<void> {
  for (const query of queries) {
    const [found, expected] = await Promise.all([answer(indexed, query), answer(bare, query)])
    expect(found, JSON.stringify(query)).toEqual(expected)
  }
}

/** All of it, a page in the order, and what a pipeline counts. */
async function answer(collection: Collection<Row>, { filter, sort, skip, limit }: Query) {
  const order: [string, 1 | -1][] = sort.some(([name]) => name === '_id') ? sort : [...sort, ['_id', 1]]
  const all = await collection.find(filter).sort(order).toArray()
  const page = await collection.find(filter).sort(order).skip(skip).limit(limit).toArray()
  return { all, page, count: await collection.countDocuments(filter, limit ? { limit } : {}) }
}
