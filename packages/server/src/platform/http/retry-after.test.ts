import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.js'

const now = new Date('2026-05-14T15:00:00Z')

test.each([
  ['300', 300_000],
  [' 0 ', 0],
  ['Thu, 14 May 2026 15:05:00 GMT', 300_000],
  ['Thu, 14 May 2026 14:00:00 GMT', 0],
  ['soon', 0],
  ['-5', 0],
  ['2026', 2_026_000],
  ['', 0],
  [null, 0],
  [undefined, 0],
])('Retry-After: %j asks to wait %i ms', (header, ms) => {
  expect(retryAfterMs(header, now)).toBe(ms)
})
