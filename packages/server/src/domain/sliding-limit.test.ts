import { HOUR } from '@twinlock/shared/durations'
import { expect, it } from 'vitest'
import { retryAtOf } from './sliding-limit.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const twoAnHourThreeADay = [
  { count: 2, windowMs: HOUR },
  { count: 3, windowMs: 24 * HOUR },
]

it.each<[string, Date[], Date | null]>([
  ['no acts', [], null],
  ['one', [now], null],
  ['two, the older 1 ms within the hour', [now, ago(HOUR - 1)], ago(-1)],
  ['two, the older an hour ago', [now, ago(HOUR)], null],
  ['three, the oldest 1 ms within the day', [ago(HOUR), ago(HOUR), ago(24 * HOUR - 1)], ago(-1)],
  ['three, the oldest a day ago', [ago(HOUR), ago(HOUR), ago(24 * HOUR)], null],
  ['both full: the later of the two', [ago(1), ago(2), ago(3)], ago(3 - 24 * HOUR)],
  ['older acts than the limits count do not matter', [ago(HOUR), ago(25 * HOUR), ago(26 * HOUR), ago(27 * HOUR)], null],
])('%s', (_, acts, expected) => {
  expect(retryAtOf(acts, twoAnHourThreeADay, now)).toEqual(expected)
})
