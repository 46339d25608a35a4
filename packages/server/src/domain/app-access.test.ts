import type { AppRequirement, Role } from '@twinlock/shared/vocabulary'
import { describe, expect, it, test } from 'vitest'
import {
  type AppEntryFacts,
  type AppRule,
  appEntry,
  levelOf,
  reachesOneOf,
  requirementOf,
  rolesFor,
  stricterOf,
} from './app-access.js'
import type { Evidence } from './evidence.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const password = (minutes = 1): Evidence => ({ method: 'PASSWORD', at: ago(minutes) })
const code = (minutes = 1): Evidence => ({ method: 'AUTHENTICATOR_APP', at: ago(minutes) })
const passkey = (minutes = 1): Evidence => ({ method: 'PASSKEY', at: ago(minutes) })
const device: Evidence = { method: 'TRUSTED_DEVICE', at: ago(1) }
const word = (amr: string[], minutes = 1, networkId = 'net_1'): Evidence => ({
  method: 'IDENTITY_PROVIDER',
  at: ago(minutes),
  networkId,
  issuer: 'https://idp',
  subject: 's',
  amr,
  acr: null,
  authTime: null,
  sid: null,
})
const sso = {
  issuer: 'https://idp',
  requiredFrom: null,
  proofRequiredFrom: null,
  proofValues: ['mfa'],
  earlierProof: null,
  endsAt: null,
}
const facts = (more: Partial<AppEntryFacts> = {}): AppEntryFacts => ({
  networkId: 'net_1',
  sso,
  role: 'MEMBER',
  factors: ['AUTHENTICATOR_APP'],
  hasPassword: true,
  ...more,
})
const rule = (more: Partial<AppRule> = {}): AppRule => ({
  access: 'EVERYONE',
  roles: null,
  requires: 'SIGNED_IN',
  withinMinutes: null,
  ...more,
})

describe('who may', () => {
  it.each<[AppRule, Role, boolean]>([
    [rule(), 'GUEST', true],
    [rule({ access: 'NO_GUESTS' }), 'GUEST', false],
    [rule({ access: 'NO_GUESTS' }), 'MEMBER', true],
    [rule({ access: 'ADMINS' }), 'MEMBER', false],
    [rule({ access: 'ADMINS' }), 'OWNER', true],
    [rule({ roles: ['OWNER'] }), 'ADMIN', false],
    [rule({ access: 'ADMINS', roles: ['MEMBER'] }), 'MEMBER', false],
  ])('%j, %s', (asked, role, isAllowed) => {
    expect(appEntry(asked, facts({ role }), [password(), code()], now).kind).toBe(isAllowed ? 'open' : 'not-for-role')
    expect(rolesFor(asked).includes(role)).toBe(isAllowed)
  })
})

it.each<[AppRule['access'], Role[]]>([
  ['EVERYONE', ['OWNER', 'ADMIN', 'MEMBER', 'GUEST']],
  ['NO_GUESTS', ['OWNER', 'ADMIN', 'MEMBER']],
  ['ADMINS', ['OWNER', 'ADMIN']],
])('an app for %s is opened by %s', (access, roles) => {
  expect(rolesFor({ access, roles: null })).toEqual(roles)
})

