import { limits } from '@twinlock/shared/limits'
import { describe, expect, it } from 'vitest'
import {
  confirmedUntil,
  type Evidence,
  missingFreshEvidence,
  provedAt,
  provesSecondStep,
  secondStepsIn,
  withEvidence,
} from './evidence.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const piece = (
  method: 'PASSWORD' | 'AUTHENTICATOR_APP' | 'SMS' | 'BACKUP_CODE' | 'MAILBOX' | 'TRUSTED_DEVICE',
  ms = 0,
) => ({ method, at: ago(ms) }) as Evidence
const FRESH = limits.freshEvidence

describe('what has to be proved again', () => {
  it.each<[string, Evidence[], boolean, string[]]>([
    ['nothing was proved', [], true, ['PASSWORD', 'SECOND_STEP']],
    ['nothing was proved, without 2FA', [], false, ['PASSWORD']],
    ['the password, in its last fresh millisecond', [piece('PASSWORD', FRESH - 1)], false, []],
    ['the password, a millisecond later', [piece('PASSWORD', FRESH)], false, ['PASSWORD']],
    ['a second step, in its last fresh millisecond', [piece('PASSWORD'), piece('SMS', FRESH - 1)], true, []],
    ['a second step, a millisecond later', [piece('PASSWORD'), piece('SMS', FRESH)], true, ['SECOND_STEP']],
    ['a fresh second step beside an old password', [piece('PASSWORD', FRESH), piece('SMS')], true, ['PASSWORD']],
    ['a backup code counts', [piece('PASSWORD'), piece('BACKUP_CODE')], true, []],
    ['a trusted device never does', [piece('PASSWORD'), piece('TRUSTED_DEVICE')], true, ['SECOND_STEP']],
    ['a mailbox never does', [piece('PASSWORD'), piece('MAILBOX')], true, ['SECOND_STEP']],
    ['a clock that stepped back makes nothing stale', [piece('PASSWORD', -1_000)], false, []],
  ])('%s', (_, evidence, hasTwoFactor, expected) => {
    expect(missingFreshEvidence(evidence, hasTwoFactor, now)).toEqual(expected)
  })

  it('until when it holds is five minutes from the older of the two', () => {
    expect(confirmedUntil([piece('PASSWORD', 2_000), piece('SMS', 1_000)], true)).toEqual(ago(2_000 - FRESH))
    expect(confirmedUntil([piece('PASSWORD')], true)).toBeNull()
    expect(confirmedUntil([piece('SMS')], false)).toBeNull()
  })
})

describe('what counts as a second step', () => {
  it.each<[string, Evidence[], boolean, boolean]>([
    ['none', [piece('PASSWORD')], false, false],
    ['a method that is accepted', [piece('SMS')], false, true],
    ['one that is not', [piece('AUTHENTICATOR_APP')], false, false],
    ['a backup code', [piece('BACKUP_CODE')], false, true],
    ['a trusted device where devices are not trusted', [piece('TRUSTED_DEVICE')], false, false],
    ['a trusted device where they are', [piece('TRUSTED_DEVICE')], true, true],
  ])('%s', (_, evidence, trustsDevices, expected) => {
    expect(provesSecondStep(evidence, ['SMS'], trustsDevices)).toBe(expected)
  })

  it('a mailbox, a password and a device are none', () => {
    expect(secondStepsIn([piece('PASSWORD'), piece('MAILBOX'), piece('TRUSTED_DEVICE'), piece('SMS')])).toEqual(['SMS'])
  })
})

it('a newer piece takes the place of the older one of its method', () => {
  const evidence = withEvidence([piece('PASSWORD', 9_000), piece('SMS', 9_000)], piece('PASSWORD'))
  expect(evidence).toEqual([piece('SMS', 9_000), piece('PASSWORD')])
  expect(provedAt(evidence, ({ method }) => method === 'PASSWORD')).toEqual(now)
  expect(provedAt([], () => true)).toBeNull()
})
