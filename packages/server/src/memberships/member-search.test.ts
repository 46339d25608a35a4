import { expect, test } from 'vitest'
import { searchConditions, searchWordsOf } from './member-search.js'

const words = (name: string, emailKey = 'a@b.example') => searchWordsOf({ name, emailKey })

/** As the database answers: each condition is met by some word. */
function finds(search: string, name: string, emailKey?: string): boolean {
  const conditions = searchConditions(search)
  return conditions.every(({ words: { $regex } }) =>
    words(name, emailKey).some((word) => new RegExp($regex).test(word)),
  )
}

test.each([
  ['lukasz', 'Łukasz Nowak'],
  ['nowak luk', 'Łukasz Nowak'],
  ["d'arcy", 'Fitzwilliam D’Arcy'],
  ['darcy', 'Fitzwilliam D’Arcy'],
  ['luc', 'Jean-Luc'],
  ['jeanluc', 'Jean-Luc'],
  ['jean luc', 'Jean-Luc'],
  ['strasse', 'Große Straße'],
  ['groß', 'GROSSE Straße'],
  ['mueller', 'Müller'],
  ['muller', 'MU\u0308LLER'],
  ['Mu\u0308ller', 'Müller'],
  ['istanbul', 'İstanbul'],
  ['ａｄａ', 'Ada'],
  ['ada\u200b', 'Ada'],
])('a search for %j finds %s', (search, name) => {
  expect(finds(search, name)).toBe(true)
})

test.each([
  ['kasz', 'Łukasz Nowak'],
  ['nowak ada', 'Łukasz Nowak'],
  ['.*', 'Ada'],
  ['a|b', 'Chris'],
])('a search for %j does not find %s', (search, name) => {
  expect(finds(search, name, 'x@y.example')).toBe(false)
})

test('an address is found from its beginning, at its domain, and by the parts of both', () => {
  const key = 'jean-luc.picard+fleet@xn--mller-kva.example'
  for (const search of [
    'jean-luc.picard+fleet@müller.example',
    'jean-luc.picard+fleet@xn--mller-kva.example',
    'jean-luc.pic',
    'picard',
    'fleet',
    '@müller',
    'muller.example',
    'xn--mller',
  ])
    expect(finds(search, 'X', key), search).toBe(true)
  expect(finds('uc.picard@', 'X', key)).toBe(false)
})

test('a long name makes a list of words that is bounded', () => {
  expect(words('山'.repeat(100)).length).toBeLessThan(25)
  expect(words('a-'.repeat(50)).length).toBeLessThan(60)
})
