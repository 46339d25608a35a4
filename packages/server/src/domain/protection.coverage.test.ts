import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { expect, test } from 'vitest'
import { type Coverage, coverageOf, protectionOf } from './protection.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const sso = {
  issuer: 'https://idp.example',
  requiredFrom: null,
  proofRequiredFrom: null,
  proofValues: [],
  earlierProof: null,
  endsAt: null,
}
const counts = [
  { protection: protectionOf(['AUTHENTICATOR_APP'], false, 'MEMBER'), isGuest: false, count: 1 },
  { protection: protectionOf(['SMS'], false, 'MEMBER'), isGuest: false, count: 2 },
  { protection: protectionOf(['PASSKEY', 'SMS'], false, 'MEMBER'), isGuest: false, count: 4 },
  { protection: protectionOf([], true, 'MEMBER'), isGuest: false, count: 8 },
  { protection: protectionOf([], false, 'MEMBER'), isGuest: false, count: 16 },
  { protection: protectionOf([], false, 'GUEST'), isGuest: true, count: 32 },
  { protection: protectionOf(['SMS'], false, 'GUEST'), isGuest: true, count: 64 },
]
const owned = { total: 127, authenticatorApp: 1, sms: 70, passkey: 4 }

test.each<[string, FactorMethod[], typeof sso | null, Coverage]>([
  [
    'any method and the company sign-in',
    ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'],
    sso,
    { ...owned, withTwoFactor: 71, sso: 8, without: 48, guestsWithout: 32 },
  ],
  [
    'any method',
    ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'],
    null,
    { ...owned, withTwoFactor: 71, sso: 0, without: 56, guestsWithout: 32 },
  ],
  [
    'passkeys alone, which guests with text messages do not have',
    ['PASSKEY'],
    sso,
    { ...owned, withTwoFactor: 4, sso: 8, without: 115, guestsWithout: 96 },
  ],
])('the coverage of a network that accepts %s', (_, accepted, connection, expected) => {
  expect(coverageOf(counts, { sso: connection, methods: { accepted, earlier: null } }, now)).toEqual(expected)
})
