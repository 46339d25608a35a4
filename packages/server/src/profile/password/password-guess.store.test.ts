import { randomBytes } from 'node:crypto'
import { limits } from '@twinlock/shared/limits'
import fc from 'fast-check'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type GuessLimit, type PasswordGuess, passwordRetryAt } from '../../domain/password-delay.js'
import { openMongoConnection } from '../../platform/mongo/mongo-connection.js'
import { PasswordGuessesCollection, PasswordGuessStore } from './password-guess.store.js'

let connection: Connection
beforeAll(async () => {
  const uri = inject('mongodbUri').replace(/\/?(\?.*)?$/, `/test_${randomBytes(6).toString('hex')}$1`)
  connection = await openMongoConnection(uri).asPromise()
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

const free = fc.integer({ min: 0, max: 4 })
const steps = fc.array(
  fc.record({ who: fc.constantFrom('ada', 'bob'), wait: fc.constantFrom(0, 1, 4_999, 5_000, 10_000, 20_000, 900_000) }),
  { maxLength: 25 },
)

test('the database lets a guess pass exactly when the rule does', async () => {
  const store = new PasswordGuessStore(PasswordGuessesCollection.on(connection))
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, free, free, async (guesses, ofPair, ofAddress) => {
      const place = `place:${run++}`
      const passed: PasswordGuess[] = []
      let now = Date.parse('2026-05-12T10:00:00.000Z')
      for (const { who, wait } of guesses) {
        now += wait
        const at = new Date(now)
        const both: GuessLimit[] = [
          { who, free: ofPair },
          { who: null, free: ofAddress },
        ]
        const { kind } = await store.reserve(place, who, both, at)
        expect(kind).toBe(passwordRetryAt(passed, both, at) ? 'refused' : 'reserved')
        if (kind === 'reserved') passed.unshift({ who, at })
      }
    }),
    { numRuns: 40 },
  )
})

test('a guess that was right counts nothing, and leaves the others counted', async () => {
  const store = new PasswordGuessStore(PasswordGuessesCollection.on(connection))
  const now = new Date('2026-05-12T10:00:00.000Z')
  const limit = [{ who: 'ada', free: 0 }]
  const first = await store.reserve('released', 'ada', limit, now)
  if (first.kind === 'reserved') await store.release('released', first.id)
  expect((await store.reserve('released', 'ada', limit, now)).kind).toBe('reserved')
  expect((await store.reserve('released', 'ada', limit, now)).kind).toBe('refused')
  await store.sweep(new Date(now.getTime() + limits.passwordWindow))
  expect((await store.reserve('released', 'ada', limit, now)).kind).toBe('reserved')
})
