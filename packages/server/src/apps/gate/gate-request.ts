import type { IncomingMessage } from 'node:http'

/** What a proxy says of the request that it asks about. */
export interface GateRequest {
  /** With its port, where that is not the usual one. */
  host: string
  scheme: 'http' | 'https'
  uri: string
  method: string
}

/**
 * Null where the headers are missing, or one of them came twice: one of the two may be from outside, and nobody knows
 * what is asked.
 * @param headers each with every value that came
 */
export function gateRequestOf(headers: IncomingMessage['headersDistinct']): GateRequest | null {
  const said = ['host', 'proto', 'uri', 'method'].map((name) => headers[`x-forwarded-${name}`] ?? [])
  if (said.some(({ length }) => length > 1)) return null
  const [[host = ''], [scheme], [uri = ''], [method = 'GET']] = said as [string[], string[], string[], string[]]
  if (!uri || !/^[a-z0-9.-]+(:\d{1,5})?$/i.test(host) || !/^[A-Z]+$/.test(method)) return null
  if (scheme !== 'http' && scheme !== 'https') return null
  return { host: withoutUsualPort(host.toLowerCase(), scheme), scheme, uri, method }
}

export function withoutUsualPort(host: string, scheme: 'http' | 'https'): string {
  return host.replace(scheme === 'https' ? /:443$/ : /:80$/, '')
}
