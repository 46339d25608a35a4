import 'reflect-metadata'
import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { collections } from './collections.js'
import { eventHandlers } from './event-handlers.js'
import { promptJobs } from './platform/jobs/jobs.js'
import { resolvers } from './resolvers.js'
import { startTestApp, type TestApp } from './testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_WORKER: 'off' } })
})
afterAll(() => testApp.close())

test('every part of the server can be made: nothing that a class names is missing', async () => {
  const { get, worker } = testApp.app
  for (const resolver of resolvers) expect(get<object>(resolver), resolver.name).toBeInstanceOf(resolver)
  for (const handler of eventHandlers(get)) await expect(handler.handle([]), handler.name).resolves.toBeUndefined()
  await worker.runOnce()
})

test('every job that callers start early is in the list', () => {
  expect(testApp.app.jobs.map(({ name }) => name)).toEqual(expect.arrayContaining([...promptJobs]))
})

test('a class is made once', () => {
  const { get } = testApp.app
  const [resolver] = resolvers
  expect(get<object>(resolver)).toBe(get<object>(resolver))
})

test('every collection is in the list that migrations compare the database with', async () => {
  const sources = (await readdir(import.meta.dirname, { recursive: true })).filter((file) => file.endsWith('.ts'))
  const texts = await Promise.all(sources.map((file) => readFile(`${import.meta.dirname}/${file}`, 'utf8')))
  const defined = texts.flatMap((text) =>
    [...text.matchAll(/defineCollection<\w+>\(\s*'(\w+)'/g)].map(([, name]) => name),
  )
  expect(defined.length).toBeGreaterThan(20)
  const { models: known } = testApp.connection
  expect(Object.keys(known).sort()).toEqual(defined.sort())
  expect(collections).toHaveLength(defined.length)
})
