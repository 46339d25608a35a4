import { DAY } from '@twinlock/shared/durations'
import { describe, expect, it } from 'vitest'
import type { Mandate } from './standing.js'
import { deviceExpiresAt, isDeviceTrusted, trustedDeviceDays } from './trusted-devices.js'

const createdAt = new Date('2026-05-12T10:00:00.000Z')
const later = (ms: number) => new Date(createdAt.getTime() + ms)
const mandate: Mandate = {
  activationId: 'act_1',
  activatedAt: createdAt,
  activatedBy: { accountId: 'acc_1', name: 'Ada' },
  deadline: createdAt,
}

describe('for how many days a device may be trusted', () => {
  it.each<[string, [Mandate | null, number][], number]>([
    ['in no network: every time', [], 0],
    ['no network says anything: every time', [[null, 0]], 0],
    ['one allows it', [[null, 14]], 14],
    [
      'one allows it, another does not care',
      [
        [null, 14],
        [null, 0],
      ],
      14,
    ],
    [
      'one allows it, another requires 2FA every time',
      [
        [null, 14],
        [mandate, 0],
      ],
      0,
    ],
    [
      'the strictest counts',
      [
        [mandate, 14],
        [mandate, 7],
      ],
      7,
    ],
    ['never more than thirty', [[mandate, 365]], 30],
  ])('%s', (_, policies, expected) => {
    expect(trustedDeviceDays(policies.map(([given, days]) => ({ mandate: given, trustedDeviceDays: days })))).toBe(
      expected,
    )
  })
})

describe('whether a device is trusted now', () => {
  it.each<[string, number, number, number, boolean]>([
    ['in its last millisecond', 3, 30, 30 * DAY - 1, true],
    ['after thirty days', 3, 30, 30 * DAY, false],
    ['allowed for fewer days than when it was trusted', 3, 1, DAY, false],
    ['no longer allowed at all', 3, 0, 0, false],
    ['of before a change to the account', 2, 30, 0, false],
  ])('%s', (_, epoch, days, age, expected) => {
    expect(isDeviceTrusted({ createdAt, epoch }, 3, days, later(age))).toBe(expected)
  })

  it('says until when', () => {
    expect(deviceExpiresAt(createdAt, 7)).toEqual(later(7 * DAY))
  })
})
