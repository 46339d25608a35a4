import { expect, test } from 'vitest'
import { relyingPartyOf } from './relying-party.js'

test.each([
  ['https://twinlock.acme.com', { id: 'twinlock.acme.com', origin: 'https://twinlock.acme.com' }],
  ['https://acme.com:8443', { id: 'acme.com', origin: 'https://acme.com:8443' }],
  ['http://localhost:4000', { id: 'localhost', origin: 'http://localhost:4000' }],
  ['http://twinlock.localhost', { id: 'twinlock.localhost', origin: 'http://twinlock.localhost' }],
  ['http://acme.com', null],
  ['https://203.0.113.7', null],
  ['http://127.0.0.1:4000', null],
  ['https://[2001:db8::7]', null],
])('passkeys at %s', (publicUrl, relyingParty) => {
  expect(relyingPartyOf(publicUrl, 'Acme Login')).toEqual(relyingParty && { ...relyingParty, name: 'Acme Login' })
})
