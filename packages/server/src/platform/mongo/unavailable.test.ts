import { mongo } from 'mongoose'
import { afterAll, expect, test } from 'vitest'
import { isDatabaseUnavailable } from './unavailable.js'

/** Nothing listens there. */
const client = new mongo.MongoClient('mongodb://127.0.0.1:1', { serverSelectionTimeoutMS: 50 })
const things = client.db('test').collection<{ _id: string; n?: number }>('things')
afterAll(() => client.close())

test.each<[string, () => Promise<unknown>]>([
  ['find', () => things.find().toArray()],
  ['aggregate', () => things.aggregate([{ $match: {} }]).toArray()],
  ['insertOne', () => things.insertOne({ _id: 'a' })],
  ['insertMany', () => things.insertMany([{ _id: 'a' }])],
  ['updateMany', () => things.updateMany({}, { $set: { n: 1 } })],
  ['findOneAndUpdate', () => things.findOneAndUpdate({}, { $set: { n: 1 } })],
  ['bulkWrite', () => things.bulkWrite([{ updateOne: { filter: {}, update: { $set: { n: 1 } } } }])],
  ['deleteMany', () => things.deleteMany({})],
])('%s without a server is asked to retry later', async (_, command) => {
  const error = await command().catch((error: unknown) => error)
  expect(error).toBeInstanceOf(Error)
  expect(isDatabaseUnavailable(error)).toBe(true)
})

test('a duplicate key is an answer of the database', () => {
  expect(isDatabaseUnavailable(new mongo.MongoServerError({ code: 11_000, message: 'E11000 duplicate key' }))).toBe(
    false,
  )
})
