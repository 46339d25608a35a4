import type { IncomingMessage } from 'node:http'
import { InjectionToken, inject } from '@needle-di/core'
import { ForbiddenTargetError, OutboundPolicy, requestOutbound } from './outbound-request.js'

/** A `fetch` for user-supplied addresses. */
export type OutboundFetch = (url: string | URL, init?: OutboundInit) => Promise<Response>
export const OutboundFetch = new InjectionToken<OutboundFetch>('OutboundFetch', {
  factory: () => createOutboundFetch(inject(OutboundPolicy)),
})

export interface OutboundInit {
  method?: string
  headers?: Record<string, string> | Headers
  body?: unknown
  signal?: AbortSignal | null
}

/** The other server does not respond, or its response is too large. */
export class UnreachableTargetError extends Error {
  override name = 'UnreachableTargetError'
}

/**
 * Sends a request and reads the response.
 * @param timeoutMs for the whole exchange
 * @throws ForbiddenTargetError, UnreachableTargetError
 */
export function createOutboundFetch(
  policy: OutboundPolicy,
  { timeoutMs = 8_000, maxBytes = 512_000 }: { timeoutMs?: number; maxBytes?: number } = {},
): OutboundFetch {
  return async (target, { method = 'GET', headers = {}, body, signal } = {}) => {
    const url = new URL(target)
    const limit = AbortSignal.timeout(timeoutMs)
    const asked = {
      url,
      method,
      headers: Object.fromEntries(new Headers(headers).entries()),
      ...(body === undefined || body === null ? {} : { body: String(body) }),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    }
    try {
      const answer = await requestOutbound(asked, policy)
      return responseOf(answer, await bodyOf(answer, maxBytes))
    } catch (error) {
      if (error instanceof ForbiddenTargetError) throw error
      throw new UnreachableTargetError(`${url.origin} does not answer.`, { cause: error })
    }
  }
}

async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new Error('The response is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function responseOf({ statusCode: status = 502, headers }: IncomingMessage, body: Buffer): Response {
  const list = Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((one): [string, string] => [name, one]),
  )
  const hasBody = ![101, 103, 204, 205, 304].includes(status)
  return new Response(hasBody ? new Uint8Array(body) : null, { status, headers: list })
}
