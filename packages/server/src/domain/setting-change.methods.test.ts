import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { expect, test } from 'vitest'
import { changeOfMethods } from './setting-change.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const deadline = new Date('2026-05-13T10:00:00.000Z')
const later = new Date('2026-05-14T10:00:00.000Z')
const all: FactorMethod[] = ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY']
const noSms: FactorMethod[] = ['AUTHENTICATOR_APP', 'PASSKEY']
const change = (
  accepted: FactorMethod[],
  wanted: FactorMethod[],
  isMandatory = true,
  earlierUntil: Date | null = null,
) =>
  changeOfMethods(
    { accepted, earlier: earlierUntil && { accepted: all, until: earlierUntil } },
    wanted,
    isMandatory,
    deadline,
    now,
  )

test('what nobody has to act on counts at once', () => {
  expect(change(all, all)).toEqual({ kind: 'none' })
  expect(change(noSms, all)).toEqual({ kind: 'at-once', methods: { accepted: all, earlier: null } })
  expect(change(all, noSms, false)).toEqual({ kind: 'at-once', methods: { accepted: noSms, earlier: null } })
})

test('after a method is barred while 2FA is mandatory, the old list applies until the deadline', () => {
  expect(change(all, noSms)).toEqual({
    kind: 'with-notice',
    methods: { accepted: noSms, earlier: { accepted: all, until: deadline } },
  })
})

test('a second bar waits for the first: no time is shortened or lengthened', () => {
  expect(change(noSms, ['AUTHENTICATOR_APP'], true, later)).toEqual({ kind: 'under-way', until: later })
  expect(change(noSms, ['AUTHENTICATOR_APP'], true, now)).toMatchObject({ kind: 'with-notice' })
})

test('taking a bar back ends its notice; adding another method does not', () => {
  expect(change(noSms, all, true, later)).toEqual({ kind: 'at-once', methods: { accepted: all, earlier: null } })
  const stillBarred = change(['AUTHENTICATOR_APP'], noSms, true, later)
  expect(stillBarred).toEqual({
    kind: 'at-once',
    methods: { accepted: noSms, earlier: { accepted: all, until: later } },
  })
})