describe('what is missing is asked alone', () => {
  it.each<[string, Partial<AppRule>, Evidence[], Partial<AppEntryFacts>, unknown]>([
    ['nothing more than the network', {}, [password()], {}, { kind: 'open' }],
    ['a second step was done', { requires: 'SECOND_STEP' }, [password(), code()], {}, { kind: 'open' }],
    [
      'a second step was not done',
      { requires: 'SECOND_STEP' },
      [password()],
      {},
      { kind: 'needs-second-step', methods: ['AUTHENTICATOR_APP'] },
    ],
    [
      'a trusted browser does not stand in',
      { requires: 'SECOND_STEP' },
      [password(), device],
      {},
      { kind: 'needs-second-step', methods: ['AUTHENTICATOR_APP'] },
    ],
    [
      'nothing is set up',
      { requires: 'SECOND_STEP' },
      [password()],
      { factors: [] },
      { kind: 'needs-set-up', requires: 'SECOND_STEP' },
    ],
    [
      'the provider says that there was only a password',
      { requires: 'SECOND_STEP' },
      [word(['pwd'])],
      {},
      { kind: 'needs-second-step', methods: ['AUTHENTICATOR_APP'] },
    ],
    ['the provider proved it', { requires: 'SECOND_STEP' }, [word(['mfa'])], {}, { kind: 'open' }],
    [
      "another network's provider says nothing here",
      { requires: 'SECOND_STEP' },
      [word(['mfa'], 1, 'net_2')],
      {},
      { kind: 'needs-second-step', methods: ['AUTHENTICATOR_APP'] },
    ],
    ['a passkey', { requires: 'PHISHING_RESISTANT' }, [password(), passkey()], {}, { kind: 'open' }],
    [
      'a code is no passkey',
      { requires: 'PHISHING_RESISTANT' },
      [password(), code()],
      { factors: ['AUTHENTICATOR_APP', 'PASSKEY'] },
      { kind: 'needs-second-step', methods: ['PASSKEY'] },
    ],
    [
      "a provider's mfa is no passkey",
      { requires: 'PHISHING_RESISTANT' },
      [word(['mfa'])],
      {},
      { kind: 'needs-set-up', requires: 'PHISHING_RESISTANT' },
    ],
    ['within ten minutes', { withinMinutes: 10 }, [password(600), code(9)], {}, { kind: 'open' }],
    [
      'at ten minutes it is over',
      { withinMinutes: 10 },
      [password(1), code(10)],
      {},
      { kind: 'needs-second-step', methods: ['AUTHENTICATOR_APP'] },
    ],
  ])('%s', (_, asked, evidence, more, expected) => {
    expect(appEntry(rule(asked), facts(more), evidence, now)).toEqual(expected)
  })

  it.each<[string, Evidence[], Partial<AppEntryFacts>, unknown]>([
    ['both new', [password(1), code(1)], {}, { kind: 'open' }],
    ['an old password', [password(9), code(1)], {}, { kind: 'needs-fresh-sign-in', needs: ['PASSWORD'] }],
    ['an old code', [password(1), code(9)], {}, { kind: 'needs-fresh-sign-in', needs: ['SECOND_STEP'] }],
    ['no second step there is', [password(9)], { factors: [] }, { kind: 'needs-fresh-sign-in', needs: ['PASSWORD'] }],
    ['in the very moment', [password(5), code(5)], {}, { kind: 'open' }],
    ['an old word', [word(['mfa'], 9)], {}, { kind: 'needs-fresh-sign-in', needs: ['SSO'] }],
    ['a new word', [word(['mfa'], 1)], {}, { kind: 'open' }],
    ['a new word, and no password to ask', [word(['mfa'], 1), code(9)], { hasPassword: false }, { kind: 'open' }],
    [
      'a new word beside an old sign-in with the password',
      [word(['mfa'], 1), password(9), code(9)],
      {},
      { kind: 'needs-fresh-sign-in', needs: ['PASSWORD', 'SECOND_STEP'] },
    ],
    ['a new code alone', [code(1)], {}, { kind: 'needs-fresh-sign-in', needs: ['PASSWORD'] }],
  ])('max_age: %s', (_, evidence, more, expected) => {
    expect(appEntry(rule(), facts(more), evidence, now, ago(5))).toEqual(expected)
  })
})

