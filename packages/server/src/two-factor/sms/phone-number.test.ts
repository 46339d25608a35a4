import { describe, expect, it } from 'vitest'
import { maskPhoneNumber, readPhoneNumber } from './phone-number.js'

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
])('%j in %s is %s', (text, country, e164) => {
  expect(readPhoneNumber(text, country)).toMatchObject({ kind: 'mobile', number: { e164 } })
})

it.each([
  ['a landline', '+49 30 123456'],
  ['a premium rate number', '+1 900 555 2671'],
  ['a toll-free number', '+1 800 555 2671'],
  ['a premium rate number of an island', '+44 909 8790000'],
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
