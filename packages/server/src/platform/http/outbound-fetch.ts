import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.js'

/** What `fetch` is to its callers, for addresses that somebody typed in. */
export type OutboundFetch = (url: string | URL, init?: OutboundInit) => Promise<Response>

export interface OutboundInit {
  method?: string
  headers?: Record<string, string> | Headers
  body?: unknown
  signal?: AbortSignal | null
}

/** The address leads into our own network (server-side request forgery), or is not https. */
export class ForbiddenTargetError extends Error {
  override name = 'ForbiddenTargetError'
}

/** The other side does not answer, or with more than anybody needs. */
export class UnreachableTargetError extends Error {
  override name = 'UnreachableTargetError'
}

/**
 * Asks another server. The address that its name resolves to is judged at the moment of connecting, so that a name
 * cannot change its mind in between (DNS rebinding). Redirects are not followed.
 * @param timeoutMs for the whole exchange
 * @throws ForbiddenTargetError, UnreachableTargetError
 */
export function createOutboundFetch({
  allowsPrivateTargets,
  timeoutMs = 8_000,
  maxBytes = 512_000,
}: {
  allowsPrivateTargets: boolean
  timeoutMs?: number
  maxBytes?: number
}): OutboundFetch {
  const mayConnect = (address: string) => allowsPrivateTargets || isPublicAddress(address)
  return (target, { method = 'GET', headers = {}, body, signal } = {}) => {
    const url = new URL(target)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const isAllowed = allowsPrivateTargets ? /^https?:$/.test(url.protocol) : url.protocol === 'https:'
    if (!isAllowed || (isIP(host) && !mayConnect(host)))
      return Promise.reject(new ForbiddenTargetError(`Nothing is asked of ${url.origin}.`))
    const limit = AbortSignal.timeout(timeoutMs)
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestHttps : requestHttp
      const request = send(
        url,
        {
          method,
          headers: Object.fromEntries(new Headers(headers).entries()),
          lookup: guardedLookup(mayConnect),
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
        },
        (answer) => {
          const chunks: Buffer[] = []
          let size = 0
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > maxBytes) answer.destroy(new UnreachableTargetError(`${url.origin} answers too much.`))
            else chunks.push(chunk)
          })
          answer.on('error', (error) => reject(unreachable(url, error)))
          answer.on('end', () => resolve(responseOf(answer.statusCode ?? 502, answer.headers, Buffer.concat(chunks))))
        },
      )
      request.on('error', (error) => reject(unreachable(url, error)))
      request.end(body === undefined || body === null ? undefined : String(body))
    })
  }
}

function guardedLookup(mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      // One barred address among open ones bars the name: which of them is used is not ours to choose.
      const isBarred = addresses.some(({ address }) => !mayConnect(address))
      const [first] = addresses
      if (isBarred || !first) callback(new ForbiddenTargetError(`${hostname} leads into a private network.`), '', 0)
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function responseOf(status: number, headers: Record<string, string | string[] | undefined>, body: Buffer): Response {
  const list = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one): [string, string] => [name, one]),
  )
  const hasBody = ![101, 103, 204, 205, 304].includes(status)
  return new Response(hasBody ? new Uint8Array(body) : null, { status, headers: list })
}

function unreachable(url: URL, error: Error): Error {
  if (error instanceof ForbiddenTargetError || error instanceof UnreachableTargetError) return error
  return new UnreachableTargetError(`${url.origin} does not answer.`, { cause: error })
}
