import { expect, it } from 'vitest'
import { provableEmail } from './sso-account.js'

it.each([
  ['as it is', 'ada@acme.com', true, { key: 'ada@acme.com', domain: 'acme.com' }],
  ['in another case', ' Ada@ACME.com ', true, { key: 'ada@acme.com', domain: 'acme.com' }],
  ['with a tag, which is an address of its own', 'ada+x@acme.com', true, { key: 'ada+x@acme.com', domain: 'acme.com' }],
  ['not verified', 'ada@acme.com', false, null],
  ['with a full-width @ (NFKC)', 'ada\uFF20acme.com', true, null],
  ['with two of them, one full-width', 'ada@evil.example\uFF20acme.com', true, null],
  ['with full-width letters', '\uFF41da@acme.com', true, null],
  ['with a dot at the end', 'ada@acme.com.', true, null],
  [
    'with a Cyrillic а in the domain: another domain',
    'ada@\u0430cme.com',
    true,
    { key: 'ada@xn--cme-5cd.com', domain: 'xn--cme-5cd.com' },
  ],
  [
    'of a domain in its own script, as its A-label',
    'ada@müller.example',
    true,
    { key: 'ada@xn--mller-kva.example', domain: 'xn--mller-kva.example' },
  ],
  ['with an ideographic full stop', 'ada@acme\u3002com', true, null],
  ['with a Kelvin sign, which lower-cases to k', 'ada@acme.com\u212A', true, null],
  ['with a name before it', 'Ada <ada@acme.com>', true, null],
  ['quoted', '"ada@evil.example"@acme.com', true, null],
  ['with a line break', 'ada@acme.com\r\nBcc: x@y.example', true, null],
  ['nothing', '', true, null],
])('an address %s', (_, email, isVerified, expected) => {
  expect(provableEmail({ email, isVerified })).toEqual(expected)
})
