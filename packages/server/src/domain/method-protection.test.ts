import { limits } from '@twinlock/shared/limits'
import type { FactorMethod, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { expect, it } from 'vitest'
import type { Evidence } from './evidence.js'
import { proofForChange } from './method-protection.js'
import type { AcceptedMethods, NetworkPolicy } from './standing.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const soon = new Date(now.getTime() + 1)
const app: Evidence = { method: 'AUTHENTICATOR_APP', at: now }
const sms: Evidence = { method: 'SMS', at: now }
const passkey: Evidence = { method: 'PASSKEY', at: now }
const backupCode: Evidence = { method: 'BACKUP_CODE', at: now }
const device: Evidence = { method: 'TRUSTED_DEVICE', at: now }
const ago = (piece: Evidence, ms: number): Evidence => ({ ...piece, at: new Date(now.getTime() - ms) })

const network = (
  accepted: FactorMethod[],
  over: Partial<NetworkPolicy> = {},
  earlier: AcceptedMethods['earlier'] = null,
): NetworkPolicy => ({
  mandate: { activationId: 'act_1', activatedAt: now, activatedBy: { accountId: 'a', name: 'Ada' }, deadline: now },
  methods: { accepted, earlier },
  trustedDeviceDays: 30,
  allowsPasskeySignIn: true,
  sessionLimit: null,
  sso: null,
  ...over,
})
const passkeysAlone = network(['PASSKEY'])
const appAlone = network(['AUTHENTICATOR_APP'])
const any = network(['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'])
const changing = network(['AUTHENTICATOR_APP'], {}, { accepted: ['SMS'], until: soon })
const changed = network(['AUTHENTICATOR_APP'], {}, { accepted: ['SMS'], until: now })
const provedFrom = (at: Date | null): NetworkPolicy =>
  network(['AUTHENTICATOR_APP'], {
    mandate: null,
    sso: { issuer: 'i', requiredFrom: null, proofRequiredFrom: at, proofValues: [], earlierProof: null, endsAt: null },
  })

type Row = [string, SecondStepMethod, NetworkPolicy, FactorMethod[], Evidence[], FactorMethod[] | null]

it.each<Row>([
  ['a passkey by a backup code', 'PASSKEY', passkeysAlone, ['PASSKEY'], [backupCode], ['PASSKEY']],
  ['a passkey by a text', 'PASSKEY', passkeysAlone, ['SMS', 'PASSKEY'], [sms], ['PASSKEY']],
  ['a passkey by a passkey', 'PASSKEY', passkeysAlone, ['PASSKEY'], [passkey], null],
  ['a passkey by a trusted device', 'PASSKEY', passkeysAlone, ['PASSKEY'], [device], ['PASSKEY']],
  ['a passkey by nothing', 'PASSKEY', passkeysAlone, ['PASSKEY'], [], ['PASSKEY']],
  ['the first passkey', 'PASSKEY', passkeysAlone, ['SMS'], [sms], null],
  ['an app where passkeys alone count', 'AUTHENTICATOR_APP', passkeysAlone, ['PASSKEY'], [backupCode], null],
  ['backup codes where passkeys alone count', 'BACKUP_CODE', passkeysAlone, ['PASSKEY'], [backupCode], null],
  ['an app by a text', 'AUTHENTICATOR_APP', appAlone, ['SMS', 'AUTHENTICATOR_APP'], [sms], ['AUTHENTICATOR_APP']],
  ['an app by an app', 'AUTHENTICATOR_APP', appAlone, ['AUTHENTICATOR_APP'], [app], null],
  ['an app by a backup code', 'AUTHENTICATOR_APP', appAlone, ['AUTHENTICATOR_APP'], [backupCode], null],
  ['a text by a text', 'SMS', appAlone, ['SMS', 'AUTHENTICATOR_APP'], [sms], null],
  ['backup codes by a text', 'BACKUP_CODE', appAlone, ['SMS', 'AUTHENTICATOR_APP'], [sms], ['AUTHENTICATOR_APP']],
  ['backup codes by an app', 'BACKUP_CODE', appAlone, ['SMS', 'AUTHENTICATOR_APP'], [app], null],
  ['where every method is accepted', 'PASSKEY', any, ['SMS', 'PASSKEY'], [sms], null],
  ['where nothing is required', 'PASSKEY', { ...passkeysAlone, mandate: null }, ['PASSKEY'], [backupCode], null],
  [
    'fresh until the last millisecond',
    'PASSKEY',
    passkeysAlone,
    ['PASSKEY'],
    [ago(passkey, limits.freshEvidence - 1)],
    null,
  ],
  [
    'and not at five minutes',
    'PASSKEY',
    passkeysAlone,
    ['PASSKEY'],
    [ago(passkey, limits.freshEvidence), backupCode],
    ['PASSKEY'],
  ],
  ['to the coming list by the earlier', 'AUTHENTICATOR_APP', changing, ['SMS'], [sms], null],
  [
    'in the coming list already',
    'AUTHENTICATOR_APP',
    changing,
    ['SMS', 'AUTHENTICATOR_APP'],
    [sms],
    ['AUTHENTICATOR_APP'],
  ],
  ['in the earlier list while it counts', 'SMS', changing, ['SMS', 'PASSKEY'], [passkey], ['SMS']],
  ['in the earlier list once it is over', 'SMS', changed, ['SMS', 'PASSKEY'], [passkey], null],
  [
    'where the provider has to prove a second step',
    'AUTHENTICATOR_APP',
    provedFrom(now),
    ['SMS', 'AUTHENTICATOR_APP'],
    [sms],
    ['AUTHENTICATOR_APP'],
  ],
  ['where it will have to', 'AUTHENTICATOR_APP', provedFrom(soon), ['SMS', 'AUTHENTICATOR_APP'], [sms], null],
  ['where it need not', 'AUTHENTICATOR_APP', provedFrom(null), ['SMS', 'AUTHENTICATOR_APP'], [sms], null],
])('%s', (_, method, policy, factors, evidence, wanted) => {
  expect(proofForChange(method, { policy, needsSso: false }, factors, evidence, now)).toEqual(wanted)
})

it('asks nothing where only the identity provider opens the network', () => {
  expect(
    proofForChange('PASSKEY', { policy: passkeysAlone, needsSso: true }, ['PASSKEY'], [backupCode], now),
  ).toBeNull()
})
