import { DAY, SECOND } from '@twinlock/shared/durations'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextTryAt } from './delivery-schedule.js'

const first = new Date('2026-05-12T10:00:00.000Z')
const after = (ms: number) => new Date(first.getTime() + ms)

test.each([
  [1, 5 * SECOND],
  [2, 30 * SECOND],
  [3, 120 * SECOND],
  [8, 14_400 * SECOND],
  [20, 14_400 * SECOND],
])('after %i tries it waits %i ms, a fifth sooner or later', (attempts, delay) => {
  expect(nextTryAt(attempts, first, first, 0.5)).toEqual(after(delay))
  expect(nextTryAt(attempts, first, first, 0)).toEqual(after(delay * 0.8))
  expect(nextTryAt(attempts, first, first, 1)).toEqual(after(delay * 1.2))
})

test.each([
  ['the last moment of its day counts', DAY - 5 * SECOND, after(DAY)],
  ['a millisecond later does not', DAY - 5 * SECOND + 1, null],
])('%s', (_name, ms, next) => {
  expect(nextTryAt(1, first, after(ms), 0.5)).toEqual(next)
})

test('whatever happens, it is tried again later, and not beyond a day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 2 * DAY }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempts, ms, random) => {
        const next = nextTryAt(attempts, first, after(ms), random)
        if (next) expect(next.getTime()).toBeGreaterThan(after(ms).getTime())
        expect(next === null || next <= after(DAY)).toBe(true)
      },
    ),
  )
})
