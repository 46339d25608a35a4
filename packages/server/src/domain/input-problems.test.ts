import { expect, test } from 'vitest'
import { lineProblem, problemsIn } from './input-problems.js'

test('only the fields with a problem are reported', () => {
  expect(problemsIn({ name: null, slug: 'Write something.' })).toEqual({ slug: 'Write something.' })
  expect(problemsIn({ name: null })).toEqual({})
})

const NOTHING = 'Write something.'
const TOO_LONG = 'Use at most 3 characters.'
const UNPRINTABLE = 'Use letters, digits and punctuation only.'
test.each([
  ['a name', 'Ada', null],
  ['a name with spaces around it', '  Ada  ', null],
  ['an emoji of two code units for one character', '👩👩👩', null],
  ['nothing', '', NOTHING],
  ['spaces', '   ', NOTHING],
  ['an invisible character', '\u200b', NOTHING],
  ['one character too many', 'Adam', TOO_LONG],
  ['a line break', 'A\nb', UNPRINTABLE],
  ['a line separator', 'A\u2028b', UNPRINTABLE],
  ['a change of direction', 'A\u202eb', UNPRINTABLE],
  ['an isolated direction', 'A\u2066b', UNPRINTABLE],
  ['half of a surrogate pair', 'A\ud800', UNPRINTABLE],
])('a line of at most three characters: %s', (_, text, problem) => {
  expect(lineProblem(text, 3)).toBe(problem)
})
