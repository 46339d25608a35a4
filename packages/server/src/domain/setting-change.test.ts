import { DAY, HOUR } from '@twinlock/shared/durations'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { changeOfSetting, isFewerDays, isRefusal, isShorterLimit, settingAt } from './setting-change.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const deadline = new Date(now.getTime() + DAY)
const later = new Date(deadline.getTime() + 1)
const change = (present: number, wanted: number, earlier: { value: number; until: Date } | null, isMandatory = true) =>
  changeOfSetting({ present, earlier, isMandatory }, wanted, isFewerDays, deadline, now)

describe('days for which a browser is trusted', () => {
  it.each([
    ['the same', 7, 7, null, { kind: 'none' }],
    ['more', 7, 14, null, { kind: 'at-once', earlier: null }],
    ['fewer', 7, 1, null, { kind: 'with-notice', earlier: { value: 7, until: deadline } }],
    ['none any more', 7, 0, null, { kind: 'with-notice', earlier: { value: 7, until: deadline } }],
    ['fewer still, while fewer are to come', 7, 1, { value: 14, until: later }, { kind: 'under-way', until: later }],
    [
      'fewer than today, but more than are to come',
      7,
      10,
      { value: 14, until: later },
      { kind: 'at-once', earlier: { value: 14, until: later } },
    ],
    [
      'back to today’s, which takes the change back',
      7,
      14,
      { value: 14, until: later },
      { kind: 'at-once', earlier: null },
    ],
    [
      'fewer, after an earlier change is through',
      7,
      1,
      { value: 14, until: now },
      { kind: 'with-notice', earlier: { value: 7, until: deadline } },
    ],
  ])('%s', (_, present, wanted, earlier, expected) => {
    expect(change(present, wanted, earlier)).toEqual(expected)
  })

  it('count at once where nothing is required', () => {
    expect(change(7, 0, null, false)).toEqual({ kind: 'at-once', earlier: null })
  })
})

test('what counted before counts until the deadline’s own millisecond', () => {
  const earlier = { value: 7, until: deadline }
  expect(settingAt(0, earlier, new Date(deadline.getTime() - 1))).toBe(7)
  expect(settingAt(0, earlier, deadline)).toBe(0)
  expect(settingAt(0, null, now)).toBe(0)
})

test.each([
  [null, null, false],
  [null, { hours: 24, idleHours: 1 }, true],
  [{ hours: 24, idleHours: 1 }, null, false],
  [{ hours: 24, idleHours: 4 }, { hours: 24, idleHours: 4 }, false],
  [{ hours: 24, idleHours: 4 }, { hours: 12, idleHours: 8 }, true],
  [{ hours: 24, idleHours: 4 }, { hours: 48, idleHours: 1 }, true],
  [{ hours: 24, idleHours: 4 }, { hours: 48, idleHours: 4 }, false],
])('%j → %j is shorter: %s', (from, to, expected) => {
  expect(isShorterLimit(from, to)).toBe(expected)
})

test('for every sequence of Admins’ decisions, no one needs more than today before they had a notice', () => {
  const decisions = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(decisions, (steps) => {
      let state: { present: number; earlier: { value: number; until: Date } | null } = { present: 30, earlier: null }
      let at = now.getTime()
      for (const [wanted, hours] of steps) {
        at += hours * HOUR
        const moment = new Date(at)
        const before = settingAt(state.present, state.earlier, moment)
        const decided = changeOfSetting(
          { ...state, isMandatory: true },
          wanted,
          isFewerDays,
          new Date(at + 24 * HOUR),
          moment,
        )
        if (decided.kind === 'at-once' || decided.kind === 'with-notice')
          state = { present: wanted, earlier: decided.earlier }
        expect(settingAt(state.present, state.earlier, moment)).toBeGreaterThanOrEqual(before)
      }
    }),
  )
})

test('to refuse what is allowed is stricter; to allow it is not', () => {
  expect(isRefusal(true, false)).toBe(true)
  expect(isRefusal(false, true)).toBe(false)
  expect(isRefusal(true, true)).toBe(false)
  expect(isRefusal(false, false)).toBe(false)
})
