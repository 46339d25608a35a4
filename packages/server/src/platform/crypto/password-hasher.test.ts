import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { createPasswordHasher, HashQueueFullError } from './password-hasher.js'

test('one hash per core runs at a time, leaving one core free; thirty-two wait, and any more are rejected', async () => {
  const hasher = createPasswordHasher()
  const atOnce = Math.max(1, availableParallelism() - 1)
  const flood = Array.from({ length: atOnce + 40 }, () => hasher.hash('correct horse battery staple'))
  expect(hasher.running()).toBe(atOnce)
  expect(hasher.depth()).toBe(atOnce + 32)
  const results = await Promise.allSettled(flood)
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(8)
  for (const { reason } of refused) expect(reason).toBeInstanceOf(HashQueueFullError)
  expect(hasher.depth()).toBe(0)
  expect(await hasher.verify(await hasher.hash('a'), 'a'), 'and afterwards there is room again').toBe(true)
})

test('a hash is argon2id with 19 MiB, two passes and one lane, and never the same twice', async () => {
  const hasher = createPasswordHasher()
  const [one, other] = [await hasher.hash('x'), await hasher.hash('x')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
})

test.each([
  ['pässwört', 'pässwört'.normalize('NFD'), true],
  ['password', 'Password', false],
  ['password ', 'password', false],
  ['pass\u0000word', 'pass', false],
])('%j is opened by %j: %s', async (stored, typed, expected) => {
  const hasher = createPasswordHasher()
  expect(await hasher.verify(await hasher.hash(stored), typed)).toBe(expected)
})

test('a missing hash costs one hash, and never matches', async () => {
  const hasher = createPasswordHasher()
  expect(await hasher.verify(null, 'no account has this password')).toBe(false)
  expect(hasher.runs()).toBe(1)
})
