import { DAY, HOUR } from '@twinlock/shared/durations'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { describe, expect, it } from 'vitest'
import type { Evidence, ProviderEvidence } from './evidence.js'
import { type AccessFacts, type NetworkAccess, networkAccess } from './network-access.js'
import type { SsoPolicy } from './sso-policy.js'
import type { MembershipFacts, NetworkPolicy, Standing } from './standing.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ISSUER = 'https://idp.example'
const until = after(1)
const password: Evidence = { method: 'PASSWORD', at: now }
const app: Evidence = { method: 'AUTHENTICATOR_APP', at: now }
const sms: Evidence = { method: 'SMS', at: now }
const backupCode: Evidence = { method: 'BACKUP_CODE', at: now }
const device: Evidence = { method: 'TRUSTED_DEVICE', at: now }
const mailbox: Evidence = { method: 'MAILBOX', at: now }
const ownerEntry: Evidence = { method: 'OWNER_ENTRY', at: now, networkId: 'net_1' }
const provider = (networkId: string, said: Partial<ProviderEvidence> = {}): ProviderEvidence => ({
  method: 'IDENTITY_PROVIDER',
  at: now,
  networkId,
  issuer: ISSUER,
  subject: 'ada',
  amr: [],
  acr: null,
  authTime: now,
  sid: null,
  ...said,
})

const policy: NetworkPolicy = {
  mandate: {
    activationId: 'act_1',
    activatedAt: now,
    activatedBy: { accountId: 'acc_1', name: 'Ada' },
    deadline: now,
  },
  methods: { accepted: ['AUTHENTICATOR_APP', 'SMS'], earlier: null },
  trustedDeviceDays: 0,
  allowsPasskeySignIn: true,
  sessionLimit: null,
  sso: null,
}
const sso = (over: Partial<SsoPolicy> = {}): NetworkPolicy => ({
  ...policy,
  sso: {
    issuer: ISSUER,
    requiredFrom: now,
    proofRequiredFrom: null,
    proofValues: ['mfa'],
    earlierProof: null,
    endsAt: null,
    ...over,
  },
})
const proved = sso({ proofRequiredFrom: now })
const optional = sso({ requiredFrom: null })
const appOnly: NetworkPolicy = { ...policy, methods: { accepted: ['AUTHENTICATOR_APP'], earlier: null } }
const changing: NetworkPolicy = {
  ...policy,
  methods: { accepted: ['AUTHENTICATOR_APP'], earlier: { accepted: ['SMS'], until } },
}
const trusting: NetworkPolicy = { ...policy, trustedDeviceDays: 30 }
const member: MembershipFacts = { role: 'MEMBER', joinedAt: now, extendedUntil: null, extendedIn: null, usesSso: false }
const ssoMember: MembershipFacts = { ...member, usesSso: true }
const owner: MembershipFacts = { ...ssoMember, role: 'OWNER' }
const guest: MembershipFacts = { ...member, role: 'GUEST' }
const ssoGuest: MembershipFacts = { ...ssoMember, role: 'GUEST' }

const open = { kind: 'open' } as const
const hidden = { kind: 'hidden' } as const
const needsSso = { kind: 'needs-sso' } as const
const needsSignIn = { kind: 'needs-sign-in' } as const
const needsStep = (accepted: FactorMethod[] = ['AUTHENTICATOR_APP', 'SMS']) =>
  ({ kind: 'needs-second-step', accepted }) as const
const [free, grace, satisfied, exempt, overdue] = [
  { kind: 'not-required' },
  { kind: 'grace', deadline: until },
  { kind: 'satisfied' },
  { kind: 'exempt-sso' },
  { kind: 'overdue', since: now },
] as const satisfies Standing[]

type Row = [string, NetworkPolicy, MembershipFacts, Standing, FactorMethod[], Evidence[], NetworkAccess]
const bare: FactorMethod[] = []
const withApp: FactorMethod[] = ['AUTHENTICATOR_APP']
const withSms: FactorMethod[] = ['SMS']

