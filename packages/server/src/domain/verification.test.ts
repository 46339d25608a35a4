import { expect, test } from 'vitest'
import { amrOf, endByTime, isProvedByProvider } from './verification.js'

const at = new Date('2026-05-12T10:00:00.000Z')
const plus = (ms: number) => new Date(at.getTime() + ms)

test.each([
  [-1, true, null],
  [-1, false, null],
  [0, true, 'EXPIRED'],
  [0, false, 'NO_SECOND_STEP'],
] as const)('%d ms from its end, with a second step %s: %s', (ms, hasSecondStep, end) => {
  expect(endByTime(at, hasSecondStep, plus(ms))).toBe(end)
})

test.each([
  [true, 'AUTHENTICATOR_APP', ['pwd', 'otp', 'mfa']],
  [true, 'SMS', ['pwd', 'sms', 'mfa']],
  [true, 'BACKUP_CODE', ['pwd', 'otp', 'mfa']],
  [true, 'PASSKEY', ['pwd', 'pop', 'mfa']],
  [false, 'AUTHENTICATOR_APP', ['otp']],
] as const)('with the password %s and %s the references are %s', (hasPassword, method, amr) => {
  expect(amrOf(hasPassword, method)).toEqual(amr)
})

test.each([
  ['asked after it began', 1, 1, true],
  ['asked after it began, by a clock a minute behind', 1, -60_000, true],
  ['asked after it began, of an older sign-in', 1, -60_001, false],
  ['asked before it began', -1, 1, false],
  ['asked after it began, without saying when', 1, null, false],
] as const)('a provider %s', (_name, came, authenticated, counts) => {
  const proof = { at: plus(came), authTime: authenticated === null ? null : plus(authenticated) }
  expect(isProvedByProvider(proof, at)).toBe(counts)
})
