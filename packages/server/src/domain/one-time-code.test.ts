import { limits } from '@twinlock/shared/limits'
import { expect, it } from 'vitest'
import { decideResend, isLive, resendAvailableAt, type SentCode } from './one-time-code.js'

const sentAt = new Date('2026-05-12T10:00:00.000Z')
const later = (ms: number) => new Date(sentAt.getTime() + ms)
const code: SentCode = { sentAt, expiresAt: later(limits.codeLifetime) }

it.each<[string, SentCode | null, Date, ReturnType<typeof decideResend>]>([
  ['none was sent', null, sentAt, { kind: 'new' }],
  ['1 ms before the minute is over', code, later(59_999), { kind: 'too-soon', retryAt: later(60_000) }],
  ['after a minute', code, later(60_000), { kind: 'same' }],
  ['in its last millisecond', code, later(limits.codeLifetime - 1), { kind: 'same' }],
  ['once it is used', { ...code, spentAt: later(1) }, later(2), { kind: 'new' }],
  ['once it is over', code, later(limits.codeLifetime), { kind: 'new' }],
])('%s', (_, given, now, expected) => {
  expect(decideResend(given, now)).toEqual(expected)
})

it('a code lives for ten minutes, to the millisecond', () => {
  expect(limits.codeLifetime).toBe(600_000)
  expect(isLive(code, later(599_999))).toBe(true)
  expect(isLive(code, later(600_000))).toBe(false)
  expect(resendAvailableAt(code)).toEqual(later(60_000))
})