describe('by the account’s own sign-in', () => {
  it.each<Row>([
    ['nothing proved opens nothing', policy, member, free, bare, [], hidden],
    ['a second step without a password opens nothing', policy, member, satisfied, withApp, [app], hidden],
    ['the mailbox alone opens nothing', policy, member, free, bare, [mailbox], hidden],
    ['without a mandate the password will do', policy, member, free, bare, [password], open],
    ['but not once the account has 2FA', policy, member, free, withApp, [password], needsStep()],
    ['in grace the password will do', policy, member, grace, bare, [password], open],
    [
      'overdue is closed',
      policy,
      member,
      overdue,
      bare,
      [password],
      { kind: 'needs-set-up', since: now, isUnproved: false },
    ],
    [
      'overdue stays closed with a second step',
      policy,
      member,
      overdue,
      ['PASSKEY'],
      [password, app],
      { kind: 'needs-set-up', since: now, isUnproved: false },
    ],
    [
      'a session of before the set-up lacks the second step',
      policy,
      member,
      satisfied,
      withApp,
      [password],
      needsStep(),
    ],
    ['password and app', policy, member, satisfied, withApp, [password, app], open],
    ['password and SMS', policy, member, satisfied, withSms, [password, sms], open],
    ['password and backup code', policy, member, satisfied, withApp, [password, backupCode], open],
    [
      'the method used counts, not the one owned',
      appOnly,
      member,
      satisfied,
      ['AUTHENTICATOR_APP', 'SMS'],
      [password, sms],
      needsStep(['AUTHENTICATOR_APP']),
    ],
    ['a backup code stands for any method', appOnly, member, satisfied, withApp, [password, backupCode], open],
    ['the earlier list still opens', changing, member, satisfied, withSms, [password, sms], open],
    ['a mailbox is no second step', policy, member, satisfied, withApp, [password, mailbox], needsStep()],
    ['a trusted device where none is allowed', policy, member, satisfied, withApp, [password, device], needsStep()],
    ['a trusted device where it is allowed', trusting, member, satisfied, withApp, [password, device], open],
    ['a password where SSO is required', sso(), ssoMember, exempt, withApp, [password, app], needsSso],
    ['a person who never joined it, too', sso(), member, satisfied, withApp, [password, app], needsSso],
    ['1 ms before it is required', sso({ requiredFrom: until }), member, satisfied, withApp, [password, app], open],
    ['a guest needs no SSO', sso(), ssoGuest, satisfied, withApp, [password, app], open],
    ['a guest without a second step', sso(), ssoGuest, satisfied, withApp, [password], needsStep()],
    ['SSO not required, password and second step', optional, ssoMember, exempt, withApp, [password, app], open],
    ['SSO not required, a second step there is', trusting, ssoMember, exempt, withApp, [password, device], open],
    ['SSO not required, no second step to ask', optional, ssoMember, exempt, bare, [password], needsSso],
    [
      'SSO not required, a second step by a method that is not accepted, with another at hand',
      { ...optional, methods: appOnly.methods },
      ssoMember,
      exempt,
      ['AUTHENTICATOR_APP', 'SMS'],
      [password, sms],
      needsStep(['AUTHENTICATOR_APP']),
    ],
    [
      'SSO not required, a second step by the only method, which is not accepted',
      { ...optional, methods: appOnly.methods },
      ssoMember,
      exempt,
      withSms,
      [password, sms],
      needsSso,
    ],
  ])('%s', check)
})

describe('by a passkey alone', () => {
  const passkey: Evidence = { method: 'PASSKEY', at: now, userVerified: true }
  const withPasskey: FactorMethod[] = ['PASSKEY']
  const either: NetworkPolicy = { ...policy, methods: { accepted: ['PASSKEY'], earlier: null } }
  const never: NetworkPolicy = { ...either, allowsPasskeySignIn: false }
  const passwordAgain: NetworkAccess = { kind: 'needs-fresh-sign-in', needs: ['PASSWORD'] }
  it.each<Row>([
    ['where the network accepts it', either, member, satisfied, withPasskey, [passkey], open],
    ['where it does not, the password is asked', never, member, satisfied, withPasskey, [passkey], passwordAgain],
    [
      'where it does not, beside a sign-in at the company',
      { ...sso(), allowsPasskeySignIn: false },
      ssoMember,
      exempt,
      withPasskey,
      [passkey, provider('net_1')],
      open,
    ],
    ['with the password it is a second step', never, member, satisfied, withPasskey, [password, passkey], open],
    [
      'a passkey that checked nobody is half',
      either,
      member,
      satisfied,
      withPasskey,
      [{ method: 'PASSKEY', at: now }],
      hidden,
    ],
  ])('%s', check)
})

