import type { IncomingHttpHeaders } from 'node:http'
import ipaddr from 'ipaddr.js'
import { isAddressWithin } from './addresses.js'

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
