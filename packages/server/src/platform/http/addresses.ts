import type { IncomingHttpHeaders } from 'node:http'
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

/**
 * The address of a client: the socket's, unless the socket is a trusted proxy. Then the hops are walked from the right,
 * from our own proxy outwards: the first that is not trusted is the client, and entries before it are not believed.
 * A hop that cannot be parsed ends the walk at the last trusted one.
 * @param hops as `forwardedHops` reads them
 * @param trusted addresses and CIDRs
 */
export function clientAddressOf(
  socketAddress: string | undefined,
  hops: readonly string[],
  trusted: readonly string[],
): string {
  let client = parseAddress(socketAddress ?? '')
  if (!client) return 'unknown'
  for (const hop of hops.toReversed()) {
    if (!isAddressWithin(client, trusted)) return client
    const next = parseAddress(hop)
    if (!next) return client
    client = next
  }
  return client
}

/**
 * The hops that a request names in one header, in its order. Only that header is read: a proxy that sets one forwards
 * whatever a client put into another.
 * @param name in lower case; `forwarded` is read by RFC 7239, any other as a list of addresses
 */
export function forwardedHops(headers: IncomingHttpHeaders, name: string): string[] {
  const value = headers[name]
  const text = Array.isArray(value) ? value.join(',') : value
  if (!text) return []
  return name === 'forwarded' ? elementsOf(text).map(forParameterOf) : text.split(',').map((hop) => hop.trim())
}

/** RFC 7239 4: elements are separated by commas outside of quotes. */
function elementsOf(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+/g) ?? []
}

/** @returns empty when the element names no client, which then counts as unreadable */
function forParameterOf(element: string): string {
  const [, quoted, token] = /(?:^|;)\s*for\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))\s*(?:;|$)/i.exec(element) ?? []
  return quoted?.replace(/\\(.)/g, '$1') ?? token ?? ''
}

/** An address, in brackets where it is IPv6, with or without a port. */
function parseAddress(text: string): string | null {
  const [, bracketed, v4] = /^(?:\[([^\]]*)\](?::\d{1,5})?|([\d.]+):\d{1,5})$/.exec(text) ?? []
  const address = bracketed ?? v4 ?? text
  return ipaddr.isValid(address) && !/^\d+$/.test(address) ? ipaddr.process(address).toString() : null
}