describe('after an Admin ended the sessions of a member', () => {
  const endedAt = (sessionsEndedAt: Date): MembershipFacts => ({ ...member, sessionsEndedAt })
  const both: NetworkAccess = { kind: 'needs-fresh-sign-in', needs: ['PASSWORD', 'SECOND_STEP'] }
  it.each<Row>([
    ['1 ms before the sign-in', policy, endedAt(after(-1)), satisfied, withApp, [password, app], open],
    ['in the millisecond of the sign-in', policy, endedAt(now), satisfied, withApp, [password, app], both],
    ['after the sign-in', policy, endedAt(after(1)), satisfied, withApp, [password, app], both],
  ])('%s', check)
})

describe('by an identity provider', () => {
  it.each<Row>([
    ['the provider of this network', sso(), ssoMember, exempt, bare, [provider('net_1')], open],
    ['without a mandate', { ...sso(), mandate: null }, ssoMember, free, bare, [provider('net_1')], open],
    ['the account’s own second step is not asked', sso(), ssoMember, exempt, withApp, [provider('net_1')], open],
    ['the provider of another network', sso(), ssoMember, exempt, bare, [provider('net_2')], hidden],
    ['of another, with a second step here', policy, member, satisfied, withApp, [provider('net_2'), app], hidden],
    [
      'of another, with the password but not the second step',
      policy,
      member,
      satisfied,
      withApp,
      [provider('net_2'), password],
      needsStep(),
    ],
    [
      'of another, with all of the own sign-in',
      policy,
      member,
      satisfied,
      withApp,
      [provider('net_2'), password, app],
      open,
    ],
    [
      'of another, where this one is required',
      sso(),
      ssoMember,
      exempt,
      withApp,
      [provider('net_2'), password, app],
      needsSso,
    ],
    ['a person who is not joined to it', sso(), member, free, bare, [provider('net_1')], needsSso],
    [
      'the issuer of an earlier configuration',
      sso(),
      ssoMember,
      exempt,
      bare,
      [provider('net_1', { issuer: 'https://old.example' })],
      needsSso,
    ],
    ['a network that has no provider any more', policy, ssoMember, free, bare, [provider('net_1')], needsSignIn],
    ['1 ms before the provider ends', sso({ endsAt: until }), ssoMember, exempt, bare, [provider('net_1')], open],
    ['a provider that has ended', sso({ endsAt: now }), ssoMember, free, bare, [provider('net_1')], needsSignIn],
    ['a member who has become a guest', sso(), ssoGuest, overdue, bare, [provider('net_1')], needsSignIn],
    [
      'a guest who flips to it to get around 2FA',
      sso(),
      guest,
      overdue,
      bare,
      [provider('net_1'), password],
      { kind: 'needs-set-up', since: now, isUnproved: false },
    ],
    ['a word of nearly a day ago', sso(), ssoMember, exempt, bare, [provider('net_1', { at: after(1 - DAY) })], open],
    ['a word of a day ago', sso(), ssoMember, exempt, bare, [provider('net_1', { at: after(-DAY) })], needsSso],
  ])('%s', check)
})

