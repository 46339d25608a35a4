import ipaddr from 'ipaddr.js'

/** What a rate limit counts as one address: with IPv6 a client has at least a /64. */
export function addressBlockOf(address: string): string {
  const isIpv6 = ipaddr.isValid(address) && ipaddr.parse(address).kind() === 'ipv6'
  return isIpv6 ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64` : address
}
