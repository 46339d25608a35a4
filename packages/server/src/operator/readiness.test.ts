import { randomBytes } from 'node:crypto'
import { afterEach, expect, inject, test } from 'vitest'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { KeyCanaryService } from './key-canary.service.js'

/** A server on a database that it must not serve: one that is behind, or one that is sealed with other keys. */

const opened: TestApp[] = []
afterEach(() => Promise.all(opened.splice(0).map((testApp) => testApp.close())))

async function start(options: Parameters<typeof startTestApp>[1] = {}): Promise<TestApp> {
  const testApp = await startTestApp(inject('mongodbUri'), options)
  opened.push(testApp)
  return testApp
}

const secret = (byte: number) => new Uint8Array(Buffer.alloc(32, byte))
const ring = (...keys: [id: string, byte: number][]) =>
  new KeyRing(keys.map(([id, byte]) => ({ id, secret: secret(byte) })))

test('without its unique indexes a server is not ready, takes nothing that writes, and serves once they are there', async () => {
  const testApp = await start()
  await testApp.connection.collection('accounts').dropIndex('emailKey_1')
  await testApp.app.readiness.compare()

  const ready = await fetch(`${testApp.url}/readyz`)
  expect(ready.status).toBe(503)
  expect(await ready.text()).toMatch(/twinlock migrate[\s\S]*missing index: accounts { emailKey: 1 } unique/)
  expect((await fetch(`${testApp.url}/healthz`)).status).toBe(200)
  expect(testApp.logs()).toContain('twinlock migrate')

  const answer = await testApp.browser().post({ query: '{ viewer { id } }' })
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('3')
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] })
  expect((await fetch(`${testApp.url}/sso/acme/start`, { redirect: 'manual' })).status).toBe(503)

  await testApp.app.migrator.migrate()
  expect((await fetch(`${testApp.url}/readyz`)).status).toBe(200)
  expect((await testApp.browser().post({ query: '{ viewer { id } }' })).status).toBe(200)
})

test('a server that is about to stop is not ready, and still answers', async () => {
  const testApp = await start()
  testApp.app.readiness.drain()
  expect((await fetch(`${testApp.url}/readyz`)).status).toBe(503)
  expect((await testApp.browser().post({ query: '{ viewer { id } }' })).status).toBe(200)
})

test('a server with another key of the same id does not start', async () => {
  const database = `keys_${randomBytes(4).toString('hex')}`
  const right = await start({ database, keyRing: ring(['k1', 1]) })
  await right.app.get(KeyCanaryService).verify()
  await right.app.get(KeyCanaryService).verify()

  const verify = async (keyRing: KeyRing) => {
    const other = await startTestApp(inject('mongodbUri'), { database, keyRing })
    return other.app
      .get(KeyCanaryService)
      .verify()
      .finally(() => other.closeButKeep())
  }
  await expect(verify(ring(['k1', 2]))).rejects.toThrow('The key "k1" in TWINLOCK_KEYS is not the key "k1"')
  await expect(verify(ring(['k9', 1]))).rejects.toThrow('keys that TWINLOCK_KEYS does not have: k1')
  await expect(verify(ring(['k2', 2], ['k1', 3]))).rejects.toThrow('"k1"')
  await verify(ring(['k2', 2], ['k1', 1]))
  await verify(ring(['k2', 2]))
  await expect(verify(ring(['k2', 1]))).rejects.toThrow('"k2"')
})

test('before the first canary the secrets that are stored already tell a wrong key', async () => {
  const database = `keys_${randomBytes(4).toString('hex')}`
  const before = await start({ database, keyRing: ring(['k1', 1]) })
  await (await newPerson(before).signUp()).setUpApp()

  const wrong = await startTestApp(inject('mongodbUri'), { database, keyRing: ring(['k1', 2]) })
  await expect(wrong.app.get(KeyCanaryService).verify()).rejects.toThrow('The key "k1"')
  await wrong.closeButKeep()
  const foreign = await startTestApp(inject('mongodbUri'), { database, keyRing: ring(['k2', 1]) })
  await expect(foreign.app.get(KeyCanaryService).verify()).rejects.toThrow('does not have: k1')
  await foreign.closeButKeep()
  await before.app.get(KeyCanaryService).verify()
})

test('two servers that start at once with different keys of one id: one of them stops', async () => {
  const database = `keys_${randomBytes(4).toString('hex')}`
  const [one, two] = [
    await start({ database, keyRing: ring(['k1', 1]) }),
    await startTestApp(inject('mongodbUri'), { database, keyRing: ring(['k1', 2]) }),
  ]
  const outcomes = await Promise.allSettled([
    one.app.get(KeyCanaryService).verify(),
    two.app.get(KeyCanaryService).verify(),
  ])
  await two.closeButKeep()
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
