import { limits } from '@twinlock/shared/limits'
import { expect, it, test } from 'vitest'
import { canUndo, codesAfterUndo, undoUntil } from './email-undo.js'

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
