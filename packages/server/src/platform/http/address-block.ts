import ipaddr from 'ipaddr.js'

/** What a limit counts as one address: IPv6 gives everybody at least a /64 of their own. */
export function addressBlockOf(address: string): string {
  const isIpv6 = ipaddr.isValid(address) && ipaddr.parse(address).kind() === 'ipv6'
  return isIpv6 ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64` : address
}
