import { HOUR } from '@twinlock/shared/durations'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isExpired, type Pause, pausesAt } from './session-limit.js'

const start = new Date('2026-05-12T10:00:00.000Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const limit = { hours: 24, idleHours: 1 }

describe('what was proved at the start of a session', () => {
  it.each<[string, { lastSeenAt: Date; pauses?: Pause[] }, Date, boolean]>([
    ['a day ago less 1 ms, in use', { lastSeenAt: after(24 * HOUR - 1) }, after(24 * HOUR - 1), false],
    ['a day ago', { lastSeenAt: after(24 * HOUR) }, after(24 * HOUR), true],
    ['a day and 1 ms ago', { lastSeenAt: after(24 * HOUR + 1) }, after(24 * HOUR + 1), true],
    ['unused for an hour less 1 ms', { lastSeenAt: start }, after(HOUR - 1), false],
    ['unused for an hour', { lastSeenAt: start }, after(HOUR), true],
    ['unused for an hour and 1 ms', { lastSeenAt: start }, after(HOUR + 1), true],
    [
      'used just now, after an hour without a request',
      { lastSeenAt: after(2 * HOUR), pauses: [{ hours: 1, until: after(2 * HOUR) }] },
      after(2 * HOUR),
      true,
    ],
    ['a pause that ended 1 ms after', { lastSeenAt: start, pauses: [{ hours: 5, until: after(1) }] }, after(1), true],
    ['a pause that ended before', { lastSeenAt: start, pauses: [{ hours: 5, until: start }] }, start, false],
    ['last seen before it was proved', { lastSeenAt: after(-5 * HOUR) }, after(HOUR - 1), false],
    ['the clock stepped back', { lastSeenAt: start }, after(-HOUR), false],
  ])('%s: worn out %#', (_, use, now, expected) => {
    expect(isExpired(limit, { provedAt: start }, use, now)).toBe(expected)
  })
})

it.each<[number, number[], number[]]>([
  [HOUR - 1, [5], [5]],
  [HOUR, [5], [5, 1]],
  [2 * HOUR - 1, [5, 1], [5, 1]],
  [3 * HOUR, [5, 3, 2], [5, 3]],
  [9 * HOUR, [5, 3], [9]],
  [-HOUR, [5], [5]],
])('after %s ms without a request %s become %s', (ms, before, expected) => {
  const pauses = before.map((hours) => ({ hours, until: start }))
  expect(pausesAt(after(ms), { lastSeenAt: start, pauses }).map(({ hours }) => hours)).toEqual(expected)
})

test('the stored pauses decide as all pauses would', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 10 * HOUR }), { maxLength: 12 })
  fc.assert(
    fc.property(gaps, fc.nat(12), fc.integer({ min: 1, max: 9 }), (given, place, idleHours) => {
      let use: { lastSeenAt: Date; pauses: Pause[] } = { lastSeenAt: start, pauses: [] }
      let provedAt = start
      let longest = 0
      for (const [n, gap] of given.entries()) {
        const now = new Date(use.lastSeenAt.getTime() + gap)
        use = { lastSeenAt: now, pauses: pausesAt(now, use) }
        longest = Math.max(longest, gap)
        if (n !== place) continue
        provedAt = now
        longest = 0
      }
      const isOver = isExpired({ hours: 1_000, idleHours }, { provedAt }, use, use.lastSeenAt)
      expect(isOver).toBe(longest >= idleHours * HOUR)
    }),
  )
})
