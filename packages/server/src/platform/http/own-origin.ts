import type { RequestHandler } from 'express'
import { loopbackNames } from './addresses.js'

export interface OwnOrigin {
  publicUrl: string
  /** While trying out, a browser may call this machine by any of its loopback names. */
  allowsLoopbackNames: boolean
}

function isOwnHost(host: string, { publicUrl, allowsLoopbackNames }: OwnOrigin): boolean {
  const own = new URL(publicUrl)
  if (withoutDefaultPort(host, own.protocol) === own.host) return true
  return allowsLoopbackNames && loopbackNames.some((name) => host === name || host.startsWith(`${name}:`))
}

/** A proxy may name the port that the scheme implies (RFC 9110 4.2), and host names have no case. */
function withoutDefaultPort(host: string, protocol: string): string {
  return host.toLowerCase().replace(protocol === 'https:' ? /:443$/ : /:80$/, '')
}

/** Refuses a Host that is not ours (DNS rebinding). */
export function requireOwnHost(own: OwnOrigin): RequestHandler {
  return (request, response, next) => {
    if (isOwnHost(request.headers.host ?? '', own)) next()
    else response.status(421).type('text').send('This server answers to another name. See PUBLIC_URL.\n')
  }
}

/** Refuses what another site sends with our cookies; "null" is another site too. */
export function requireOwnOrigin(own: OwnOrigin): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    const isForeign =
      (origin !== undefined && !isOwnOrigin(origin, own, request.socket.localPort)) || site === 'cross-site'
    if (!isForeign) next()
    else
      response
        .status(403)
        .json({ errors: [{ message: 'Requests from other sites are refused.', extensions: { code: 'FORBIDDEN' } }] })
  }
}

/** Another port of this machine is another site, though cookies do not tell them apart. */
function isOwnOrigin(origin: string, own: OwnOrigin, listeningPort: number | undefined): boolean {
  if (origin === own.publicUrl) return true
  if (!own.allowsLoopbackNames || !URL.canParse(origin)) return false
  const { protocol, host, port } = new URL(origin)
  const isOurPort = [new URL(own.publicUrl).port, String(listeningPort)].includes(port)
  return isOurPort && protocol === new URL(own.publicUrl).protocol && isOwnHost(host, own)
}
