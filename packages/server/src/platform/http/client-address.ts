import ipaddr from 'ipaddr.js'
import { isAddressWithin } from './address-ranges.js'

/**
 * The address of a client: the socket's, unless the socket is a trusted proxy; then the last address in X-Forwarded-For
 * that is not a trusted proxy itself. A malformed header counts for nothing.
 * @param trusted addresses and CIDRs
 */
export function clientAddressOf(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trusted: readonly string[],
): string {
  const socket = normal(socketAddress ?? '')
  if (!socket) return 'unknown'
  if (!forwardedFor || !isAddressWithin(socket, trusted)) return socket
  const hops = forwardedFor.split(',').map((hop) => normal(hop.trim()))
  if (hops.some((hop) => hop === null)) return socket
  return hops.findLast((hop): hop is string => hop !== null && !isAddressWithin(hop, trusted)) ?? socket
}

function normal(address: string): string | null {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : null
}
