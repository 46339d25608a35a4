import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { describe, expect, it } from 'vitest'
import type { Evidence, ProviderEvidence } from './evidence.js'
import {
  assertionFor,
  knowsOf,
  oldestProviderSignIn,
  proofOf,
  type SsoPolicy,
  validAssertionFor,
} from './sso-policy.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const sso: SsoPolicy = {
  issuer: 'https://login.acme.example',
  requiredFrom: null,
  proofRequiredFrom: null,
  proofValues: ['mfa'],
  earlierProof: null,
  endsAt: null,
}
const word = (over: Partial<ProviderEvidence> = {}): ProviderEvidence => ({
  method: 'IDENTITY_PROVIDER',
  at: now,
  networkId: 'acme',
  issuer: sso.issuer,
  subject: 'ada',
  amr: [],
  acr: null,
  authTime: null,
  sid: null,
  ...over,
})
const password: Evidence = { method: 'PASSWORD', at: now }
const ownerEntry: Evidence = { method: 'OWNER_ENTRY', at: now, networkId: 'acme' }

describe('what a provider said of a second step', () => {
  it.each<[string, string[], string | null, string]>([
    ['nothing', [], null, 'NOT_SAID'],
    ['a method that counts', ['pwd', 'mfa'], null, 'PROVED'],
    ['a level that counts', [], 'mfa', 'PROVED'],
    ['a method that does not', ['pwd'], null, 'SAID_OTHERWISE'],
    ['a level that does not', [], 'low', 'SAID_OTHERWISE'],
  ])('%s', (_, amr, acr, expected) => {
    expect(proofOf(sso, { amr, acr }, now)).toBe(expected)
  })
})

describe('the word of the network’s provider', () => {
  const member = { role: 'MEMBER' as const, usesSso: true }
  const required = { ...sso, proofRequiredFrom: now }
  const OLD = limits.sessionLifetime
  it.each<[string, SsoPolicy | null, Evidence[], boolean]>([
    ['of just now', sso, [word()], true],
    ['a day ago less a millisecond', sso, [word({ at: ago(limits.providerAssertionLifetime - 1) })], true],
    ['a day ago', sso, [word({ at: ago(limits.providerAssertionLifetime) })], false],
    ['where there is no provider', null, [word()], false],
    ['of another issuer', { ...sso, issuer: 'https://other' }, [word()], false],
    ['that was never given', sso, [ownerEntry, password], false],
    ['of a sign-in of two weeks ago, where proof is not asked', sso, [word({ authTime: ago(OLD) })], true],
    ['of a sign-in of two weeks ago', required, [word({ authTime: ago(OLD) })], false],
    ['of one a millisecond younger', required, [word({ authTime: ago(OLD - 1) })], true],
    ['that does not say when', required, [word()], true],
  ])('%s', (_, policy, evidence, counts) => {
    expect(validAssertionFor('acme', policy, member, evidence, now) !== null).toBe(counts)
  })

  it('is none for a guest, or for a person who is not joined to it', () => {
    expect(validAssertionFor('acme', sso, { role: 'GUEST', usesSso: true }, [word()], now)).toBeNull()
    expect(validAssertionFor('acme', sso, { role: 'MEMBER', usesSso: false }, [word()], now)).toBeNull()
  })

  it('is found among the rest, and never in that of another network', () => {
    expect(assertionFor('acme', [ownerEntry, word({ networkId: 'globex' }), word()])).toEqual(word())
    expect(assertionFor('acme', [ownerEntry, word({ networkId: 'globex' })])).toBeNull()
  })
})

it.each<[string, Evidence[], boolean, boolean]>([
  ['its own sign-in', [password], false, true],
  ['half of it', [password], true, false],
  ['the word of that network’s provider', [word()], true, true],
  ['the word of another’s', [word({ networkId: 'globex' })], true, false],
  ['nothing', [], false, false],
])('a session knows of a network by %s', (_, evidence, hasTwoFactor, expected) => {
  expect(knowsOf('acme', evidence, hasTwoFactor)).toBe(expected)
})

it.each<[string, SsoPolicy | null, { hours: number; idleHours: number } | null, number | null]>([
  ['as old as it likes', sso, null, null],
  ['as old as a session, where proof is required', { ...sso, proofRequiredFrom: now }, null, limits.sessionLifetime],
  ['as old as the network lets a sign-in count', sso, { hours: 8, idleHours: 1 }, 8 * HOUR],
  [
    'as old as that also where proof is required',
    { ...sso, proofRequiredFrom: now },
    { hours: 8, idleHours: 1 },
    8 * HOUR,
  ],
  ['as old as it likes without a provider', null, null, null],
])('a sign-in at the provider may be %s', (_, policy, sessionLimit, expected) => {
  expect(oldestProviderSignIn({ sso: policy, sessionLimit }, now)).toBe(expected)
})
