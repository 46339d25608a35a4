import { randomBytes } from 'node:crypto'
import mongoose, { type Connection, Schema } from 'mongoose'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { openMongoConnection } from '../mongo-connection.js'
import type { Migration } from './migration.js'
import { describeBacklog, MigrationObstacleError, Migrator } from './migrator.js'

/** Runs of `twinlock migrate` on databases in every state that an operator may have. */

const database = `migrations_${randomBytes(4).toString('hex')}`
const open: Connection[] = []
let connection: Connection

/** A connection with the models of one release. */
async function connect(...schemas: [name: string, schema: Schema][]): Promise<Connection> {
  const opened = openMongoConnection(inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`))
  await opened.asPromise()
  open.push(opened)
  for (const [name, schema] of schemas) opened.model(name, schema)
  return opened
}

const people = () => {
  const schema = new Schema({ _id: String, email: String, name: String }, { collection: 'people' })
  schema.index({ email: 1 }, { unique: true })
  schema.index({ name: 1, _id: 1 })
  return schema
}

const indexesOf = async (collection: string) =>
  (await connection.collection(collection).indexes())
    .filter(({ name }) => name !== '_id_')
    .map(({ key, unique }) => `${Object.keys(key).join(',')}${unique ? ' unique' : ''}`)
    .sort()

beforeEach(async () => {
  connection = await connect(['Person', people()], ['Empty', new Schema({ _id: String }, { collection: 'empty' })])
  await connection.dropDatabase()
})
afterAll(async () => {
  await connection.dropDatabase()
  await Promise.all(open.map((each) => each.close()))
})

const step = (number: number, run: () => Promise<void> = async () => {}): Migration => ({
  number,
  name: `Step ${number}`,
  run,
})

test('an empty database gets every collection and index, and then nothing is left to do', async () => {
  const migrator = new Migrator(connection, [step(1)])
  expect(describeBacklog(await migrator.state())).toBe(
    'migration 1 has not run: Step 1\nmissing index: people { email: 1 } unique\nmissing index: people { name: 1, _id: 1 }',
  )
  expect(await migrator.migrate()).toEqual([
    'Migration 1: Step 1',
    'Built people { email: 1 } unique',
    'Built people { name: 1, _id: 1 }',
  ])
  expect(await indexesOf('people')).toEqual(['email unique', 'name,_id'])
  expect(await indexesOf('empty')).toEqual([])
  expect(describeBacklog(await migrator.state())).toBeNull()
  expect(await migrator.migrate()).toEqual([])
})

test('an index with other options is named and rebuilt, one that nothing declares is named and dropped', async () => {
  const collection = connection.collection('people')
  await collection.createIndex({ email: 1 })
  await collection.createIndex({ name: 1, _id: 1 }, { name: 'by_name' })
  await collection.createIndex({ shoeSize: 1 })
  const migrator = new Migrator(connection, [])
  expect(describeBacklog(await migrator.state())).toBe(
    'different index: people { email: 1 }; needed: people { email: 1 } unique',
  )
  expect(await migrator.migrate({ keepsObsolete: true })).toEqual([
    'Rebuilt people { email: 1 } unique, which was people { email: 1 }',
  ])
  expect(await indexesOf('people')).toEqual(['email unique', 'name,_id', 'shoeSize'])
  expect(await migrator.migrate()).toEqual(['Dropped people { shoeSize: 1 }, which nothing declares any more'])
  expect(await indexesOf('people')).toEqual(['email unique', 'name,_id'])
})

test('a changed lifetime of a TTL index replaces it, though MongoDB lets the two not stand side by side', async () => {
  const schema = new Schema({ _id: String, at: Date }, { collection: 'visits' })
  schema.index({ at: 1 }, { expireAfterSeconds: 60 })
  connection.model('Visit', schema)
  await connection.collection('visits').createIndex({ at: 1 }, { expireAfterSeconds: 10 })
  await new Migrator(connection, []).migrate()
  expect(describeBacklog(await new Migrator(connection, []).state())).toBeNull()
})

test('duplicates in the way of a unique index are listed by id, without the address, and nothing is half done', async () => {
  await connection.collection<{ _id: string }>('people').insertMany([
    { _id: 'acc_1', email: 'ada@example.com' },
    { _id: 'net_1:ada@example.com', email: 'ada@example.com' },
    { _id: 'acc_3', email: 'bob@example.com' },
  ] as never)
  const ran: number[] = []
  const migrator = new Migrator(connection, [step(1, async () => void ran.push(1))])
  const failure = await migrator.migrate().catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(MigrationObstacleError)
  expect(String(failure)).toContain('people { email: 1 } unique: 2 documents share one value: acc_1, net_1:…')
  expect(String(failure)).not.toContain('example.com')
  expect(ran).toEqual([])
  expect(await indexesOf('people')).toEqual([])

  await connection.collection<{ _id: string }>('people').deleteOne({ _id: 'net_1:ada@example.com' })
  await migrator.migrate()
  expect(ran).toEqual([1])
  expect(await indexesOf('people')).toEqual(['email unique', 'name,_id'])
})

test('an index of an array is held up by two documents that share an element, not by one that has it twice', async () => {
  const schema = new Schema({ _id: String, hosts: [String] }, { collection: 'sites' })
  schema.index({ hosts: 1 }, { unique: true, sparse: true })
  connection.model('Site', schema)
  const sites = connection.collection<{ _id: string }>('sites')
  await sites.insertMany([
    { _id: 'app_1', hosts: ['a.example', 'a.example'] },
    { _id: 'app_2', hosts: ['b.example', 'c.example'] },
    { _id: 'app_3', hosts: ['c.example'] },
    { _id: 'app_4' },
    { _id: 'app_5' },
  ] as never)
  const failure = await new Migrator(connection, []).migrate().catch((error: unknown) => String(error))
  expect(failure).toContain('sites { hosts: 1 } unique sparse: 2 documents share one value: app_2, app_3')
  expect(failure).not.toContain('app_1')
  expect(failure).not.toContain('app_4')
  await sites.deleteOne({ _id: 'app_3' })
  await new Migrator(connection, []).migrate()
})

test('what a migration finds in its way stops all of them before the first', async () => {
  const ran: number[] = []
  const blocked = { ...step(2), findObstacles: async () => ['acc_1 and acc_2 would become one'] }
  const migrator = new Migrator(connection, [step(1, async () => void ran.push(1)), blocked])
  await expect(migrator.migrate()).rejects.toThrow('acc_1 and acc_2 would become one')
  expect(ran).toEqual([])
})

test('a run that was cut off goes on where it stopped', async () => {
  const ran: number[] = []
  const failing = [step(1, async () => void ran.push(1)), step(2, () => Promise.reject(new Error('cut off')))]
  await expect(new Migrator(connection, failing).migrate()).rejects.toThrow('cut off')
  await new Migrator(connection, [
    step(1, async () => void ran.push(1)),
    step(2, async () => void ran.push(2)),
  ]).migrate()
  expect(ran).toEqual([1, 2])
})

test('two runners at once: one works, the other waits for it and finds nothing to do', async () => {
  const other = await connect(['Person', people()])
  let runs = 0
  const slow = step(1, async () => {
    runs += 1
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  const lines: string[] = []
  const report = (line: string) => lines.push(line)
  const steps = await Promise.all([
    new Migrator(connection, [slow]).migrate({ report }),
    new Migrator(other, [slow]).migrate({ report }),
  ])
  expect(runs).toBe(1)
  expect(steps.map(({ length }) => length).sort()).toEqual([0, 3])
  expect(lines).toContain('Another process is migrating this database; waiting for it.')
})

test('the lock of a dead runner is taken over, by the clock of the database', async () => {
  await connection
    .collection<{ _id: string }>('migration_lock')
    .insertOne({ _id: 'lock', holder: 'a dead process', heldUntil: new Date(Date.now() - 1) } as never)
  expect(await new Migrator(connection, []).migrate()).toHaveLength(2)
  expect(await connection.collection('migration_lock').countDocuments()).toBe(0)
})

test('numbers without a gap', () => {
  expect(() => new Migrator(mongoose.createConnection(), [step(2)])).toThrow('Expected migration 1, found 2.')
})
