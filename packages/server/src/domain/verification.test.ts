import { expect, test } from 'vitest'
import type { ProviderEvidence } from './evidence.js'
import { amrOf, assertedLevel, endByTime, isProvedByProvider } from './verification.js'

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
  ['asked in the millisecond in which it began', 0, 1, true],
  ['asked before it began', -1, 1, false],
  ['asked after it began, without saying when', 1, null, false],
] as const)('a provider %s', (_name, came, authenticated, counts) => {
  const proof = { at: plus(came), authTime: authenticated === null ? null : plus(authenticated) }
  expect(isProvedByProvider(proof, at)).toBe(counts)
})

const OURS = 'urn:twinlock:acr:second-step'
test.each<[string, string[], string | null, string | null]>([
  ['that proves a second step by its methods, our level', ['mfa'], 'urn:theirs', OURS],
  ['that proves nothing, its own level', ['pwd'], 'urn:theirs', 'urn:theirs'],
  ['that proves nothing and says no level, none', ['pwd'], null, null],
  ['that proves nothing and claims our level, none', ['pwd'], OURS, null],
])('an app learns of a provider %s', (_, amr, acr, level) => {
  const sso = {
    issuer: 'https://idp.example',
    requiredFrom: null,
    proofRequiredFrom: null,
    proofValues: ['mfa'],
    earlierProof: null,
    endsAt: null,
  }
  const word: ProviderEvidence = {
    method: 'IDENTITY_PROVIDER',
    at,
    networkId: 'net_1',
    issuer: sso.issuer,
    subject: 'ada',
    amr,
    acr,
    authTime: at,
    sid: null,
  }
  expect(assertedLevel(sso, word, at)).toBe(level)
})
