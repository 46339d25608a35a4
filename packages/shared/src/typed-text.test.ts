import { describe, expect, it, test } from 'vitest'
import { asciiDigits, isVisible } from './typed-text.js'

test('a digit of every script that has its own is the digit it means', () => {
  const digits = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint)
    .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
    .map((codePoint) => String.fromCodePoint(codePoint))
    .filter((character) => /\p{Nd}/u.test(character))
  expect(digits.length).toBeGreaterThan(600)
  const values = digits.map(asciiDigits)
  expect(values.filter((value) => !/^[0-9]$/.test(value))).toEqual([])
  // Ten of each script, each once.
  for (const value of '0123456789') expect(values.filter((each) => each === value)).toHaveLength(digits.length / 10)
})

describe('what is left of a name on the page', () => {
  it.each(['Ada', 'Łukasz', '李', '7', '🙂', '❤️', 'पूजा', 'ไอรีน', '—', '\u200bAda'])('%j can be seen', (text) => {
    expect(isVisible(text)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['spaces', ' \t\u00a0\u3000'],
    ['a zero-width space', '\u200b'],
    ['joiners and a byte order mark', '\u200d\u200c\u2060\ufeff'],
    ['directional marks', '\u200e\u202e\u2066'],
    ['a soft hyphen', '\u00ad'],
    ['fillers that count as letters', '\u3164\u115f\u1160\uffa0'],
    ['the blank Braille pattern', '\u2800'],
    ['a mark without a letter', '\u0301'],
    ['a variation selector', '\ufe0f'],
    ['tags', '\u{e0041}\u{e007f}'],
    ['private use and unassigned', '\ue000\u0378'],
  ])('%s cannot', (_, text) => {
    expect(isVisible(text)).toBe(false)
  })
})
