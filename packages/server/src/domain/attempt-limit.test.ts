import { limits } from '@twinlock/shared/limits'
import { describe, expect, it } from 'vitest'
import { checkAttempts, guessesCountSince, guessesFor, guessesReturnAt, noAttempts } from './attempt-limit.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const MEMORY = limits.guessMemory
const guesses = (count: number, oldest: Date) =>
  Array.from({ length: count }, (_, place) => ({ id: `g${place}`, at: place === 0 ? oldest : now }))

it('an account begins without a guess', () => {
  expect(noAttempts).toEqual({ inARow: 0, lastGuessAt: null, recent: [] })
})

describe('ten in a row', () => {
  it.each<[string, number, Date | null, ReturnType<typeof checkAttempts>]>([
    ['none yet', 0, null, { kind: 'open' }],
    ['nine', 9, now, { kind: 'open' }],
    ['ten, just now', 10, now, { kind: 'too-many', retryAt: ago(-limits.guessLock), remedy: 'WAIT' }],
    [
      'ten, 1 ms before a quarter of an hour',
      10,
      ago(limits.guessLock - 1),
      { kind: 'too-many', retryAt: ago(-1), remedy: 'WAIT' },
    ],
    ['ten, a quarter of an hour ago', 10, ago(limits.guessLock), { kind: 'open' }],
  ])('%s', (_, inARow, lastGuessAt, expected) => {
    expect(checkAttempts({ ...noAttempts, inARow, lastGuessAt }, now)).toEqual(expected)
  })
})

describe('a hundred in ninety days', () => {
  it.each<[string, number, Date, ReturnType<typeof checkAttempts>]>([
    ['ninety-nine', 99, ago(0), { kind: 'open' }],
    ['a hundred', 100, ago(0), { kind: 'too-many', retryAt: ago(-MEMORY), remedy: 'RESET_PASSWORD' }],
    [
      'the first of a hundred 1 ms short of ninety days old',
      100,
      ago(MEMORY - 1),
      { kind: 'too-many', retryAt: ago(-1), remedy: 'RESET_PASSWORD' },
    ],
    ['the first of a hundred ninety days old', 100, ago(MEMORY), { kind: 'open' }],
  ])('%s', (_, count, oldest, expected) => {
    expect(checkAttempts({ ...noAttempts, recent: guesses(count, oldest) }, now)).toEqual(expected)
  })

  it('outweighs the lock of a quarter of an hour', () => {
    const state = { inARow: 10, lastGuessAt: now, recent: guesses(100, now) }
    expect(checkAttempts(state, now)).toMatchObject({ remedy: 'RESET_PASSWORD' })
  })
})

describe('the guesses at one thing', () => {
  const at = (ms: number, id: string, of: string) => ({ id, at: ago(ms), for: of })
  const recent = [at(2, 'a', 'ses_1'), at(1, 'b', 'ses_2'), at(1, 'c', 'ses_1'), { id: 'old', at: now }]

  it.each<[string, Date | undefined, string[]]>([
    ['all of them', undefined, ['a', 'c']],
    ['from the first on', ago(2), ['a', 'c']],
    ['1 ms later', ago(1), ['c']],
    ['after the last', now, []],
  ])('%s', (_, since, ids) => {
    expect(guessesFor({ recent }, 'ses_1', since).map(({ id }) => id)).toEqual(ids)
  })

  it.each<[string, Date | null, Date]>([
    ['count for fifteen minutes', null, ago(limits.guessLock - 1)],
    ['whatever was proved before that', ago(limits.guessLock), ago(limits.guessLock - 1)],
    ['or since a proof', ago(1), ago(1)],
  ])('in a session they %s', (_, proof, since) => {
    expect(guessesCountSince(proof, now)).toEqual(since)
  })

  it('return when the first no longer counts', () => {
    expect(guessesCountSince(null, guessesReturnAt(now)) > now).toBe(true)
    expect(guessesCountSince(null, new Date(guessesReturnAt(now).getTime() - 1))).toEqual(now)
  })
})
