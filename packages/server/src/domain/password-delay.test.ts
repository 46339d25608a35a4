import { limits } from '@twinlock/shared/limits'
import { expect, it } from 'vitest'
import { type PasswordGuess, passwordRetryAt } from './password-delay.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const ofAda = (at: Date) => ({ at, who: 'ada' })
const failures = (count: number, newest = now) => Array.from({ length: count }, () => ofAda(newest))
const WINDOW = limits.passwordWindow
const FREE = limits.passwordFailuresPerAccountAndAddress

it.each<[string, PasswordGuess[], Date | null]>([
  ['no failure', [], null],
  ['five cost nothing', failures(5), null],
  ['the sixth costs five seconds', failures(6), ago(-5_000)],
  ['which end', failures(6, ago(5_000)), null],
  ['with their last millisecond', failures(6, ago(4_999)), ago(-1)],
  ['the seventh costs ten', failures(7), ago(-10_000)],
  ['the eighth costs twenty', failures(8), ago(-20_000)],
  ['no wait is longer than a quarter of an hour', failures(20), ago(-WINDOW)],
  ['failures 1 ms within the window count', [...failures(5), ofAda(ago(WINDOW - 1))], ago(-5_000)],
  ['failures of before the window do not', [...failures(5), ofAda(ago(WINDOW))], null],
])('%s', (_, given, expected) => {
  expect(passwordRetryAt(given, [{ who: 'ada', free: FREE }], now)).toEqual(expected)
})

it('one address may fail twenty-nine times, for all accounts together', () => {
  const free = limits.passwordFailuresPerAddress
  expect(passwordRetryAt(failures(29), [{ who: null, free }], now)).toBeNull()
  expect(passwordRetryAt(failures(30), [{ who: null, free }], now)).toEqual(ago(-5_000))
})

it('failures at other accounts cost an account none of its own', () => {
  const others = failures(12).map(({ at }) => ({ at, who: 'bob' }))
  expect(passwordRetryAt([...others, ...failures(5)], [{ who: 'ada', free: FREE }], now)).toBeNull()
})

it('the longer of two waits counts', () => {
  const both = [
    { who: 'ada', free: FREE },
    { who: null, free: 6 },
  ]
  expect(passwordRetryAt(failures(8), both, now)).toEqual(ago(-20_000))
})
