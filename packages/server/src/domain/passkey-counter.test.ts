import { expect, test } from 'vitest'
import { acceptPasskeyCounter } from './passkey-counter.js'

test.each([
  [0, 0, 'accepted'],
  [0, 1, 'accepted'],
  [7, 8, 'accepted'],
  [7, 4_000_000_000, 'accepted'],
  [7, 7, 'went-back'],
  [7, 6, 'went-back'],
  [1, 0, 'went-back'],
] as const)('a counter that said %i and says %i: %s', (stored, presented, verdict) => {
  expect(acceptPasskeyCounter(stored, presented)).toBe(verdict)
})
