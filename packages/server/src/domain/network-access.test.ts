import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { expect, it } from 'vitest'
import type { Evidence, ProviderEvidence } from './evidence.js'
import { type NetworkAccess, networkAccess, provesMfa } from './network-access.js'
import type { MembershipFacts, NetworkPolicy, SsoPolicy, Standing } from './standing.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const until = new Date(now.getTime() + 1)
const password: Evidence = { method: 'PASSWORD', at: now }
const app: Evidence = { method: 'AUTHENTICATOR_APP', at: now }
const sms: Evidence = { method: 'SMS', at: now }
const backupCode: Evidence = { method: 'BACKUP_CODE', at: now }
const device: Evidence = { method: 'TRUSTED_DEVICE', at: now }
const mailbox: Evidence = { method: 'MAILBOX', at: now }
const provider = (networkId: string, amr: string[] = [], acr: string | null = null): ProviderEvidence => ({
  method: 'IDENTITY_PROVIDER',
  at: now,
  networkId,
  issuer: 'https://idp.example',
  subject: 'ada',
  amr,
  acr,
  authTime: now,
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
  sso: null,
}
const sso = (over: Partial<SsoPolicy> = {}): NetworkPolicy => ({
  ...policy,
  sso: { isRequired: true, requiresProof: false, proofValues: ['mfa'], ...over },
})
const appOnly: NetworkPolicy = { ...policy, methods: { accepted: ['AUTHENTICATOR_APP'], earlier: null } }
const changing: NetworkPolicy = {
  ...policy,
  methods: { accepted: ['AUTHENTICATOR_APP'], earlier: { accepted: ['SMS'], until } },
}
const trusting: NetworkPolicy = { ...policy, trustedDeviceDays: 30 }
const member: MembershipFacts = { role: 'MEMBER', joinedAt: now, extendedUntil: null, usesSso: false }
const ssoMember: MembershipFacts = { ...member, usesSso: true }
const ssoGuest: MembershipFacts = { ...ssoMember, role: 'GUEST' }

const open = { kind: 'open' } as const
const needsSso = { kind: 'needs-sso' } as const
const needsStep = (accepted: FactorMethod[] = ['AUTHENTICATOR_APP', 'SMS']) =>
  ({ kind: 'needs-second-step', accepted }) as const
const [free, grace, satisfied, exempt, overdue] = [
  { kind: 'not-required' },
  { kind: 'grace', deadline: until },
  { kind: 'satisfied' },
  { kind: 'exempt-sso' },
  { kind: 'overdue', since: now },
] as const satisfies Standing[]

it.each<[string, NetworkPolicy, MembershipFacts, Standing, Evidence[], NetworkAccess]>([
  ['nothing proved opens nothing', policy, member, free, [], needsSso],
  ['a second step without a password opens nothing', policy, member, satisfied, [app], needsSso],
  ['the mailbox alone opens nothing', policy, member, free, [mailbox], needsSso],
  ['without a mandate the password will do', policy, member, free, [password], open],
  ['in grace the password will do', policy, member, grace, [password], open],
  ['overdue is closed', policy, member, overdue, [password], { kind: 'needs-set-up', since: now }],
  [
    'overdue stays closed with a second step',
    policy,
    member,
    overdue,
    [password, app],
    { kind: 'needs-set-up', since: now },
  ],
  ['a session of before the set-up lacks the second step', policy, member, satisfied, [password], needsStep()],
  ['password and app', policy, member, satisfied, [password, app], open],
  ['password and SMS', policy, member, satisfied, [password, sms], open],
  ['password and backup code', policy, member, satisfied, [password, backupCode], open],
  [
    'the method used counts, not the one owned',
    appOnly,
    member,
    satisfied,
    [password, sms],
    needsStep(['AUTHENTICATOR_APP']),
  ],
  ['a backup code stands for any method', appOnly, member, satisfied, [password, backupCode], open],
  ['the earlier list still opens', changing, member, satisfied, [password, sms], open],
  ['a mailbox is no second step', policy, member, satisfied, [password, mailbox], needsStep()],
  ['a trusted device where none is allowed', policy, member, satisfied, [password, device], needsStep()],
  ['a trusted device where it is allowed', trusting, member, satisfied, [password, device], open],
  ['a password where SSO is required', sso(), ssoMember, exempt, [password, app], needsSso],
  ['the provider of this network', sso(), ssoMember, exempt, [provider('net_1')], open],
  ['the provider of another network', sso(), ssoMember, exempt, [provider('net_2')], needsSso],
  ['the provider of another network, for a member here', policy, member, satisfied, [provider('net_2'), app], needsSso],
  ['a guest needs no SSO', sso(), ssoGuest, satisfied, [password, app], open],
  ['a guest without a second step', sso(), ssoGuest, satisfied, [password], needsStep()],
  ['SSO not required, password and second step', sso({ isRequired: false }), ssoMember, exempt, [password, app], open],
  ['SSO not required, password alone', sso({ isRequired: false }), ssoMember, exempt, [password], needsSso],
  [
    'proof asked and not given',
    sso({ requiresProof: true }),
    ssoMember,
    exempt,
    [provider('net_1', ['pwd'])],
    needsStep(),
  ],
  ['proof given by amr', sso({ requiresProof: true }), ssoMember, exempt, [provider('net_1', ['pwd', 'mfa'])], open],
  ['proof given by acr', sso({ requiresProof: true }), ssoMember, exempt, [provider('net_1', [], 'mfa')], open],
])('%s', (_, givenPolicy, membership, standing, evidence, expected) => {
  expect(networkAccess('net_1', givenPolicy, membership, standing, evidence, now)).toEqual(expected)
})

it('the earlier list ends with its own millisecond', () => {
  expect(networkAccess('net_1', changing, member, satisfied, [password, sms], until)).toEqual(
    needsStep(['AUTHENTICATOR_APP']),
  )
})

it('a provider proves nothing to a network without SSO', () => {
  expect(provesMfa(policy, provider('net_1', ['mfa']))).toBe(false)
})
