import type { FactorMethod, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { describe, expect, it } from 'vitest'
import type { Evidence } from './evidence.js'
import {
  type AccountFacts,
  type NetworkFacts,
  type NextSignInStep,
  nextSignInStep,
  secondStepChoice,
} from './sign-in-step.js'

const at = new Date('2026-05-12T10:00:00.000Z')
const password: Evidence = { method: 'PASSWORD', at }
const bare: AccountFacts = { factors: [], preferredMethod: null, backupCodesLeft: 0 }
const withApp: AccountFacts = {
  factors: ['AUTHENTICATOR_APP'],
  preferredMethod: 'AUTHENTICATOR_APP',
  backupCodesLeft: 10,
}

const free: NetworkFacts = { networkId: 'free', standing: { kind: 'not-required' }, needsSso: false }
const grace: NetworkFacts = { networkId: 'grace', standing: { kind: 'grace', deadline: at }, needsSso: false }
const closed: NetworkFacts = { networkId: 'closed', standing: { kind: 'overdue', since: at }, needsSso: false }
const sso: NetworkFacts = { networkId: 'sso', standing: { kind: 'exempt-sso' }, needsSso: true }
const step: NextSignInStep = {
  kind: 'second-step',
  methods: ['AUTHENTICATOR_APP', 'BACKUP_CODE'],
  preferred: 'AUTHENTICATOR_APP',
}

it.each<[string, AccountFacts, NetworkFacts[], Evidence[], NextSignInStep]>([
  ['without 2FA and networks the password will do', bare, [], [password], { kind: 'signed-in' }],
  ['with 2FA it never does', withApp, [], [password], step],
  ['with 2FA the second step comes before a closed network', withApp, [closed], [password], step],
  ['and before SSO', withApp, [sso], [password], step],
  ['a mailbox is no second step', withApp, [], [password, { method: 'MAILBOX', at }], step],
  ['an app code is', withApp, [], [password, { method: 'AUTHENTICATOR_APP', at }], { kind: 'signed-in' }],
  [
    'with 2FA and the second step, a closed network explains itself',
    withApp,
    [closed],
    [password, { method: 'AUTHENTICATOR_APP', at }],
    { kind: 'signed-in' },
  ],
  ['a backup code is', withApp, [free], [password, { method: 'BACKUP_CODE', at }], { kind: 'signed-in' }],
  ['a trusted device stands in', withApp, [free], [password, { method: 'TRUSTED_DEVICE', at }], { kind: 'signed-in' }],
  [
    'a trusted device sets nothing up',
    bare,
    [closed],
    [password, { method: 'TRUSTED_DEVICE', at }],
    { kind: 'set-up', closed: ['closed'], open: [] },
  ],
  ['in grace one goes in', bare, [grace], [password], { kind: 'signed-in' }],
  [
    'a closed network requires the set-up',
    bare,
    [closed],
    [password],
    { kind: 'set-up', closed: ['closed'], open: [] },
  ],
  [
    'and names the open ones',
    bare,
    [free, closed, grace],
    [password],
    { kind: 'set-up', closed: ['closed'], open: ['free', 'grace'] },
  ],
  [
    'a network that needs SSO is no way around a closed one',
    bare,
    [closed, sso],
    [password],
    { kind: 'set-up', closed: ['closed'], open: [] },
  ],
  [
    'a proved mailbox does not skip the set-up',
    bare,
    [closed],
    [password, { method: 'MAILBOX', at }],
    { kind: 'set-up', closed: ['closed'], open: [] },
  ],
  ['only networks that require SSO: to the provider', bare, [sso], [password], { kind: 'sso', networkId: 'sso' }],
  ['one that requires SSO beside another: signed in', bare, [sso, free], [password], { kind: 'signed-in' }],
])('%s', (_, account, joinedNetworks, evidence, expected) => {
  expect(nextSignInStep(account, joinedNetworks, evidence)).toEqual(expected)
})

describe('the ways to do the second step', () => {
  it.each<[string, FactorMethod[], FactorMethod | null, number, SecondStepMethod[]]>([
    ['the preferred one first', ['AUTHENTICATOR_APP', 'SMS'], 'SMS', 3, ['SMS', 'AUTHENTICATOR_APP', 'BACKUP_CODE']],
    ['a preference for one that is gone', ['AUTHENTICATOR_APP'], 'SMS', 1, ['AUTHENTICATOR_APP', 'BACKUP_CODE']],
    ['no backup codes left', ['SMS'], 'SMS', 0, ['SMS']],
    ['no preference', ['AUTHENTICATOR_APP', 'SMS'], null, 0, ['AUTHENTICATOR_APP', 'SMS']],
    ['backup codes alone', [], null, 3, ['BACKUP_CODE']],
  ])('%s', (_, factors, preferredMethod, backupCodesLeft, methods) => {
    expect(secondStepChoice({ factors, preferredMethod, backupCodesLeft })).toEqual({ methods, preferred: methods[0] })
  })
})
