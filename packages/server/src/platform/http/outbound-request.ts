import { promises as dns, type LookupAddress } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { InjectionToken } from '@needle-di/core'
import { isPublicAddress } from './addresses.js'

export interface OutboundRequest {
  url: URL
  method: string
  headers: Record<string, string>
  body?: string
  /** Aborts the request, also while the response is being read. */
  signal: AbortSignal
}

export const OutboundPolicy = new InjectionToken<OutboundPolicy>('OutboundPolicy')

export interface OutboundPolicy {
  /** Opens this machine and its neighbours, for development. */
  allowsPrivate: boolean
  resolve(hostname: string): Promise<LookupAddress[]>
}

export const resolveByDns = (hostname: string) => dns.lookup(hostname, { all: true, verbatim: true })

/** The address leads into our own network (server-side request forgery), or is not https. Nothing was sent. */
export class ForbiddenTargetError extends Error {
  override name = 'ForbiddenTargetError'
}

/**
 * The only way to request a user-supplied address. Its target is checked on the very addresses that are then
 * connected to, so that a name cannot resolve to one address for the check and to another for the call (DNS rebinding).
 * Redirects are not followed; no connection is reused.
 * @returns the answer, whose body is still to be read
 * @throws ForbiddenTargetError, and whatever the connection throws
 */
export async function requestOutbound(asked: OutboundRequest, policy: OutboundPolicy): Promise<IncomingMessage> {
  const { url, method, headers, body, signal } = asked
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (!isSpoken(url, policy) || (isIP(literal) && !isOpen(literal, policy))) throw forbidden(url)
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const request = send(url, { method, headers, signal, agent: false, lookup: guardedLookup(url, policy) })
    request.on('socket', (socket) => {
      // The final check, on the address of the open socket.
      socket.once('connect', () => {
        if (!isOpen(socket.remoteAddress ?? '', policy)) request.destroy(forbidden(url))
      })
    })
    request.on('response', resolve)
    request.on('error', reject)
    request.end(body)
  })
}

function isSpoken({ protocol }: URL, { allowsPrivate }: OutboundPolicy): boolean {
  return protocol === 'https:' || (allowsPrivate && protocol === 'http:')
}

function isOpen(address: string, { allowsPrivate }: OutboundPolicy): boolean {
  return allowsPrivate || isPublicAddress(address)
}

function guardedLookup(url: URL, policy: OutboundPolicy): LookupFunction {
  return (hostname, options, callback) => {
    policy.resolve(hostname).then(
      (addresses) => {
        // One private address among public ones rejects the name: any of them may be the one connected to.
        const isBarred = addresses.some(({ address }) => !isOpen(address, policy))
        const [first] = addresses
        if (isBarred || !first) callback(forbidden(url), '', 0)
        else if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}

function forbidden({ origin }: URL): ForbiddenTargetError {
  return new ForbiddenTargetError(`Nothing is asked of ${origin}.`)
}
