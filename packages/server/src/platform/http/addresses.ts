import ipaddr from 'ipaddr.js'

/** What a rate limit counts as one address: with IPv6 a client has at least a /64. */
export function addressBlockOf(address: string): string {
  const isIpv6 = ipaddr.isValid(address) && ipaddr.parse(address).kind() === 'ipv6'
  return isIpv6 ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`)}/64` : address
}

/** @param ranges addresses and CIDRs, each valid */
export function isAddressWithin(address: string, ranges: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return ranges.some((range) => {
    const [base, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.process(range), null]
    if (base.kind() !== parsed.kind()) return false
    return parsed.match(base, bits ?? (parsed.kind() === 'ipv4' ? 32 : 128))
  })
}

export function isAddressRange(text: string): boolean {
  return text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text)
}

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an address is one of the public Internet. Loopback, private, link-local (where clouds keep their metadata),
 * carrier-grade NAT, documentation, multicast, and whatever carries an IPv4 address inside are not (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST)
}

/** Host names of this machine, as they appear in a URL. */
export const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Whether a host name or address is this machine (RFC 6761 6.3, RFC 1122 3.2.1.3). */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '')
  return bare === 'localhost' || bare.endsWith('.localhost') || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}