describe('where the provider must prove the second step', () => {
  const pwd = provider('net_1', { amr: ['pwd'] })
  it.each<Row>([
    ['proved by amr', proved, ssoMember, exempt, bare, [provider('net_1', { amr: ['pwd', 'mfa'] })], open],
    ['proved by acr', proved, ssoMember, exempt, bare, [provider('net_1', { acr: 'mfa' })], open],
    ['not said', proved, ssoMember, exempt, withApp, [provider('net_1')], needsStep()],
    ['said otherwise', proved, ssoMember, exempt, withApp, [pwd], needsStep()],
    ['said otherwise, and the own second step done', proved, ssoMember, exempt, withApp, [pwd, app], open],
    [
      'said otherwise, by a method that is barred',
      { ...proved, methods: appOnly.methods },
      ssoMember,
      exempt,
      ['AUTHENTICATOR_APP', 'SMS'],
      [pwd, sms],
      needsStep(['AUTHENTICATOR_APP']),
    ],
    [
      'said otherwise, and no own second step',
      proved,
      ssoMember,
      exempt,
      bare,
      [pwd],
      { kind: 'needs-set-up', since: now, isUnproved: true },
    ],
    [
      'said otherwise, and no own second step, from the moment that proof was required',
      sso({ proofRequiredFrom: after(-DAY) }),
      ssoMember,
      exempt,
      bare,
      [pwd],
      { kind: 'needs-set-up', since: after(-DAY), isUnproved: true },
    ],
    [
      'said otherwise, a trusted device where one is allowed',
      { ...proved, trustedDeviceDays: 30 },
      ssoMember,
      exempt,
      withApp,
      [pwd, device],
      open,
    ],
    ['said otherwise, a trusted device where none is', proved, ssoMember, exempt, withApp, [pwd, device], needsStep()],
    ['without a mandate too', { ...proved, mandate: null }, ssoMember, free, withApp, [pwd], needsStep()],
    ['1 ms before proof is asked', sso({ proofRequiredFrom: until }), ssoMember, exempt, bare, [pwd], open],
    [
      'the longer list, 1 ms before its end',
      sso({ proofRequiredFrom: now, earlierProof: { values: ['pwd'], until } }),
      ssoMember,
      exempt,
      bare,
      [pwd],
      open,
    ],
    [
      'the longer list, at its end',
      sso({ proofRequiredFrom: now, earlierProof: { values: ['pwd'], until: now } }),
      ssoMember,
      exempt,
      withApp,
      [pwd],
      needsStep(),
    ],
  ])('%s', check)
})

describe('an OWNER past a provider that does not work', () => {
  it.each<Row>([
    ['not before deciding it', sso(), owner, exempt, withApp, [password, app], needsSso],
    ['with password and second step', sso(), owner, exempt, withApp, [password, app, ownerEntry], open],
    ['not without 2FA', sso(), owner, free, bare, [password, ownerEntry], needsSso],
    [
      'not by a decision for another network',
      sso(),
      owner,
      exempt,
      withApp,
      [password, app, { ...ownerEntry, networkId: 'net_2' }],
      needsSso,
    ],
    [
      'not by a decision of a day ago',
      sso(),
      owner,
      exempt,
      withApp,
      [password, app, { ...ownerEntry, at: after(-DAY) }],
      needsSso,
    ],
    [
      'not by what an earlier provider said of them here',
      sso(),
      owner,
      exempt,
      withApp,
      [password, app, provider('net_1', { issuer: 'https://old.example' })],
      needsSso,
    ],
    ['nobody else', sso(), { ...ssoMember, role: 'ADMIN' }, exempt, withApp, [password, app, ownerEntry], needsSso],
  ])('%s', check)
})

