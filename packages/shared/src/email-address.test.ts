import { describe, expect, it } from 'vitest'
import { emailKeyOf, maskEmail } from './email-address.js'

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
    ['чебурашка@пример.рф', 'чебурашка@пример.рф'],
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
