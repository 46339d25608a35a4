import { DAY } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { describe, expect, it } from 'vitest'
import {
  confirmedUntil,
  type Evidence,
  isFirstStep,
  missingFreshEvidence,
  provedAt,
  provesSecondStep,
  secondStepsIn,
  signedInAt,
  withEvidence,
  withoutPasskeySignIn,
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

it('of two of one kind the later one counts, whichever comes first', () => {
  for (const evidence of [
    [piece('SMS', 9_000), piece('BACKUP_CODE', 1_000)],
    [piece('BACKUP_CODE', 1_000), piece('SMS', 9_000)],
  ])
    expect(provedAt(evidence, () => true)).toEqual(ago(1_000))
})

describe('when a person signed in', () => {
  const word = (authTime: Date | null): Evidence => ({
    method: 'IDENTITY_PROVIDER',
    at: now,
    networkId: 'net_1',
    issuer: 'https://one.example',
    subject: 'ada',
    amr: [],
    acr: null,
    authTime,
    sid: null,
  })
  it.each<[string, Evidence, Date]>([
    ['here', piece('PASSWORD', 5), ago(5)],
    ['at a provider that does not say when', word(null), now],
    ['at a provider a month before it vouched', word(ago(30 * DAY)), ago(30 * DAY)],
    ['at a provider a millisecond before', word(ago(1)), ago(1)],
    ['at a provider whose clock is ahead', word(ago(-60_000)), now],
  ])('%s', (_, evidence, expected) => {
    expect(signedInAt(evidence)).toEqual(expected)
  })
})

describe('a passkey that checked the person', () => {
  const verified: Evidence = { method: 'PASSKEY', at: now, userVerified: true }
  const touched: Evidence = { method: 'PASSKEY', at: now }

  it('stands for the password too; one that only says it is there does not, nor anything else', () => {
    expect([verified, touched, piece('PASSWORD'), piece('SMS')].map(isFirstStep)).toEqual([true, false, true, false])
    expect(isFirstStep({ method: 'SMS', at: now, userVerified: true } as unknown as Evidence)).toBe(false)
  })

  it('is retained beside a mere second step by a passkey, and replaces an older one of its kind', () => {
    expect(withEvidence([verified], touched)).toEqual([verified, touched])
    expect(withEvidence([piece('MAILBOX'), verified], verified)).toEqual([piece('MAILBOX'), verified])
    expect(withEvidence([touched], touched)).toEqual([touched])
  })

  it('is a second step and no more where a passkey alone is not accepted', () => {
    expect(withoutPasskeySignIn([verified, touched, piece('PASSWORD')])).toEqual([touched, touched, piece('PASSWORD')])
  })
})

describe('what a network accepts', () => {
  it.each<[string, Evidence, string[], boolean]>([
    ['a backup code stands for an app', piece('BACKUP_CODE'), ['AUTHENTICATOR_APP'], true],
    ['a backup code stands for one of several', piece('BACKUP_CODE'), ['PASSKEY', 'SMS'], true],
    ['a backup code stands for no passkey', piece('BACKUP_CODE'), ['PASSKEY'], false],
    ['a backup code stands for nothing', piece('BACKUP_CODE'), [], false],
    ['a password is no second step', piece('PASSWORD'), ['SMS', 'PASSKEY'], false],
    ['a passkey where it is accepted', { method: 'PASSKEY', at: now }, ['PASSKEY'], true],
    ['a passkey where it is not', { method: 'PASSKEY', at: now }, ['SMS'], false],
  ])('%s', (_, evidence, accepted, expected) => {
    for (const trustsDevices of [true, false])
      expect(provesSecondStep([evidence], accepted as FactorMethod[], trustsDevices)).toBe(expected)
  })
})
