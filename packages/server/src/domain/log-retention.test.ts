import { expect, it } from 'vitest'
import { logSince } from './log-retention.js'

const now = new Date('2026-05-12T10:00:00.000Z')

it.each([
  [null, null],
  [undefined, null],
  [30, new Date('2026-04-12T10:00:00.000Z')],
])('a log that is kept for %s days begins at %s', (days, since) => {
  expect(logSince(days, now)).toEqual(since)
})
