import { expect, test } from 'vitest'
import { returnPath, withReturnPath } from './return-path'

const to = (next: string) => returnPath(`?next=${encodeURIComponent(next)}`)

test.each(['/account', '/networks/acme?tab=people#list'])('goes on to %s, a place of this app', (place) => {
  expect(to(place)).toBe(place)
})

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/.//evil.example/',
  '/networks/..//evil.example',
  '/%2e//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
])('a link to our sign-in page cannot lead on to %j', (place) => {
  expect(to(place)).toBe('/networks')
})

test('the next page survives the steps of a sign-in', () => {
  const kept = withReturnPath('/sign-in/verify', '?next=%2Faccount%23two-factor&other=1')
  expect(kept).toBe('/sign-in/verify?next=%2Faccount%23two-factor')
  expect(returnPath(kept.slice(kept.indexOf('?')))).toBe('/account#two-factor')
})
