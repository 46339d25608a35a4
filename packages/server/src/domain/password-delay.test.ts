import { limits } from '@twinlock/shared/limits'
import { expect, it } from 'vitest'
import { passwordRetryAt } from './password-delay.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const failures = (count: number, newest = now) => Array.from({ length: count }, () => newest)
const WINDOW = limits.passwordWindow
const FREE = limits.passwordFailuresPerAccountAndAddress

it.each<[string, Date[], Date | null]>([
  ['no failure', [], null],
  ['five cost nothing', failures(5), null],
  ['the sixth costs five seconds', failures(6), ago(-5_000)],
  ['which end', failures(6, ago(5_000)), null],
  ['with their last millisecond', failures(6, ago(4_999)), ago(-1)],
  ['the seventh costs ten', failures(7), ago(-10_000)],
  ['the eighth costs twenty', failures(8), ago(-20_000)],
  ['no wait is longer than a quarter of an hour', failures(20), ago(-WINDOW)],
  ['failures 1 ms within the window count', [...failures(5), ago(WINDOW - 1)], ago(-5_000)],
  ['failures of before the window do not', [...failures(5), ago(WINDOW)], null],
])('%s', (_, given, expected) => {
  expect(passwordRetryAt(given, FREE, now)).toEqual(expected)
})

it('one address may fail twenty-nine times, whoever it tries', () => {
  const free = limits.passwordFailuresPerAddress
  expect(passwordRetryAt(failures(29), free, now)).toBeNull()
  expect(passwordRetryAt(failures(30), free, now)).toEqual(ago(-5_000))
})
