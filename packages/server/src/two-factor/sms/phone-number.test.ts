import { describe, expect, it } from 'vitest'
import { countryOfTyped, exampleMobileNumber, maskPhoneNumber, readPhoneNumber } from './phone-number.js'

describe('one number has one spelling, however it is written', () => {
  it.each([
    ['+1 (415) 555-2671', null],
    ['0014155552671', null],
    ['00 1 415 555 2671', null],
    ['+14155552671', null],
    ['＋１４１５５５５２６７１', null],
    ['+1\u00a0415\u2009555\u20112671', null],
    ['+14155552671\u200b\u200f', null],
    ['\u202a+14155552671\u202c', null],
    ['4155552671', 'US'],
    ['(415) 555-2671', 'US'],
    ['415.555.2671', 'US'],
    ['+14155552671', 'DE'],
    ['tel:+1-415-555-2671', null],
  ])('%j in %s', (text, country) => {
    expect(readPhoneNumber(text, country)).toEqual({ kind: 'mobile', number: { e164: '+14155552671', country: 'US' } })
  })
})

it.each<[string, string | null, string]>([
  ['0170 1234567', 'DE', '+491701234567'],
  ['07700 900123', 'GB', '+447700900123'],
  ['+44 7700 900123', null, '+447700900123'],
  ['+49 (0) 170 1234567', null, '+491701234567'],
  ['0049 (0)170/1234567', null, '+491701234567'],
  ['011 49 170 1234567', 'US', '+491701234567'],
  ['+44 (0)7700 900123', null, '+447700900123'],
  ['+1 415 555 0100', null, '+14155550100'],
  ['06 12 34 56 78', 'FR', '+33612345678'],
  ['+39 320 123 4567', null, '+393201234567'],
  ['+४९ १७० १२३४५६७', null, '+491701234567'],
  ['٠١٧٠ ١٢٣٤٥٦٧', 'DE', '+491701234567'],
  ['+54 9 11 2345 6789', null, '+5491123456789'],
  ['+54 11 2345 6789', null, '+5491123456789'],
  ['011 15 2345-6789', 'AR', '+5491123456789'],
  ['11 2345 6789', 'AR', '+5491123456789'],
  ['+52 1 55 1234 5678', null, '+525512345678'],
  ['044 55 1234 5678', 'MX', '+525512345678'],
  ['+52 55 1234 5678', null, '+525512345678'],
  ['+55 11 8765 4321', null, '+5511987654321'],
  ['(011) 8765-4321', 'BR', '+5511987654321'],
  ['+225 07 12 34 56', null, '+2250707123456'],
  ['+225 45 12 34 56', null, '+2250545123456'],
  ['+225 01 12 34 56', null, '+2250101123456'],
  ['+229 97 12 34 56', null, '+2290197123456'],
  ['+84 169 123 4567', null, '+84391234567'],
  ['0169 123 4567', 'VN', '+84391234567'],
  ['+230 712 3456', null, '+23057123456'],
  ['+48 0 601 234 567', null, '+48601234567'],
  ['+972 050 234 5678', null, '+972502345678'],
  ['+39 0320 123 4567', null, '+393201234567'],
])('%j in %s is %s', (text, country, e164) => {
  expect(readPhoneNumber(text, country)).toMatchObject({ kind: 'mobile', number: { e164 } })
})

it.each([
  ['a landline', '+49 30 123456'],
  ['a premium rate number', '+1 900 555 2671'],
  ['a toll-free number', '+1 800 555 2671'],
  ['a premium rate number of an island', '+44 909 8790000'],
  ['a landline in Como, whose digits without the 0 would be a mobile number', '+39 031 234567'],
  ['a toll-free number of a country whose landlines may be mobile', '+54 800 555 1234'],
  ['a landline in Abidjan', '+225 21 23 45 67 89'],
])('%s takes no texts', (_, text) => {
  expect(readPhoneNumber(text).kind).toBe('not-mobile')
})

it.each([
  '',
  'hello',
  '+',
  '+1',
  '112',
  '+49 170',
  '0170 1234567',
  '+14155552671 ext. 99',
  '+14155552671;ext=99',
  '+14155552671x99',
  'call me at +14155552671',
  '+14155552671 or +14155552672',
  '+999 1234567',
  '{"$gt":""}',
  '1'.repeat(100_000),
  '+'.repeat(100_000),
])('%j is no number', (text) => {
  expect(readPhoneNumber(text).kind).toBe('unreadable')
})

it.each(['XX', 'us', '', '__proto__', 'constructor'])('a country that is none (%j) is no country', (country) => {
  expect(readPhoneNumber('4155552671', country).kind).toBe('unreadable')
})

it('shows the last two digits alone', () => {
  expect(maskPhoneNumber('+14155552671')).toBe('•••• 71')
})

it.each([
  ['AR', '+54 9'],
  ['DE', '+49 1'],
  ['PR', '+1 787'],
])('a person who typed no mobile number of %s is shown one that begins with %s', (country, beginning) => {
  expect(exampleMobileNumber(country)?.startsWith(beginning)).toBe(true)
})

it('a number names its country, or has the one that was chosen', () => {
  expect(countryOfTyped('+49 30 123456', 'FR')).toBe('DE')
  expect(countryOfTyped('12', 'FR')).toBe('FR')
  expect(countryOfTyped('12', 'XX')).toBeNull()
  expect(exampleMobileNumber(null)).toBeNull()
})
