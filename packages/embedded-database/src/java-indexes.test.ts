import { type Collection, type Filter, MongoClient } from 'mongodb'
import { expect, onTestFinished, test } from 'vitest'
import { findOnPath } from './find-on-path.js'
import { rememberEngine } from './remembered-engine.js'
import { startEmbeddedDatabase } from './start-embedded-database.js'
import { scratchFolder } from './testing/scratch-folder.js'

/** The indexes of the Java engine are our own: with and without them every filter must find the same documents. */
interface Member {
  _id: string
  network?: string | null
  seat?: number | null
  tags?: string[]
  factors?: { kind: string }[]
  email?: string
}

const FILTERS: Filter<Member>[] = [
  { _id: 'm7' },
  { _id: 'm7', seat: { $gte: 0 } },
  { _id: 'm7', seat: -1 },
  { _id: { $in: ['m1', 'm2', 'absent'] }, network: 'n1' },
  { network: 'n1' },
  { network: 'n1', seat: { $lt: 20 } },
  { network: 'absent' },
  { network: null },
  { network: { $in: ['n0', 'n2'] } },
  { network: { $in: ['n0', null] } },
  { network: { $ne: 'n1' } },
  { network: { $exists: false } },
  { network: { $regex: '^n' } },
  { network: 'n1', $or: [{ seat: 1 }, { seat: 4 }] },
  { seat: 3 },
  { seat: { $in: [3, 4.5] } },
  { tags: 'red' },
  { tags: { $in: ['red', 'blue'] } },
  { tags: ['red', 'blue'] },
  { 'factors.kind': 'app' },
  { 'factors.kind': 'app', network: 'n2' },
  { email: 'm3@x.test' },
  { email: 'm3@x.test', network: 'n0' },
]

test('an index never changes what a filter finds', async (context) => {
  context.skip(!(await findOnPath('java')), 'no java on PATH')
  const dataDir = await scratchFolder()
  await rememberEngine(dataDir, 'java')
  const database = await startEmbeddedDatabase({ dataDir })
  const { indexed, plain, close } = await twoCollections(database.uri)

  for (const change of changes()) {
    await change(indexed)
    await change(plain)
    await expectSame(indexed, plain)
  }
  await close()
  await database.close()

  const again = await startEmbeddedDatabase({ dataDir })
  onTestFinished(again.close)
  const reopened = await twoCollections(again.uri)
  await expectSame(reopened.indexed, reopened.plain)
  await expect(reopened.indexed.insertOne({ _id: 'new', email: 'm3@x.test' })).rejects.toThrow('E11000')
  await reopened.close()
})

function* changes(): Generator<(members: Collection<Member>) => Promise<unknown>> {
  yield (members) => members.insertMany(Array.from({ length: 60 }, (_, n) => member(n)))
  yield (members) => members.updateMany({ network: 'n1', seat: { $lt: 10 } }, { $set: { network: 'n2' } })
  yield (members) => members.updateOne({ _id: 'm3' }, { $unset: { network: '' }, $push: { tags: 'blue' } })
  yield (members) => members.updateOne({ _id: 'm6', seat: 6 }, { $set: { 'factors.0.kind': 'sms', seat: 4.5 } })
  yield (members) => members.findOneAndUpdate({ _id: 'm9' }, { $set: { email: 'other@x.test' } })
  yield (members) => members.updateOne({ _id: 'm3' }, { $set: { email: 'm9@x.test' } })
  yield (members) => members.deleteMany({ network: 'n0', seat: { $gt: 30 } })
  yield (members) => members.updateOne({ _id: 'm3' }, { $set: { email: 'm3@x.test' } })
  yield (members) => members.updateOne({ _id: 'up', network: 'n1' }, { $set: { seat: 1 } }, { upsert: true })
  yield (members) => members.replaceOne({ _id: 'm12' }, { network: 'n1', tags: ['red'], email: 'm12@x.test' })
}

function member(n: number): Member {
  return {
    _id: `m${n}`,
    network: n % 13 === 0 ? null : `n${n % 3}`,
    seat: n,
    tags: n % 2 ? ['red', 'blue'] : ['green'],
    factors: n % 4 ? [{ kind: 'app' }, { kind: 'sms' }] : [],
    email: `m${n}@x.test`,
  }
}

async function twoCollections(uri: string) {
  const client = await new MongoClient(uri).connect()
  const indexed = client.db('test').collection<Member>('indexed')
  const plain = client.db('test').collection<Member>('plain')
  await indexed.createIndex({ network: 1, seat: -1 })
  await indexed.createIndex({ seat: 1 })
  await indexed.createIndex({ tags: 1 })
  await indexed.createIndex({ 'factors.kind': 1 })
  await indexed.createIndex({ email: 1 }, { unique: true, sparse: true })
  return { indexed, plain, close: () => client.close() }
}

async function expectSame(indexed: Collection<Member>, plain: Collection<Member>): Promise<void> {
  for (const filter of FILTERS) {
    const [found, expected] = await Promise.all([indexed, plain].map((members) => allOf(members, filter)))
    expect(found, JSON.stringify(filter)).toEqual(expected)
  }
}

function allOf(members: Collection<Member>, filter: Filter<Member>): Promise<object[]> {
  return members.find(filter).sort({ _id: 1 }).toArray()
}
