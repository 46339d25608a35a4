import { expect, it } from 'vitest'
import { clockOffsetSeconds, decideTotpStep, type TotpStepDecision } from './totp-step.js'

it.each<[string, number | null, number, TotpStepDecision]>([
  ['the first ever', null, 0, 'accepted'],
  ['a later step', 100, 101, 'accepted'],
  ['the same step again', 100, 100, 'already-used'],
  ['an older step', 100, 99, 'already-used'],
])('%s', (_, last, matched, expected) => {
  expect(decideTotpStep(last, matched)).toBe(expected)
})

it.each<[number, number, number]>([
  [100, 3_000_000, 0],
  [100, 3_029_999, 0],
  [100, 3_030_000, -30],
  [101, 3_029_999, 30],
  [40, 3_000_000, -1_800],
])('a code of step %i at %i ms is %i seconds off', (step, ms, expected) => {
  expect(clockOffsetSeconds(step, new Date(ms))).toBe(expected)
})