describe('what an app learns', () => {
  it.each<[Evidence[], string, string[]]>([
    [[password()], 'urn:twinlock:acr:1', ['pwd']],
    [[password(), device], 'urn:twinlock:acr:1', ['pwd']],
    [[password(), code()], 'urn:twinlock:acr:2', ['pwd', 'otp', 'mfa']],
    [[password(), { method: 'SMS', at: ago(1) }], 'urn:twinlock:acr:2', ['pwd', 'sms', 'mfa']],
    [[password(), { method: 'BACKUP_CODE', at: ago(1) }], 'urn:twinlock:acr:2', ['pwd', 'otp', 'mfa']],
    [[code()], 'urn:twinlock:acr:1', ['otp']],
    [[word([]), code()], 'urn:twinlock:acr:2', ['otp', 'mfa']],
    [[password(), passkey()], 'urn:twinlock:acr:phr', ['pwd', 'pop', 'mfa']],
    [[passkey()], 'urn:twinlock:acr:phr', ['pop', 'mfa']],
    [[word([])], 'urn:twinlock:acr:1', []],
    [[word(['pwd', 'mfa'])], 'urn:twinlock:acr:2', ['pwd', 'mfa']],
    [[word(['mfa'], 1, 'net_2')], 'urn:twinlock:acr:1', []],
  ])('%j', (evidence, acr, amr) => {
    expect(levelOf({ networkId: 'net_1', sso }, evidence, now)).toMatchObject({ acr, amr })
  })

  test('without a provider here, nothing that one said is proof', () => {
    expect(levelOf({ networkId: 'net_1', sso: null }, [word(['mfa'])], now).acr).toBe('urn:twinlock:acr:1')
  })

  it.each<[string, Evidence[], Date]>([
    ['of its older step', [password(90), code(2)], ago(90)],
    ['of its only step', [password(90)], ago(90)],
    ['of the provider’s word', [word(['mfa'], 30)], ago(30)],
    ['now, where nothing was proved', [], now],
  ])('the time of a sign-in is that %s', (_, evidence, authTime) => {
    expect(levelOf({ networkId: 'net_1', sso }, evidence, now).authTime).toEqual(authTime)
  })
})

describe('requested levels', () => {
  it.each<[string[], string, boolean, AppRequirement]>([
    [[], 'urn:twinlock:acr:1', true, 'SIGNED_IN'],
    [['urn:another'], 'urn:twinlock:acr:1', true, 'SIGNED_IN'],
    [['urn:twinlock:acr:2'], 'urn:twinlock:acr:1', false, 'SECOND_STEP'],
    [['urn:another', 'urn:twinlock:acr:2'], 'urn:twinlock:acr:1', false, 'SECOND_STEP'],
    [['urn:twinlock:acr:2', 'urn:twinlock:acr:1'], 'urn:twinlock:acr:1', true, 'SIGNED_IN'],
    [['urn:twinlock:acr:2'], 'urn:twinlock:acr:phr', true, 'SECOND_STEP'],
    [['urn:twinlock:acr:phr', 'urn:twinlock:acr:2'], 'urn:twinlock:acr:2', true, 'SECOND_STEP'],
    [['urn:twinlock:acr:phr'], 'urn:twinlock:acr:2', false, 'PHISHING_RESISTANT'],
  ])('%j against %s', (wanted, acr, isReached, requirement) => {
    expect(reachesOneOf(wanted, { acr: acr as 'urn:twinlock:acr:1' })).toBe(isReached)
    expect(requirementOf(wanted)).toBe(requirement)
  })
})

it.each<[AppRequirement, AppRequirement, AppRequirement]>([
  ['SIGNED_IN', 'SECOND_STEP', 'SECOND_STEP'],
  ['SECOND_STEP', 'SIGNED_IN', 'SECOND_STEP'],
  ['SECOND_STEP', 'PHISHING_RESISTANT', 'PHISHING_RESISTANT'],
  ['PHISHING_RESISTANT', 'SIGNED_IN', 'PHISHING_RESISTANT'],
  ['SIGNED_IN', 'SIGNED_IN', 'SIGNED_IN'],
])('an app that requires %s, where a level of %s is requested: %s', (one, other, stricter) => {
  expect(stricterOf(one, other)).toBe(stricter)
})
