import { describe, expect, it } from 'vitest'
import { addressBlockOf, clientAddressOf, forwardedHops } from './addresses.js'

const PROXIES = ['10.0.0.0/8']

describe('the address of a client', () => {
  it.each<[string, string | undefined, string | undefined, string[], string]>([
    ['without a proxy the socket says it', '198.51.100.7', undefined, [], '198.51.100.7'],
    ['a header of a stranger counts for nothing', '198.51.100.7', '10.0.0.1', [], '198.51.100.7'],
    ['a trusted proxy says it', '10.0.0.1', '198.51.100.7', PROXIES, '198.51.100.7'],
    ['what stands before the last hop is hearsay', '10.0.0.1', '1.2.3.4, 198.51.100.7', PROXIES, '198.51.100.7'],
    ['trusted hops are passed over', '10.0.0.1', '198.51.100.7, 10.0.0.2', PROXIES, '198.51.100.7'],
    ['the port of a client is not part of its address', '10.0.0.1', '203.0.113.9:51234', PROXIES, '203.0.113.9'],
    ['nor behind brackets', '10.0.0.1', '[2001:db8::7]:51234', PROXIES, '2001:db8::7'],
    ['brackets alone are fine', '10.0.0.1', '[2001:db8::7]', PROXIES, '2001:db8::7'],
    ['nor that of a trusted hop', '10.0.0.1', '203.0.113.9:51234, 10.0.0.2:443', PROXIES, '203.0.113.9'],
    [
      'what the client forged before its own hop spoils nothing',
      '10.0.0.1',
      'junk, 203.0.113.9',
      PROXIES,
      '203.0.113.9',
    ],
    ['an unreadable hop ends the walk', '10.0.0.1', '203.0.113.9, junk, 10.0.0.2', PROXIES, '10.0.0.2'],
    ['an empty hop too', '10.0.0.1', '198.51.100.7,', PROXIES, '10.0.0.1'],
    ['a number is no address', '10.0.0.1', '3325256713', PROXIES, '10.0.0.1'],
    ['an IPv4-mapped address is the IPv4 address', '::ffff:198.51.100.7', undefined, [], '198.51.100.7'],
    ['and as a trusted proxy too', '::ffff:10.0.0.1', '198.51.100.7', ['10.0.0.1'], '198.51.100.7'],
    ['when every hop is trusted it is the first', '10.0.0.1', '10.0.0.9, 10.0.0.2', PROXIES, '10.0.0.9'],
    ['no socket at all', undefined, '198.51.100.7', ['0.0.0.0/0'], 'unknown'],
  ])('%s', (_, socket, header, trusted, expected) => {
    const headers = header === undefined ? {} : { 'x-forwarded-for': header }
    expect(clientAddressOf(socket, forwardedHops(headers, 'x-forwarded-for'), trusted)).toBe(expected)
  })

  it.each([
    ['for=203.0.113.9', '203.0.113.9'],
    ['For="[2001:db8::7]:4711";proto=https', '2001:db8::7'],
    ['by=10.0.0.1;for="203.0.113.9:51234";host="a,b"', '203.0.113.9'],
    ['for=1.2.3.4, for=203.0.113.9;by=10.0.0.1, for=10.0.0.2', '203.0.113.9'],
    ['for=unknown', '10.0.0.1'],
    ['for="_hidden", for=203.0.113.9', '203.0.113.9'],
    ['proto=https', '10.0.0.1'],
    ['host="for=1.2.3.4"', '10.0.0.1'],
  ])('Forwarded: %s', (forwarded, expected) => {
    expect(clientAddressOf('10.0.0.1', forwardedHops({ forwarded }, 'forwarded'), PROXIES)).toBe(expected)
  })

  it('reads the configured header alone: a client cannot forge another past the proxy', () => {
    const headers = { 'x-forwarded-for': '1.2.3.4', forwarded: 'for=203.0.113.9' }
    expect(clientAddressOf('10.0.0.1', forwardedHops(headers, 'forwarded'), PROXIES)).toBe('203.0.113.9')
    expect(clientAddressOf('10.0.0.1', forwardedHops(headers, 'x-forwarded-for'), PROXIES)).toBe('1.2.3.4')
  })
})

it.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3::1', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['unknown', 'unknown'],
])('a limit counts %s as %s', (address, block) => {
  expect(addressBlockOf(address)).toBe(block)
})
