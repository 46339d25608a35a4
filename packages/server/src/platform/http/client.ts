import type { IncomingHttpHeaders } from 'node:http'
import { deviceName, UNKNOWN_DEVICE } from '@twinlock/shared/device-name'
import Bowser from 'bowser'
import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'
import { isAddressWithin } from './addresses.js'

// For an unknown browser the parser returns its own string, and an attacker's text would appear in our emails.
const browsers = new Set<string>(Object.values(Bowser.BROWSER_MAP))
const systems = new Set<string>(Object.values(Bowser.OS_MAP))

/** Parsing one takes as long as a database command, and most requests repeat a few of them. */
const known = new LRUCache<string, string>({ max: 500, memoMethod: read })

/** A readable browser name for emails and lists: "Firefox on Windows". */
export function deviceNameOf(userAgent: string | undefined): string {
  return userAgent ? known.memo(userAgent.slice(0, 400)) : UNKNOWN_DEVICE
}

function read(userAgent: string): string {
  const { browser, os } = Bowser.parse(userAgent)
  if (!browser.name || !browsers.has(browser.name)) return UNKNOWN_DEVICE
  return deviceName(browser.name, os.name && systems.has(os.name) ? os.name : undefined)
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
