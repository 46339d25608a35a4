import { expect, it } from 'vitest'
import { momentsFor } from './moment.js'

const english = momentsFor('en')

const summer = new Date('2026-07-14T15:00:00Z')
const winter = new Date('2026-01-14T15:00:00Z')

it.each([
  [summer, 'Europe/Madrid', 'Tue 14 Jul, 17:00 CEST', 'Tue 14 Jul, 17:00 CEST (15:00 UTC)'],
  [winter, 'Europe/Madrid', 'Wed 14 Jan, 16:00 CET', 'Wed 14 Jan, 16:00 CET (15:00 UTC)'],
  [summer, 'America/Los_Angeles', 'Tue 14 Jul, 08:00 PDT', 'Tue 14 Jul, 08:00 PDT (15:00 UTC)'],
  [summer, 'Asia/Tokyo', 'Wed 15 Jul, 00:00 GMT+9', 'Wed 15 Jul, 00:00 GMT+9 (Tue 14 Jul, 15:00 UTC)'],
  [summer, 'UTC', 'Tue 14 Jul, 15:00 UTC', 'Tue 14 Jul, 15:00 UTC'],
  [summer, 'Nowhere/Land', 'Tue 14 Jul, 15:00 UTC', 'Tue 14 Jul, 15:00 UTC'],
])('%s in %s reads %s', (date, timeZone, there, withUtc) => {
  expect(english.in(date, timeZone)).toBe(there)
  expect(english.withUtc(date, timeZone)).toBe(withUtc)
})

it('has no six digits in a row, so that none stand before a code', () => {
  expect(english.own(new Date('2026-12-31T23:59:59.999Z'))).toBe('Thu 31 Dec, 23:59 UTC')
})

it.each([
  ['the millisecond before midnight', '2026-05-14T23:59:59.999Z', 'Thu 14 May, 23:59 UTC'],
  ['midnight', '2026-05-15T00:00:00.000Z', 'Fri 15 May, 00:00 UTC'],
])('knows the day at %s', (_name, iso, read) => {
  expect(english.own(new Date(iso))).toBe(read)
})

it.each([['de', 'Di., 14. Juli, 17:00 MESZ (15:00 UTC)']] as const)('reads as %s writes it: %s', (locale, read) => {
  expect(momentsFor(locale).withUtc(summer, 'Europe/Madrid')).toBe(read)
})

it('reads in the zone of the recipient, and in UTC where this machine does not know it', () => {
  expect(momentsFor('en', 'Europe/Madrid').own(summer)).toBe('Tue 14 Jul, 17:00 CEST')
  expect(momentsFor('en', 'Nowhere/Land').own(summer)).toBe('Tue 14 Jul, 15:00 UTC')
})
