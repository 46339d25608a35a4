import { randomBytes } from 'node:crypto'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { reSeal } from '../platform/crypto/re-seal.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { SigningKeyCollection, SigningKeyStore } from './signing-key.store.js'
import { SigningKeysService } from './signing-keys.service.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const older = { id: 'older', secret: new Uint8Array(randomBytes(32)) }
const newer = { id: 'newer', secret: new Uint8Array(randomBytes(32)) }
const serviceWith = (...keys: ConstructorParameters<typeof KeyRing>[0]) =>
  new SigningKeysService(
    new SigningKeyStore(SigningKeyCollection.on(testApp.connection)),
    new KeyRing(keys),
    testApp.clock,
  )

test('servers that sign for the first time at once come to one key', async () => {
  const tokens = await Promise.all(Array.from({ length: 10 }, () => serviceWith(older).sign({ sub: 'x' })))
  const { keys } = await serviceWith(older).published()
  expect(keys).toHaveLength(1)
  for (const token of tokens) await jwtVerify(token, createLocalJWKSet({ keys }))
})

test('the private half is sealed in the database, and comes under the newest key while the system runs', async () => {
  await serviceWith(older).sign({ sub: 'x' })
  const stored = await testApp.connection.collection('signing_keys').find().toArray()
  expect(JSON.stringify(stored)).not.toContain('"d":')
  await expect(serviceWith(newer).sign({ sub: 'x' })).rejects.toThrow('No key "older"')
  expect(await reSeal(new KeyRing([newer, older]), serviceWith(newer, older).envelopes())).toBe(1)
  expect(await reSeal(new KeyRing([newer, older]), serviceWith(newer, older).envelopes())).toBe(0)
  const token = await serviceWith(newer).sign({ sub: 'x' })
  await jwtVerify(token, createLocalJWKSet(await serviceWith(newer).published()))
})
