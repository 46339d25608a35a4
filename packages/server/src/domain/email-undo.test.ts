import { limits } from '@twinlock/shared/limits'
import { expect, it, test } from 'vitest'
import { canUndo, codesAfterUndo, snapshotBefore, stateToRestore, undoUntil } from './email-undo.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const after = (ms: number) => new Date(now.getTime() + ms)

test('a change can be undone for a week', () => {
  expect(undoUntil(now)).toEqual(after(limits.emailUndo))
})

it.each([
  ['there is none', null, false],
  ['there never was one', undefined, false],
  ['its last millisecond', { expiresAt: after(1) }, true],
  ['its end', { expiresAt: now }, false],
])('an undo when %s: %s', (_, undo, expected) => {
  expect(canUndo(undo, now)).toBe(expected)
})

it.each<[string, Date | null, Date | null, string[]]>([
  ['the same sheet', now, new Date(now), ['code']],
  ['a newer sheet', after(1), now, []],
  ['a sheet where there was none', now, null, []],
  ['no sheet any more', null, now, []],
  ['never a sheet', null, null, ['code']],
])('%s', (_, generatedAt, before, expected) => {
  expect(codesAfterUndo(['code'], generatedAt, before)).toEqual(expected)
})

const present = { factors: 'app and SMS', preferredMethod: 'SMS', backupCodesGeneratedAt: now }
const earlier = { factors: 'app', preferredMethod: 'app', backupCodesGeneratedAt: after(-2 * limits.emailUndo) }
const keptSince = (ms: number) => ({ ...earlier, at: after(-ms) })

it.each<[string, boolean, { at: Date } | null | undefined, boolean]>([
  ['the first change of the second step is remembered', true, null, true],
  ['the first change ever is remembered', true, undefined, true],
  ['a second change in the same week does not replace it', true, keptSince(limits.emailUndo - 1), false],
  ['a change after that week is remembered', true, keptSince(limits.emailUndo), true],
  ['an account without a second step has nothing to restore', false, null, false],
])('%s', (_, isOn, kept, isRemembered) => {
  expect(snapshotBefore(present, isOn, kept, now)).toEqual(isRemembered ? { ...present, at: now } : null)
})

it.each<[string, ReturnType<typeof keptSince> | null | undefined, typeof present]>([
  ['the state before a change of the same week', keptSince(limits.emailUndo - 1), earlier],
  ['the present state, if the change was a week ago', keptSince(limits.emailUndo), present],
  ['the present state, if nothing changed', null, present],
  ['the present state, if nothing ever changed', undefined, present],
])('an undo restores %s', (_, kept, restored) => {
  expect(stateToRestore(present, kept, now)).toEqual(restored)
})
