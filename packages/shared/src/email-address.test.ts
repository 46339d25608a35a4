import { describe, expect, it } from 'vitest'
import { addressesIn, emailKeyOf, entriesWithoutAddress, maskEmail } from './email-address.js'

describe('two spellings of one mailbox have one key', () => {
  it.each([
    ['ada@example.com', 'ada@example.com'],
    ['  Ada@Example.COM\n', 'ada@example.com'],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ada@example.com'],
    ['ada@exam\u{1d429}le.com', 'ada@example.com'],
    ['ada+news@example.com', 'ada+news@example.com'],
    [
      "o'neil.a_b-c/d=e?f{g}h|i~j^k`l*m%n&o#p$q!r@example.co.uk",
      "o'neil.a_b-c/d=e?f{g}h|i~j^k`l*m%n&o#p$q!r@example.co.uk",
    ],
    ['чебурашка@пример.рф', 'чебурашка@xn--e1afmkfd.xn--p1ai'],
    ['संपर्क@डाटामेल.भारत', 'संपर्क@xn--c2bd4bq1db8d.xn--h2brj9c'],
    ['ติดต่อ@คน.ไทย', 'ติดต่อ@xn--42c6b.xn--o3cw4h'],
    ['二ノ宮@黒川.日本', '二ノ宮@xn--5rtw95l.xn--wgv71a'],
    ['ada@黒川。日本', 'ada@xn--5rtw95l.xn--wgv71a'],
    ['jörg@müller.example', 'jörg@xn--mller-kva.example'],
    ['J\u006f\u0308RG@MU\u0308LLER.example', 'jörg@xn--mller-kva.example'],
    ['jörg@xn--mller-kva.example', 'jörg@xn--mller-kva.example'],
    ['jörg@XN--MLLER-KVA.Example', 'jörg@xn--mller-kva.example'],
    ['ada@faß.example', 'ada@xn--fa-hia.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%s', (text, key) => {
    expect(emailKeyOf(text)).toBe(key)
  })

  it('a look-alike in another script is another mailbox', () => {
    expect(emailKeyOf('аda@example.com')).not.toBe(emailKeyOf('ada@example.com'))
  })
})

it.each([
  '',
  'ada',
  'ada@',
  '@example.com',
  'ada@localhost',
  'ada@example',
  'ada@@example.com',
  'ada@example..com',
  '.ada@example.com',
  'ada.@example.com',
  'a..da@example.com',
  'ada@-example.com',
  'ada@example-.com',
  'ada@example.com.',
  'ada@127.0.0.1',
  'ada@[127.0.0.1]',
  'a da@example.com',
  'ada@example.com, eve@example.com',
  'ada@example.com;eve@example.com',
  'Ada <ada@example.com>',
  'group: ada@example.com;',
  '"ada"@example.com',
  'ada(comment)@example.com',
  'ada@example.com\r\nBcc: eve@example.com',
  'ada\u0000@example.com',
  'ada\u202e@example.com',
  'ada\u200b@example.com',
  '{"$gt":""}',
  `${'a'.repeat(250)}@example.com`,
  `${'a'.repeat(65)}@example.com`,
  `${'ж'.repeat(33)}@example.com`,
  `ada@${'a.'.repeat(120)}example.com`,
  `ada@${'a'.repeat(64)}.com`,
  `ada@${'ü'.repeat(60)}.com`,
  'ada@1.2.3.4',
  'ada@0x7f.1',
  'ada@example.com:25',
  'ada@exam%70le.com',
  'ada@exa_mple.com',
  'ada@xn--a.example',
  'ada@\u0301example.com',
  '\u0301ada@example.com',
  'ada.\u0301@example.com',
  'ada\u200d@example.com',
  'ﷺ'.repeat(100_000),
])('%j is no address that a mail could be sent to', (text) => {
  expect(emailKeyOf(text)).toBeNull()
})

it.each([
  ['ada@acme.com', 'a•••@acme.com'],
  ['\u{1f600}x@acme.com', '\u{1f600}•••@acme.com'],
])('%s is shown as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked)
})

it.each([
  ['ada@acme.com', ['ada@acme.com']],
  [
    'ada@acme.com, bob@acme.com;cleo@acme.com\ndan@acme.com',
    ['ada@acme.com', 'bob@acme.com', 'cleo@acme.com', 'dan@acme.com'],
  ],
  ['Ada Lovelace <ada@acme.com>; "Bob, Jr." <bob@acme.com>', ['ada@acme.com', 'bob@acme.com']],
  ['\uFEFFname,email\r\nAda,ada@acme.com\r\n"Bob","bob@acme.com"\r\n', ['ada@acme.com', 'bob@acme.com']],
  ["'ada@acme.com'\to'neil@acme.com", ['ada@acme.com', "o'neil@acme.com"]],
  ['Write to mailto:ada@acme.com. Or (bob@acme.com)!', ['ada@acme.com', 'bob@acme.com']],
  ['ada@acme.com ADA@ACME.com ａda@acme.com', ['ada@acme.com']],
  ['संपर्क@डाटामेल.भारत', ['संपर्क@डाटामेल.भारत']],
  ['ada@acme, none of these', ['ada@acme']],
  ['name email phone', []],
])('a paste of %j has the addresses %j', (text, expected) => {
  expect(addressesIn(text)).toEqual(expected)
})

it.each([
  ['a list with a slip', 'ada@acme.com, not-an-address, bob@acme.com', ['not-an-address']],
  ['one a line', 'ada@acme.com\nnot an address\nbob@acme.com\n\n', ['not an address']],
  ['apart by spaces', 'ada@acme.com cleo bob@acme.com', ['cleo']],
  ['two cells of one line', 'ada@acme.com;bob', ['bob']],
  ['a slip alone', 'bob', ['bob']],
  ['the same slip twice', 'bob\nbob\nada@acme.com', ['bob']],
  ['names of a mail program', 'Byron, Ada <ada@acme.com>; Bob <bob@acme.com>', []],
  ['a spreadsheet with titles', 'Name\tEmail\nAda\tada@acme.com\nBob\tbob@acme.com', []],
  ['a spreadsheet with a hole', 'Ada\tada@acme.com\nBob\t', ['Bob']],
  ['nothing', ' \n', []],
])('what is no address in %s is found', (_, text, expected) => {
  expect(entriesWithoutAddress(text)).toEqual(expected)
})
