import { promises as dns, type LookupAddress } from 'node:dns'
import { type ClientRequest, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.js'

export interface OutboundPost {
  url: URL
  headers: Record<string, string>
  body: string
  /** Milliseconds until the head of the answer has to be there. */
  timeout: number
}

export type PostOutcome =
  | { kind: 'answered'; status: number }
  /** It leads to an address that nobody outside may make us call; nothing was sent. */
  | { kind: 'barred' }
  | { kind: 'unreachable'; reason: string }

export interface OutboundPolicy {
  /** Opens this machine and its neighbours, for development. */
  allowsPrivate: boolean
  resolve(hostname: string): Promise<LookupAddress[]>
}

export const resolveByDns = (hostname: string) => dns.lookup(hostname, { all: true, verbatim: true })

class BarredTargetError extends Error {}

/**
 * Posts to an address that somebody else has chosen. Where it may lead is judged on the very addresses that are then
 * connected to, so that a name cannot resolve to one address for the check and to another for the call. Redirects are
 * not followed; of an answer nothing but the status is read; no connection is kept.
 */
export function postOutbound(post: OutboundPost, policy: OutboundPolicy): Promise<PostOutcome> {
  const literal = post.url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !isOpen(literal, policy)) return Promise.resolve({ kind: 'barred' })
  return new Promise((resolve) => {
    const send = post.url.protocol === 'https:' ? httpsRequest : httpRequest
    const request: ClientRequest = send(post.url, {
      method: 'POST',
      agent: false,
      headers: { ...post.headers, 'content-length': Buffer.byteLength(post.body) },
      lookup: guardedLookup(policy),
      signal: AbortSignal.timeout(post.timeout),
    })
    request.on('socket', (socket) => {
      // The last word: whatever led here, this is who is at the other end.
      socket.once('connect', () => {
        if (!isOpen(socket.remoteAddress ?? '', policy)) request.destroy(new BarredTargetError())
      })
    })
    request.on('response', (response) => {
      resolve({ kind: 'answered', status: response.statusCode ?? 0 })
      response.destroy()
    })
    request.on('error', (error) => resolve(outcomeOf(error)))
    request.end(post.body)
  })
}

function guardedLookup(policy: OutboundPolicy): LookupFunction {
  return (hostname, options, callback) => {
    policy.resolve(hostname).then(
      (addresses) => {
        // One barred address among open ones bars the name: which of them is used is not ours to choose.
        const barred = addresses.find(({ address }) => !isOpen(address, policy))
        const [first] = addresses
        if (barred || !first) callback(new BarredTargetError(), '', 0)
        else if (options.all) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}

function isOpen(address: string, { allowsPrivate }: OutboundPolicy): boolean {
  return allowsPrivate || isPublicAddress(address)
}

/** Known faults in words that tell nothing of what is on our side of the network. */
function outcomeOf(error: NodeJS.ErrnoException): PostOutcome {
  if (error instanceof BarredTargetError) return { kind: 'barred' }
  const { code = '', name } = error
  if (name === 'TimeoutError' || name === 'AbortError') return { kind: 'unreachable', reason: 'No answer in time.' }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { kind: 'unreachable', reason: 'The name was not found.' }
  if (code === 'ECONNREFUSED') return { kind: 'unreachable', reason: 'The connection was refused.' }
  if (/CERT|TLS|SSL/.test(code)) return { kind: 'unreachable', reason: 'The certificate was not accepted.' }
  return { kind: 'unreachable', reason: 'The connection broke off.' }
}
