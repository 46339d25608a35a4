import { HOUR } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import type { Role } from '@twinlock/shared/vocabulary'
import { expect, it } from 'vitest'
import { type GrantFacts, type ReEnrolmentNetwork, reEnrolmentExpiry, reEnrolmentOf } from './re-enrolment.js'

const now = new Date('2026-05-12T15:00:00Z')
const grant = (networkId: string, options: Partial<GrantFacts> = {}): GrantFacts => ({
  id: `of ${networkId}`,
  networkId,
  epoch: 7,
  grantedAt: new Date(now.getTime() - 1_000),
  expiresAt: new Date(now.getTime() + 1),
  granterRole: 'ADMIN',
  ...options,
})
const network = (networkId: string, requires = true, role: Role = 'MEMBER', needsSso = false): ReEnrolmentNetwork => ({
  networkId,
  requires,
  role,
  needsSso,
  ownsAddress: false,
})
const owning = (networkId: string): ReEnrolmentNetwork => ({ ...network(networkId, false), ownsAddress: true })
const COOLING = limits.reEnrolmentCooling
const ago = (ms: number) => ({ grantedAt: new Date(now.getTime() - ms) })
const cooling = (leftMs: number, ...networkIds: string[]) => ({
  kind: 'cooling',
  grantIds: networkIds.map((id) => `of ${id}`),
  from: new Date(now.getTime() + leftMs),
})
const none = { kind: 'none' }
const usable = (...networkIds: string[]) => ({ kind: 'usable', grantIds: networkIds.map((id) => `of ${id}`) })
const waiting = (agreed: string, ...networkIds: string[]) => ({
  kind: 'waiting',
  grantIds: [`of ${agreed}`],
  networkIds,
})

it.each<[string, GrantFacts[], ReEnrolmentNetwork[], object]>([
  ['nobody agreed', [], [network('a')], none],
  ['the one that requires it agreed', [grant('a')], [network('a')], usable('a')],
  [
    'just now, none requires it',
    [grant('a', ago(0))],
    [network('a', false), network('b', false)],
    cooling(COOLING, 'a'),
  ],
  ['a day ago less 1 ms, none requires it', [grant('a', ago(COOLING - 1))], [network('a', false)], cooling(1, 'a')],
  ['a day ago, none requires it', [grant('a', ago(COOLING))], [network('a', false)], usable('a')],
  ['by the network that owns the address', [grant('a', ago(0))], [owning('a'), network('b', false)], usable('a')],
  [
    'by another than the one that owns it',
    [grant('b', ago(0))],
    [owning('a'), network('b', false)],
    cooling(COOLING, 'b'),
  ],
  [
    'by two, the first an hour ago, none requires it',
    [grant('a', ago(0)), grant('b', ago(HOUR))],
    [network('a', false), network('b', false)],
    cooling(COOLING - HOUR, 'a', 'b'),
  ],
  ['another that requires it has not agreed', [grant('a')], [network('a'), network('b')], waiting('a', 'b')],
  ['one without a requirement agreed alone', [grant('a')], [network('a', false), network('b')], waiting('a', 'b')],
  ['all agreed', [grant('a'), grant('b')], [network('a'), network('b'), network('c', false)], usable('a', 'b')],
  ['the last millisecond', [grant('a', { expiresAt: new Date(now.getTime() + 1) })], [network('a')], usable('a')],
  ['its time is up', [grant('a', { expiresAt: now })], [network('a')], none],
  ['one of two is over', [grant('a'), grant('b', { expiresAt: now })], [network('a'), network('b')], waiting('a', 'b')],
  ['the account has changed since', [grant('a', { epoch: 6 })], [network('a')], none],
  ['the person left that network', [grant('a')], [network('b')], none],
  ['who gave it left', [grant('a', { granterRole: null })], [network('a')], none],
  ['who gave it is a member now', [grant('a', { granterRole: 'MEMBER' })], [network('a')], none],
  ['who gave it is a guest now', [grant('a', { granterRole: 'GUEST' })], [network('a')], none],
  ['an ADMIN for who is an OWNER now', [grant('a')], [network('a', true, 'OWNER')], none],
  ['an ADMIN for an ADMIN', [grant('a')], [network('a', true, 'ADMIN')], usable('a')],
  ['a provider alone opens the only network', [grant('a')], [network('a', true, 'MEMBER', true)], none],
  ['a provider opens one of two', [grant('a')], [network('a', true, 'MEMBER', true), network('b', false)], usable('a')],
  ['an OWNER for an OWNER', [grant('a', { granterRole: 'OWNER' })], [network('a', true, 'OWNER')], usable('a')],
])('%s', (_, grants, networks, expected) => {
  expect(reEnrolmentOf(7, grants, networks, now)).toEqual(expected)
})

it.each<[string, ReEnrolmentNetwork[], number]>([
  ['a day where a network requires it', [network('a')], limits.reEnrolmentLifetime],
  ['a day where another one does', [network('a', false), network('b')], limits.reEnrolmentLifetime],
  ['a day where the network owns the address', [owning('a')], limits.reEnrolmentLifetime],
  ['two where another network owns it', [network('a', false), owning('b')], limits.reEnrolmentLifetime + COOLING],
  ['two where none requires it', [network('a', false)], limits.reEnrolmentLifetime + COOLING],
])('a grant lasts %s', (_, networks, ms) => {
  expect(reEnrolmentExpiry(networks, 'a', now)).toEqual(new Date(now.getTime() + ms))
})
