import { limits } from '@twinlock/shared/limits'
import { describe, expect, it } from 'vitest'
import { type Evidence, isOwnSignIn, withEvidence } from './evidence.js'
import { missingFreshEvidenceIn, type SsoPolicy } from './sso-policy.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const FRESH = limits.freshEvidence

const own = (method: 'PASSWORD' | 'SMS' | 'TRUSTED_DEVICE' | 'MAILBOX', ms = 0) => ({ method, at: ago(ms) }) as Evidence
const word = (of: { networkId?: string; ms?: number; authTime?: Date | null; amr?: string[] } = {}): Evidence => ({
  method: 'IDENTITY_PROVIDER',
  at: ago(of.ms ?? 0),
  networkId: of.networkId ?? 'acme',
  issuer: 'https://login.acme.example',
  subject: 'ada',
  amr: of.amr ?? ['mfa'],
  acr: null,
  authTime: of.authTime === undefined ? ago(of.ms ?? 0) : of.authTime,
  sid: null,
})
const sso: SsoPolicy = {
  issuer: 'https://login.acme.example',
  requiredFrom: null,
  proofRequiredFrom: null,
  proofValues: ['mfa'],
  earlierProof: null,
  endsAt: null,
}
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
    expect(missingFreshEvidenceIn({ networkId: 'acme', sso }, evidence, hasTwoFactor, now)).toEqual(expected)
  })
})

describe('what has to be proved again where the network requires proof of a second step', () => {
  const plain = { amr: ['pwd'] }
  it.each<[string, Partial<SsoPolicy>, Evidence[], string[]]>([
    ['a fresh word that proves one is enough', {}, [word()], []],
    ['a fresh word that does not leaves the second step', {}, [word(plain)], ['SECOND_STEP']],
    ['so does one that says nothing', {}, [word({ amr: [] })], ['SECOND_STEP']],
    ['the account’s own counts besides, in its last fresh millisecond', {}, [word(plain), own('SMS', FRESH - 1)], []],
    ['and a millisecond later no more', {}, [word(plain), own('SMS', FRESH)], ['SECOND_STEP']],
    ['a password does not', {}, [word(plain), own('PASSWORD')], ['SECOND_STEP']],
    ['nor a trusted device', {}, [word(plain), own('TRUSTED_DEVICE')], ['SECOND_STEP']],
    ['a stale word that does not asks for both', {}, [word({ ...plain, ms: FRESH })], ['SSO', 'SECOND_STEP']],
    ['a stale word that does asks for another', {}, [word({ ms: FRESH })], ['SSO']],
    ['the own sign-in is enough by itself', {}, [own('PASSWORD'), own('SMS'), word({ ...plain, ms: FRESH })], []],
    ['a millisecond before it is asked, any word does', { proofRequiredFrom: ago(-1) }, [word(plain)], []],
    ['the word of a provider that is there no more counts for nothing', { endsAt: now }, [word()], ['SSO']],
    ['nor that of another issuer than is there now', { issuer: 'https://other' }, [word()], ['SSO']],
  ])('%s', (_, over, evidence, expected) => {
    const network = { networkId: 'acme', sso: { ...sso, proofRequiredFrom: now, ...over } }
    expect(missingFreshEvidenceIn(network, evidence, true, now)).toEqual(expected)
  })
})

describe('what is stored of it', () => {
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
