import { HOUR } from '@twinlock/shared/durations'
import { expect, test } from 'vitest'
import type { Evidence, ProviderEvidence } from './evidence.js'
import { nextChangeAt } from './network-access.js'
import type { SsoPolicy } from './sso-policy.js'
import type { NetworkPolicy, Standing } from './standing.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const hours = (count: number) => new Date(now.getTime() + count * HOUR)
const policy: NetworkPolicy = {
  mandate: null,
  methods: { accepted: ['SMS'], earlier: null },
  trustedDeviceDays: 0,
  allowsPasskeySignIn: true,
  sessionLimit: null,
  sso: null,
}
const sso = (more: Partial<SsoPolicy>): NetworkPolicy => ({
  ...policy,
  sso: {
    issuer: 'https://idp.example',
    requiredFrom: null,
    proofRequiredFrom: null,
    proofValues: [],
    earlierProof: null,
    endsAt: null,
    ...more,
  },
})
const limited: NetworkPolicy = { ...policy, sessionLimit: { hours: 8, idleHours: 2 } }
const free: Standing = { kind: 'not-required' }
const password: Evidence = { method: 'PASSWORD', at: hours(-1) }
const word: ProviderEvidence = {
  method: 'IDENTITY_PROVIDER',
  at: hours(-1),
  networkId: 'net_1',
  issuer: 'https://idp.example',
  subject: 'ada',
  amr: [],
  acr: null,
  authTime: null,
  sid: null,
}
const ownerEntry: Evidence = { method: 'OWNER_ENTRY', at: hours(-2), networkId: 'net_1' }

test.each<[string, NetworkPolicy, Standing, Evidence[], Date | null]>([
  ['nothing that time changes', policy, free, [password], null],
  ['nothing of a provider that has no dates', sso({}), free, [password], null],
  ['the end of the grace', policy, { kind: 'grace', deadline: hours(5) }, [password], hours(5)],
  ['not a deadline that is past', policy, { kind: 'overdue', since: hours(5) }, [password], null],
  [
    'the end of the earlier list of methods',
    { ...policy, methods: { accepted: ['SMS'], earlier: { accepted: ['PASSKEY'], until: hours(4) } } },
    free,
    [password],
    hours(4),
  ],
  ['company sign-in required', sso({ requiredFrom: hours(3) }), free, [password], hours(3)],
  ['proof required', sso({ proofRequiredFrom: hours(3) }), free, [password], hours(3)],
  ['the longer list of proofs', sso({ earlierProof: { values: [], until: hours(3) } }), free, [password], hours(3)],
  ['the end of the provider', sso({ endsAt: hours(3) }), free, [password], hours(3)],
  ['the end of the provider’s word', policy, free, [password, word], hours(23)],
  ['the end of an owner’s entry', policy, free, [password, ownerEntry], hours(22)],
  ['the time without a request', limited, free, [password], hours(1)],
  ['the limit in all', { ...policy, sessionLimit: { hours: 8, idleHours: 24 } }, free, [password], hours(7)],
  ['the first of several', sso({ requiredFrom: hours(9), endsAt: hours(3) }), free, [password, word], hours(3)],
  ['the next, not one that is past', sso({ requiredFrom: hours(-9), endsAt: hours(3) }), free, [], hours(3)],
  ['not one that is now', sso({ requiredFrom: now }), free, [], null],
])('what closes an open network next: %s', (_, rule, standing, evidence, expected) => {
  expect(nextChangeAt({ policy: rule, standing, use: { lastSeenAt: hours(-1) } }, evidence, now)).toEqual(expected)
})
