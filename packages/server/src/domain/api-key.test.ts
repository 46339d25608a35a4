import { expect, test } from 'vitest'
import { type ApiKeyState, apiKeyStateOf, type MakerFacts } from './api-key.js'

const expiresAt = new Date('2026-08-10T10:00:00.000Z')
const before = new Date(expiresAt.getTime() - 1)
const createdAt = new Date('2026-05-12T10:00:00.000Z')
const admin: MakerFacts = { role: 'ADMIN', standing: { kind: 'satisfied' }, isLeaving: false, keysEndedAt: null }

test.each<[string, ApiKeyState, { revokedAt?: Date; maker?: MakerFacts | null; now?: Date }]>([
  ['its maker is an Admin', 'ACTIVE', {}],
  ['its maker owns the network', 'ACTIVE', { maker: { ...admin, role: 'OWNER' } }],
  ['its maker has time left', 'ACTIVE', { maker: { ...admin, standing: { kind: 'grace', deadline: expiresAt } } }],
  ['its maker comes in by SSO', 'ACTIVE', { maker: { ...admin, standing: { kind: 'exempt-sso' } } }],
  ['a millisecond before its end', 'ACTIVE', { now: before }],
  ['at its end', 'EXPIRED', { now: expiresAt }],
  ['it was revoked', 'REVOKED', { revokedAt: before }],
  ['its maker left', 'MAKER_LEFT', { maker: null }],
  ['its maker is about to be erased', 'MAKER_LEFT', { maker: { ...admin, isLeaving: true } }],
  ['everything of its maker was ended then', 'REVOKED', { maker: { ...admin, keysEndedAt: createdAt } }],
  [
    'everything of its maker was ended a millisecond before it was made',
    'ACTIVE',
    { maker: { ...admin, keysEndedAt: new Date(createdAt.getTime() - 1) } },
  ],
  ['its maker lost the role', 'MAKER_NOT_ADMIN', { maker: { ...admin, role: 'MEMBER' } }],
  ['its maker is a guest now', 'MAKER_NOT_ADMIN', { maker: { ...admin, role: 'GUEST' } }],
  [
    'its maker is without required 2FA',
    'MAKER_LOCKED_OUT',
    { maker: { ...admin, standing: { kind: 'overdue', since: before } } },
  ],
])('a key when %s: %s', (_when, state, { revokedAt = null, maker = admin, now = before }) => {
  expect(apiKeyStateOf({ createdAt, expiresAt, revokedAt }, maker, now)).toBe(state)
})
