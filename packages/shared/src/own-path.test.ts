import { expect, it } from 'vitest'
import { ownPathOf } from './own-path.js'

it.each([
  ['/networks/acme', '/networks/acme'],
  ['/networks/acme?a=1#b', '/networks/acme?a=1#b'],
  ['/a/../b', '/b'],
  ['/a/./b//c', '/a/b//c'],
  ['//evil.example', null],
  ['/.//evil.example', null],
  ['/./\\evil.example', null],
  ['/%2e//evil.example', null],
  ['/%2E/%2e//evil.example', null],
  ['/..//evil.example', null],
  ['/networks/..//evil.example', null],
  ['/networks/acme/../..//evil.example/x?y#z', null],
  ['/networks/.././/evil.example', null],
  ['/a/..\\..\\\\evil.example', null],
  ['/\\evil.example', null],
  ['https:evil.example', null],
  ['https://evil.example/', null],
  ['javascript:alert(1)', null],
  ['/%2f%2fevil.example', '/%2f%2fevil.example'],
  ['/\t/evil.example', null],
  ['/\n/evil.example', null],
  [' /networks', null],
  ['networks', null],
  ['', null],
  [undefined, null],
  [['/a', '/b'], null],
  [`/${'x'.repeat(2_000)}`, null],
])('a link with next=%s leads to %s', (text, expected) => {
  expect(ownPathOf(text, 'https://twinlock.example')).toBe(expected)
})
