import { HOUR } from '@twinlock/shared/durations'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { describe, expect, it } from 'vitest'
import {
  acceptedMethodsAt,
  deadlineIn,
  isExtendedIn,
  type MembershipFacts,
  type NetworkPolicy,
  type Standing,
  standingOf,
} from './standing.js'

const activatedAt = new Date('2026-05-01T00:00:00.000Z')
const deadline = after(activatedAt, 24 * HOUR)
const both: FactorMethod[] = ['AUTHENTICATOR_APP', 'SMS']

const mandated: NetworkPolicy = {
  mandate: { activationId: 'act_1', activatedAt, activatedBy: { accountId: 'acc_1', name: 'Ada' }, deadline },
  methods: { accepted: both, earlier: null },
  trustedDeviceDays: 0,
  allowsPasskeySignIn: true,
  sessionLimit: null,
  sso: null,
}
const free: NetworkPolicy = { ...mandated, mandate: null }
const withSso: NetworkPolicy = {
  ...mandated,
  sso: {
    issuer: 'https://idp.example',
    requiredFrom: activatedAt,
    proofRequiredFrom: null,
    proofValues: [],
    earlierProof: null,
    endsAt: null,
  },
}
const member: MembershipFacts = {
  role: 'MEMBER',
  joinedAt: after(activatedAt, -HOUR),
  extendedUntil: null,
  extendedIn: 'act_1',
  usesSso: false,
}

describe('a member against the mandate', () => {
  it.each<[string, NetworkPolicy, Partial<MembershipFacts>, FactorMethod[], Date, Standing]>([
    ['no mandate asks nothing', free, {}, [], deadline, { kind: 'not-required' }],
    ['has an accepted method', mandated, {}, ['SMS'], after(deadline, HOUR), { kind: 'satisfied' }],
    ['1 ms before the deadline', mandated, {}, [], after(deadline, -1), { kind: 'grace', deadline }],
    ['at the deadline', mandated, {}, [], deadline, { kind: 'overdue', since: deadline }],
    ['1 ms after the deadline', mandated, {}, [], after(deadline, 1), { kind: 'overdue', since: deadline }],
    [
      'joined at the very moment of the activation: grace',
      mandated,
      { joinedAt: activatedAt },
      [],
      after(deadline, -1),
      { kind: 'grace', deadline },
    ],
    [
      'joined 1 ms after the activation: no grace, not even for that millisecond',
      mandated,
      { joinedAt: after(activatedAt, 1) },
      [],
      after(activatedAt, 1),
      { kind: 'overdue', since: after(activatedAt, 1) },
    ],
    [
      'rejoined after the deadline',
      mandated,
      { joinedAt: after(deadline, HOUR) },
      [],
      after(deadline, HOUR),
      { kind: 'overdue', since: after(deadline, HOUR) },
    ],
    [
      'extended, 1 ms before the end',
      mandated,
      { extendedUntil: after(deadline, HOUR) },
      [],
      after(deadline, HOUR - 1),
      { kind: 'grace', deadline: after(deadline, HOUR) },
    ],
    [
      'extended, at the end',
      mandated,
      { extendedUntil: after(deadline, HOUR) },
      [],
      after(deadline, HOUR),
      { kind: 'overdue', since: after(deadline, HOUR) },
    ],
    [
      'an extension that ends before the deadline takes nothing away',
      mandated,
      { extendedUntil: after(deadline, -HOUR) },
      [],
      after(deadline, -1),
      { kind: 'grace', deadline },
    ],
    [
      'extended in an activation before this one: nothing of it is left',
      mandated,
      { extendedUntil: after(deadline, HOUR), extendedIn: 'act_0' },
      [],
      deadline,
      { kind: 'overdue', since: deadline },
    ],
    ['a member who comes in by SSO', withSso, { usesSso: true }, [], after(deadline, 1), { kind: 'exempt-sso' }],
    [
      'a guest is never exempt, whatever the document says',
      withSso,
      { usesSso: true, role: 'GUEST' },
      [],
      deadline,
      { kind: 'overdue', since: deadline },
    ],
    [
      'joined to a provider, in its last millisecond',
      { ...withSso, sso: withSso.sso && { ...withSso.sso, endsAt: after(deadline, HOUR) } },
      { usesSso: true },
      [],
      after(deadline, HOUR - 1),
      { kind: 'exempt-sso' },
    ],
    [
      'joined to a provider that has ended',
      { ...withSso, sso: withSso.sso && { ...withSso.sso, endsAt: after(deadline, HOUR) } },
      { usesSso: true },
      [],
      after(deadline, HOUR),
      { kind: 'overdue', since: deadline },
    ],
    [
      'joined to a provider that the network no longer has',
      mandated,
      { usesSso: true },
      [],
      deadline,
      { kind: 'overdue', since: deadline },
    ],
    [
      'the clock stepped back behind the activation',
      mandated,
      {},
      [],
      after(activatedAt, -HOUR),
      { kind: 'grace', deadline },
    ],
  ])('%s', (_, policy, facts, factors, now, expected) => {
    expect(standingOf(policy, { ...member, ...facts }, factors, now)).toEqual(expected)
  })
})

it.each<[string, NetworkPolicy, string | null, boolean]>([
  ['in this activation', mandated, 'act_1', true],
  ['in an activation before this one', mandated, 'act_0', false],
  ['never', mandated, null, false],
  ['in an activation that was taken back', free, 'act_1', false],
])('more time given %s', (_, { mandate }, extendedIn, isExtended) => {
  expect(isExtendedIn(mandate, { extendedIn })).toBe(isExtended)
})

describe('after a method was barred', () => {
  const until = after(deadline, 48 * HOUR)
  const barred: NetworkPolicy = {
    ...mandated,
    methods: { accepted: ['AUTHENTICATOR_APP'], earlier: { accepted: both, until } },
  }
  it.each<[string, FactorMethod[], Date, Standing]>([
    [
      'who has the barred one keeps it for the transition',
      ['SMS'],
      after(until, -1),
      { kind: 'grace', deadline: until },
    ],
    ['and loses access with its last millisecond', ['SMS'], until, { kind: 'overdue', since: until }],
    ['who never had any gains nothing by it', [], deadline, { kind: 'overdue', since: deadline }],
    ['who has the other is satisfied', ['AUTHENTICATOR_APP'], until, { kind: 'satisfied' }],
  ])('%s', (_, factors, now, expected) => {
    expect(standingOf(barred, member, factors, now)).toEqual(expected)
  })

  it.each<[string, Date, FactorMethod[]]>([
    ['until its deadline both lists open', after(until, -1), ['AUTHENTICATOR_APP', 'SMS']],
    ['from then on the new one', until, ['AUTHENTICATOR_APP']],
  ])('%s', (_, now, expected) => {
    expect(acceptedMethodsAt(barred.methods, now)).toEqual(expected)
  })
})

it.each<[Standing, Date | null]>([
  [{ kind: 'grace', deadline }, deadline],
  [{ kind: 'overdue', since: deadline }, deadline],
  [{ kind: 'satisfied' }, null],
  [{ kind: 'exempt-sso' }, null],
  [{ kind: 'not-required' }, null],
])('the deadline of %o is %o', (standing, expected) => {
  expect(deadlineIn(standing)).toEqual(expected)
})

function after(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms)
}
