import { limits } from '@twinlock/shared/limits'
import { describe, expect, it } from 'vitest'
import { type Evidence, isOwnSignIn, missingFreshEvidenceIn, withEvidence } from './evidence.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const FRESH = limits.freshEvidence

const own = (method: 'PASSWORD' | 'SMS' | 'TRUSTED_DEVICE' | 'MAILBOX', ms = 0) => ({ method, at: ago(ms) }) as Evidence
const word = (of: { networkId?: string; ms?: number; authTime?: Date | null } = {}): Evidence => ({
  method: 'IDENTITY_PROVIDER',
  at: ago(of.ms ?? 0),
  networkId: of.networkId ?? 'acme',
  issuer: 'https://login.acme.example',
  subject: 'ada',
  amr: ['mfa'],
  acr: null,
  authTime: of.authTime === undefined ? ago(of.ms ?? 0) : of.authTime,
  sid: null,
})
const ownerEntry = (networkId: string): Evidence => ({ method: 'OWNER_ENTRY', at: now, networkId })

describe('the own sign-in of an account', () => {
  it.each<[string, Evidence[], boolean, boolean]>([
    ['a password, where there is no second step', [own('PASSWORD')], false, true],
    ['a password alone, where there is one', [own('PASSWORD')], true, false],
    ['a password and a second step', [own('PASSWORD'), own('SMS')], true, true],
    ['a password at a trusted device', [own('PASSWORD'), own('TRUSTED_DEVICE')], true, true],
    ['a second step alone', [own('SMS')], true, false],
    ['a mailbox beside a password', [own('PASSWORD'), own('MAILBOX')], true, false],
    ['a provider, whatever it says of a second step', [word()], false, false],
    ['a provider beside a password, where there is a second step', [own('PASSWORD'), word()], true, false],
    ['an owner’s entry', [ownerEntry('acme')], false, false],
  ])('%s', (_, evidence, hasTwoFactor, expected) => {
    expect(isOwnSignIn(evidence, hasTwoFactor)).toBe(expected)
  })
})

describe('what has to be proved again inside one network', () => {
  it.each<[string, Evidence[], boolean, string[]]>([
    ['the provider, in its last fresh millisecond', [word({ ms: FRESH - 1 })], false, []],
    ['the provider, a millisecond later', [word({ ms: FRESH })], false, ['SSO']],
    ['a provider that does not say when', [word({ authTime: null })], false, ['SSO']],
    ['a provider that has known the person for hours', [word({ authTime: ago(FRESH) })], false, ['SSO']],
    ['a provider that speaks of the future, later on', [word({ ms: FRESH, authTime: ago(-FRESH) })], false, ['SSO']],
    ['another network’s provider', [word({ networkId: 'globex' })], false, ['SSO']],
    ['an owner’s entry', [ownerEntry('acme')], false, ['SSO']],
    [
      'a stale own sign-in asks for itself',
      [own('PASSWORD', FRESH), own('SMS', FRESH)],
      true,
      ['PASSWORD', 'SECOND_STEP'],
    ],
    ['a stale own sign-in beside a fresh provider', [own('PASSWORD', FRESH), word()], false, []],
    ['a fresh password alone, where there is a second step', [own('PASSWORD')], true, ['SSO']],
  ])('%s', (_, evidence, hasTwoFactor, expected) => {
    expect(missingFreshEvidenceIn('acme', evidence, hasTwoFactor, now)).toEqual(expected)
  })
})

describe('what is kept of it', () => {
  it('a newer word of a provider takes the place of its older one, and of no other network’s', () => {
    const other = word({ networkId: 'globex', ms: 1_000 })
    const kept = withEvidence([word({ ms: 1_000 }), other], word())
    expect(kept).toEqual([other, word()])
  })

  it('an owner’s entry to one network leaves that to another', () => {
    const kept = withEvidence([ownerEntry('globex')], ownerEntry('acme'))
    expect(kept).toHaveLength(2)
  })
})
