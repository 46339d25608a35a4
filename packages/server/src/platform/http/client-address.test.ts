import { describe, expect, it } from 'vitest'
import { addressBlockOf } from './address-block.js'
import { clientAddressOf } from './client-address.js'

describe('the address of a client', () => {
  it.each<[string, string | undefined, string | undefined, string[], string]>([
    ['without a proxy the socket says it', '198.51.100.7', undefined, [], '198.51.100.7'],
    ['a header of a stranger counts for nothing', '198.51.100.7', '10.0.0.1', [], '198.51.100.7'],
    ['a trusted proxy says it', '10.0.0.1', '198.51.100.7', ['10.0.0.0/8'], '198.51.100.7'],
    ['what stands before the last hop is hearsay', '10.0.0.1', '1.2.3.4, 198.51.100.7', ['10.0.0.0/8'], '198.51.100.7'],
    ['trusted hops are passed over', '10.0.0.1', '198.51.100.7, 10.0.0.2', ['10.0.0.0/8'], '198.51.100.7'],
    ['a malformed hop spoils the header', '10.0.0.1', '198.51.100.7, nonsense', ['10.0.0.0/8'], '10.0.0.1'],
    ['an empty hop too', '10.0.0.1', '198.51.100.7,', ['10.0.0.0/8'], '10.0.0.1'],
    ['an IPv4 address in IPv6 clothes is itself', '::ffff:198.51.100.7', undefined, [], '198.51.100.7'],
    ['and as a trusted proxy too', '::ffff:10.0.0.1', '198.51.100.7', ['10.0.0.1'], '198.51.100.7'],
    ['no socket at all', undefined, '198.51.100.7', ['0.0.0.0/0'], 'unknown'],
  ])('%s', (_, socket, header, trusted, expected) => {
    expect(clientAddressOf(socket, header, trusted)).toBe(expected)
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
