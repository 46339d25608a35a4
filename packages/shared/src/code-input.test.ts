import { expect, it } from 'vitest'
import { backupCodeOf, digitsOf, groupBackupCode, groupKey } from './code-input.js'

it.each([
  ['123456', '123456'],
  ['000000', '000000'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['1 2 3 4 5 6', '123456'],
  ['123\u00a0456', '123456'],
  ['123–456', '123456'],
  ['\u200e123456\u200f', '123456'],
  ['１２３４５６', '123456'],
  ['12345', null],
  ['1234567', null],
  ['12345a', null],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳ ۴۵۶', '123456'],
  ['१२३-४५६', '123456'],
  ['𝟏𝟐𝟑𝟺𝟻𝟼', '123456'],
  ['𞥑𞥒𞥓𞥔𞥕𞥖', '123456'],
  ['1️2️3️4️5️6️', '123456'],
  ['123\u00ad456', '123456'],
  ['\u2067١٢٣٤٥٦\u2069', '123456'],
  ['\u202a123456\u202c', '123456'],
  ['123\u2212456', '123456'],
  ['一二三四五六', null],
  ['-123456.', '123456'],
  ['1e5', null],
  ['', null],
  ['9'.repeat(100_000), null],
])('%j is read as the code %s', (text, digits) => {
  expect(digitsOf(text)).toBe(digits)
})

it.each([
  ['ABCD-E123-45678', 'ABCDE12345678'],
  ['abcd e123 45678', 'ABCDE12345678'],
  ['ABCDE12345678', 'ABCDE12345678'],
  ['oBCD-ElI3-45678', '0BCDE11345678'],
  ['ＡＢＣＤ－Ｅ１２３－４５６７８', 'ABCDE12345678'],
  ['\u2068abcd\u00ad-e١٢٣-۴۵۶۷۸\u2069', 'ABCDE12345678'],
  ['ABCDU12345678', null],
  ['ABCDE1234567', null],
  ['ABCDE123456789', null],
  ['123456', null],
  ['', null],
])('%j is read as the backup code %s', (text, code) => {
  expect(backupCodeOf(text)).toBe(code)
})

it('what is shown in groups is read back as it was', () => {
  expect(groupBackupCode('ABCDE12345678')).toBe('ABCD-E123-45678')
  expect(backupCodeOf(groupBackupCode('ABCDE12345678'))).toBe('ABCDE12345678')
  expect(groupKey('ABCDEFGHIJ')).toBe('ABCD EFGH IJ')
  expect(groupKey('')).toBe('')
})
