import { describe, expect, it } from 'vitest'
import { type AccountDecision, type AccountFacts, decideAccount, mayJoin } from './sso-account.js'

const stranger: AccountFacts = { known: null, provedEmail: null, byEmail: null, firstRole: null }
const proved: AccountFacts = { ...stranger, provedEmail: 'ada@acme.com' }
const ada = { accountId: 'acc_1', role: 'MEMBER', isTaken: false } as const
const ask: AccountDecision = { kind: 'ask-own-sign-in' }
const refuse = (reason: 'GUEST' | 'NOT_A_MEMBER' | 'OTHER_IDENTITY'): AccountDecision => ({ kind: 'refuse', reason })

describe('a person who signs in by the provider', () => {
  it.each<[string, AccountFacts, AccountDecision]>([
    ['joined', { ...stranger, known: { accountId: 'acc_1', role: 'MEMBER' } }, { kind: 'enter', accountId: 'acc_1' }],
    [
      'joined, whatever address is claimed now',
      { ...proved, known: { accountId: 'acc_2', role: 'ADMIN' }, byEmail: ada },
      { kind: 'enter', accountId: 'acc_2' },
    ],
    ['joined, and a guest by now', { ...proved, known: { accountId: 'acc_1', role: 'GUEST' } }, refuse('GUEST')],
    ['joined, and left', { ...stranger, known: { accountId: 'acc_1', role: null } }, refuse('NOT_A_MEMBER')],
    [
      'joined, left, newcomers are let in',
      { ...proved, known: { accountId: 'acc_1', role: null }, firstRole: 'MEMBER' },
      { kind: 'admit', accountId: 'acc_1', role: 'MEMBER' },
    ],
    [
      'joined, left, its address is not proved any more',
      { ...stranger, known: { accountId: 'acc_1', role: null }, firstRole: 'MEMBER' },
      refuse('NOT_A_MEMBER'),
    ],
    ['unknown, nothing proved', stranger, ask],
    ['unknown, nothing proved, newcomers are let in', { ...stranger, firstRole: 'MEMBER' }, ask],
    ['proved address of a member', { ...proved, byEmail: ada }, { kind: 'join', accountId: 'acc_1' }],
    [
      'proved address of a guest',
      { ...proved, byEmail: { ...ada, role: 'GUEST' }, firstRole: 'MEMBER' },
      refuse('GUEST'),
    ],
    [
      'proved address that another identity has',
      { ...proved, byEmail: { ...ada, isTaken: true } },
      refuse('OTHER_IDENTITY'),
    ],
    ['proved address, an account elsewhere', { ...proved, byEmail: { ...ada, role: null } }, refuse('NOT_A_MEMBER')],
    ['proved address, no account: the same answer', proved, refuse('NOT_A_MEMBER')],
    [
      'proved address, an account elsewhere, let in',
      { ...proved, byEmail: { ...ada, role: null }, firstRole: 'MEMBER' },
      { kind: 'admit', accountId: 'acc_1', role: 'MEMBER' },
    ],
    [
      'proved address, no account, let in',
      { ...proved, firstRole: 'ADMIN' },
      { kind: 'admit', accountId: null, role: 'ADMIN' },
    ],
    ['invited as a guest', { ...proved, firstRole: 'GUEST' }, refuse('GUEST')],
  ])('%s', (_, facts, expected) => {
    expect(decideAccount(facts)).toEqual(expected)
  })
})

it.each([
  ['MEMBER', false, { kind: 'join' }],
  ['OWNER', false, { kind: 'join' }],
  ['MEMBER', true, refuse('OTHER_IDENTITY')],
  ['GUEST', false, refuse('GUEST')],
  [null, false, refuse('NOT_A_MEMBER')],
] as const)('joining by hand as %s, taken: %s', (role, isTaken, expected) => {
  expect(mayJoin(role, isTaken)).toEqual(expected)
})
