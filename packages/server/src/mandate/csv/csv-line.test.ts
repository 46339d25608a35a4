import { expect, test } from 'vitest'
import { csvHead, csvLine } from './csv-line.js'

test.each([
  ['plain', 'plain'],
  ['=cmd()', "'=cmd()"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\t=1', `"'\t'=1"`],
  ['\t', `"'\t"`],
  [';=1+1', `";'=1+1"`],
  ['a; +1', `"a;' +1"`],
  ['a;"=1"', `"a;'""=1"""`],
  ['a,=1', `"a,'=1"`],
  ['a|@x', `"a|'@x"`],
  ['a\tb\t-1', `"a\tb\t'-1"`],
  ['two\n=1', `"two\n'=1"`],
  ['"=1', `"'""=1"`],
  ['＝1', "'＝1"],
  ['a; b=1; c=2', '"a; b=1; c=2"'],
  ['a-b+c=d@e', 'a-b+c=d@e'],
  [' =1', "' =1"],
  ['say "hi"', '"say ""hi"""'],
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
])('%j is written so that a spreadsheet takes it for text', (value, written) => {
  expect(csvLine([value, null])).toBe(`${written},\r\n`)
})

test('the first line says that the file is UTF-8', () => {
  expect(csvHead(['name', 'email'])).toBe('\ufeffname,email\r\n')
})
