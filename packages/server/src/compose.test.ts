import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { eventHandlers } from './event-handlers.js'
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

test('a class is made once', () => {
  const { get } = testApp.app
  const [resolver] = resolvers
  expect(get<object>(resolver)).toBe(get<object>(resolver))
})
