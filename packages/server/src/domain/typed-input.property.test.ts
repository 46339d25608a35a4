import { backupCodeOf, digitsOf, groupBackupCode } from '@twinlock/shared/code-input'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { isSlug, slugFrom } from '@twinlock/shared/slug'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeBackupCodes } from './backup-codes.js'

const check = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 300 })

describe('what people type', () => {
  const separator = fc.constantFrom('', ' ', '-', '\u00a0', '–', '\u200b', '.', '\n')
  const spread = (text: string, gaps: readonly string[]) =>
    [...text].map((character, place) => character + (gaps[place] ?? '')).join('')

  it('a code is read through any spaces and dashes, and nothing else is read as one', () => {
    check(
      fc.property(fc.stringMatching(/^\d{6}$/), fc.array(separator, { maxLength: 6 }), (code, gaps) => {
        expect(digitsOf(spread(code, gaps))).toBe(code)
      }),
    )
    check(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(digitsOf(text) ?? '000000').toMatch(/^\d{6}$/)
      }),
    )
  })

  it('a backup code is read in any case and grouping', () => {
    check(
      fc.property(
        fc.uint8Array({ minLength: 130, maxLength: 130 }),
        fc.array(separator, { maxLength: 13 }),
        fc.boolean(),
        (bytes, gaps, isLower) => {
          const [code = ''] = makeBackupCodes((count) => bytes.subarray(0, count))
          const typed = spread(code, gaps)
          expect(backupCodeOf(isLower ? typed.toLowerCase() : typed)).toBe(code)
          expect(backupCodeOf(groupBackupCode(code))).toBe(code)
        },
      ),
    )
  })

  it('the key of an address is its own key, and has nothing that a mail header is broken with', () => {
    const text = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }).map((name) => `${name}@example.com`),
    )
    check(
      fc.property(text, (typed) => {
        const key = emailKeyOf(typed)
        if (key === null) return
        expect(emailKeyOf(key)).toBe(key)
        expect(emailKeyOf(` ${typed.replace(/[a-z]/g, (letter) => letter.toUpperCase())}\n`)).toBe(key)
        expect(key).not.toMatch(/[\s\p{C},;:<>()[\]\\"]/u)
      }),
    )
  })

  it('a proposed address of a network is a good one or none', () => {
    check(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const slug = slugFrom(name)
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
        expect(isSlug(`${slug}-`)).toBe(false)
      }),
    )
  })
})
