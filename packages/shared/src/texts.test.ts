import { expect, test } from 'vitest'
import { parseText } from './parse-text.js'
import { createTextMaker } from './texts.js'

function say(
  locale: string,
  source: string,
  values: Parameters<ReturnType<ReturnType<typeof createTextMaker>>>[0],
): string {
  const parsed = parseText(source)
  return typeof parsed === 'string' ? parsed : createTextMaker(locale)(parsed.message)(values)
}

test('a count takes the form that the language has for it', () => {
  const files = '{count, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}'
  expect([1, 3, 5, 1200].map((count) => say('pl', files, { count }))).toEqual([
    '1 plik',
    '3 pliki',
    '5 plików',
    '1200 plików',
  ])
  expect(say('en', '{count, number} people', { count: 3012 })).toBe('3,012 people')
})

test('a list is joined as the language joins lists', () => {
  expect(say('en', 'In {networks}.', { networks: ['Acme', 'Globex', 'Initech'] })).toBe('In Acme, Globex, and Initech.')
  expect(say('de', 'In {networks}.', { networks: ['Acme', 'Globex', 'Initech'] })).toBe('In Acme, Globex und Initech.')
})

test('a name in a sentence that reads right to left stands apart from it, and one that chooses a form does not', () => {
  expect(say('ar', 'مرحبًا {name}', { name: 'Ada' })).toBe('مرحبًا \u2068Ada\u2069')
  expect(say('ar', '{role, select, ADMIN {مشرف} other {عضو}}', { role: 'ADMIN' })).toBe('مشرف')
})

test('a name stays plain text, even where it looks like a message or a tag', () => {
  expect(say('en', '<b>Hello {name}', { name: '{count, plural} <i>' })).toBe('<b>Hello {count, plural} <i>')
})
