import { Router } from 'express'
import { isSameText } from '../platform/crypto/tokens.js'
import { isLoopbackHost } from '../platform/http/addresses.js'
import type { MetricsService } from './metrics.service.js'

const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip']

/**
 * `GET /metrics` for Prometheus, to a scraper with the token. Without a token only while trying out, and only to this
 * machine by one of its own names: elsewhere a proxy on the same machine, which also calls from loopback and may well
 * pass `Host: 127.0.0.1`, would hand it to everyone.
 * @param token what "Authorization: Bearer …" must carry
 */
export function metricsRoute(metrics: MetricsService, token: string | null, isTryingOut: boolean): Router {
  const router = Router()
  router.get('/metrics', async (request, response) => {
    const isLocal =
      isTryingOut &&
      /^(::1$|127\.|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') &&
      isLoopbackHost(request.hostname) &&
      !PROXY_HEADERS.some((name) => request.headers[name] !== undefined)
    const given = request.get('authorization')?.replace(/^Bearer /, '') ?? ''
    if (token ? isSameText(given, token) : isLocal) response.type(metrics.contentType).send(await metrics.text())
    else response.sendStatus(404)
  })
  return router
}
