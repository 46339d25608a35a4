import { HOUR } from '@twinlock/shared/durations'
import { expect, it } from 'vitest'
import { changeOfProof, type ProofChange } from './setting-change.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const deadline = after(24 * HOUR)
const earlierThan = (until: Date) => ({ values: ['mfa', 'pwd'], until })
const trusted = { proofRequiredFrom: null, proofValues: ['mfa'], earlierProof: null }
const asked = { ...trusted, proofRequiredFrom: after(-HOUR), proofValues: ['mfa', 'otp'] }

it.each<[string, typeof trusted | typeof asked, { isRequired: boolean; values: string[] }, ProofChange]>([
  ['the same again', trusted, { isRequired: false, values: ['mfa'] }, { kind: 'none' }],
  ['the same, asked already', asked, { isRequired: true, values: ['otp', 'mfa', 'mfa'] }, { kind: 'none' }],
  [
    'other values while nothing is asked',
    trusted,
    { isRequired: false, values: ['gold'] },
    { kind: 'at-once', terms: { proofRequiredFrom: null, proofValues: ['gold'], earlierProof: null } },
  ],
  [
    'proof is asked: with notice',
    trusted,
    { isRequired: true, values: ['mfa'] },
    {
      kind: 'with-notice',
      from: deadline,
      terms: { proofRequiredFrom: deadline, proofValues: ['mfa'], earlierProof: null },
    },
  ],
  [
    'no longer asked: at once',
    asked,
    { isRequired: false, values: ['mfa', 'otp'] },
    { kind: 'at-once', terms: { proofRequiredFrom: null, proofValues: ['mfa', 'otp'], earlierProof: null } },
  ],
  [
    'one value more: at once',
    asked,
    { isRequired: true, values: ['mfa', 'otp', 'hwk'] },
    { kind: 'at-once', terms: { ...asked, proofValues: ['mfa', 'otp', 'hwk'] } },
  ],
  [
    'one value less: the longer list counts until then',
    asked,
    { isRequired: true, values: ['mfa'] },
    {
      kind: 'with-notice',
      from: deadline,
      terms: { ...asked, proofValues: ['mfa'], earlierProof: { values: ['mfa', 'otp'], until: deadline } },
    },
  ],
])('%s', (_, present, wanted, expected) => {
  expect(changeOfProof(present, wanted, deadline, now)).toEqual(expected)
})

it('a shorter list before proof is asked at all gives no less time than that', () => {
  const pending = { ...asked, proofRequiredFrom: after(48 * HOUR) }
  const change = changeOfProof(pending, { isRequired: true, values: ['mfa'] }, deadline, now)
  expect(change).toMatchObject({ kind: 'with-notice', from: after(48 * HOUR) })
})

it('one shortening at a time, until its last millisecond has passed', () => {
  const wanted = { isRequired: true, values: ['mfa'] }
  const underWay = { ...asked, earlierProof: earlierThan(after(1)) }
  expect(changeOfProof(underWay, wanted, deadline, now)).toEqual({ kind: 'under-way', until: after(1) })
  expect(changeOfProof({ ...asked, earlierProof: earlierThan(now) }, wanted, deadline, now).kind).toBe('with-notice')
})

function after(ms: number): Date {
  return new Date(now.getTime() + ms)
}
