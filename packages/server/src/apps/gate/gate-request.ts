import type { IncomingHttpHeaders } from 'node:http'

/** What a proxy says of the request that it asks about. */
export interface GateRequest {
  /** With its port, where that is not the usual one. */
  host: string
  scheme: 'http' | 'https'
  uri: string
  method: string
}

/** Null where the headers are missing, or say two things: then nobody knows what is asked. */
export function gateRequestOf(headers: IncomingHttpHeaders): GateRequest | null {
  const host = single(headers['x-forwarded-host'])?.toLowerCase()
  const scheme = single(headers['x-forwarded-proto'])
  // A comma is a character of a path like any other.
  const uri = typeof headers['x-forwarded-uri'] === 'string' ? headers['x-forwarded-uri'] : undefined
  const method = single(headers['x-forwarded-method']) ?? 'GET'
  if (!host || !uri || !/^[a-z0-9.-]+(:\d{1,5})?$/.test(host) || !/^[A-Z]+$/.test(method)) return null
  if (scheme !== 'http' && scheme !== 'https') return null
  return { host: withoutUsualPort(host, scheme), scheme, uri, method }
}

/** A header that came twice was joined with a comma, and one of the two may be from outside. */
function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && !value.includes(',') ? value : undefined
}

export function withoutUsualPort(host: string, scheme: 'http' | 'https'): string {
  return host.replace(scheme === 'https' ? /:443$/ : /:80$/, '')
}