describe('where the network lets a sign-in count for a day, and an hour without a request', () => {
  const limit = { hours: 24, idleHours: 1 }
  const short: NetworkPolicy = { ...policy, sessionLimit: limit }
  const shortSso = (over: Partial<SsoPolicy> = {}): NetworkPolicy => ({ ...sso(over), sessionLimit: limit })
  const old = (piece: Evidence, ms = DAY) => ({ ...piece, at: after(-ms) }) as Evidence
  const both = ['PASSWORD' as const, 'SECOND_STEP' as const]
  const needs = (...wanted: ('PASSWORD' | 'SECOND_STEP')[]): NetworkAccess => ({
    kind: 'needs-fresh-sign-in',
    needs: wanted,
  })
  it.each<Row>([
    ['in its last millisecond', short, member, satisfied, withApp, [old(password, DAY - 1), old(app, DAY - 1)], open],
    ['from its end on', short, member, satisfied, withApp, [old(password), old(app)], needs(...both)],
    [
      'a millisecond later',
      short,
      member,
      satisfied,
      withApp,
      [old(password, DAY + 1), old(app, DAY + 1)],
      needs(...both),
    ],
    ['without a second step', short, member, free, bare, [old(password)], needs('PASSWORD')],
    ['the half that is old alone', short, member, satisfied, withApp, [password, old(app)], needs('SECOND_STEP')],
    ['the password that is old alone', short, member, satisfied, withApp, [old(password), app], needs('PASSWORD')],
    [
      'a device is trusted no longer than that',
      { ...trusting, sessionLimit: limit },
      member,
      satisfied,
      withApp,
      [old(password), old(device)],
      needs(...both),
    ],
    [
      'a set-up comes first',
      short,
      member,
      overdue,
      bare,
      [old(password)],
      { kind: 'needs-set-up', since: now, isUnproved: false },
    ],
    ['a second step comes first', short, member, satisfied, withApp, [old(password)], needsStep()],
    [
      'a provider’s word is asked for again',
      { ...shortSso(), sessionLimit: { hours: 8, idleHours: 1 } },
      ssoMember,
      exempt,
      bare,
      [provider('net_1', { at: after(-8 * HOUR) })],
      needsSso,
    ],
    [
      'an old sign-in beside a new word',
      shortSso(),
      ssoMember,
      exempt,
      withApp,
      [old(password), old(app), provider('net_1')],
      open,
    ],
    [
      'an old word beside a new sign-in, where that will do',
      { ...shortSso({ requiredFrom: null }), sessionLimit: { hours: 8, idleHours: 1 } },
      ssoMember,
      exempt,
      withApp,
      [password, app, old(provider('net_1'), DAY / 3)],
      open,
    ],
    [
      'an owner’s entry too',
      shortSso(),
      owner,
      exempt,
      withApp,
      [old(password), old(app), old(ownerEntry, DAY - 1)],
      needs(...both),
    ],
    [
      'an owner’s entry that is old alone has to be decided again',
      { ...shortSso(), sessionLimit: { hours: 8, idleHours: 1 } },
      owner,
      exempt,
      withApp,
      [password, app, old(ownerEntry, DAY / 3)],
      needsSso,
    ],
  ])('%s', check)

  it.each<[number, NetworkAccess]>([
    [HOUR - 1, open],
    [HOUR, needs(...both)],
    [HOUR + 1, needs(...both)],
  ])('%s ms without a request', (ms, expected) => {
    const facts = { ...factsFor(short, member, satisfied, withApp), use: { lastSeenAt: now } }
    expect(networkAccess(facts, [password, app], after(ms))).toEqual(expected)
  })

  it('a request elsewhere does not hide the pause before it', () => {
    const later = after(7_200_000)
    const use = { lastSeenAt: later, pauses: [{ hours: 2, until: later }] }
    const facts = { ...factsFor(short, member, satisfied, withApp), use }
    expect(networkAccess(facts, [password, app], later)).toEqual(needs(...both))
    const renewed = [password, app].map((piece) => ({ ...piece, at: after(7_200_001) }) as Evidence)
    expect(networkAccess(facts, renewed, after(7_200_001))).toEqual(open)
  })
})

it('the earlier list of methods ends with its own millisecond', () => {
  const facts = factsFor(changing, member, satisfied, withSms)
  expect(networkAccess(facts, [password, sms], until)).toEqual(needsStep(['AUTHENTICATOR_APP']))
})

function check(...[, given, membership, standing, factors, evidence, expected]: Row) {
  expect(networkAccess(factsFor(given, membership, standing, factors), evidence, now)).toEqual(expected)
}

function factsFor(
  given: NetworkPolicy,
  membership: MembershipFacts,
  standing: Standing,
  factors: FactorMethod[],
): AccessFacts {
  return { networkId: 'net_1', policy: given, membership, standing, factors, use: { lastSeenAt: now } }
}

function after(ms: number): Date {
  return new Date(now.getTime() + ms)
}
