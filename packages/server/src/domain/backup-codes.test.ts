import { randomBytes } from 'node:crypto'
import { backupCodeOf } from '@twinlock/shared/code-input'
import { expect, it } from 'vitest'
import { makeBackupCodes } from './backup-codes.js'

it('a sheet is ten different codes of 13 Crockford characters', () => {
  const codes = makeBackupCodes(randomBytes)
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/)
    expect(backupCodeOf(code)).toBe(code)
  }
})

it('each byte gives five bits: every character comes up, none oftener than by chance', () => {
  let next = 0
  const counting = (count: number) => Uint8Array.from({ length: count }, () => next++ % 256)
  const drawn = Array.from({ length: 256 }, () => makeBackupCodes(counting).join('')).join('')
  const counts = [...new Set(drawn)].map((character) => drawn.split(character).length)
  expect(counts).toHaveLength(32)
  expect(new Set(counts).size).toBe(1)
})
