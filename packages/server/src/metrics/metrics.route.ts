import { Router } from 'express'
import { isSameText } from '../platform/crypto/tokens.js'
import type { MetricsService } from './metrics.service.js'

/**
 * `GET /metrics` for Prometheus: to whoever holds the token; without one configured, to this machine alone.
 * @param token what "Authorization: Bearer …" must carry
 */
export function metricsRoute(metrics: MetricsService, token: string | null): Router {
  const router = Router()
  router.get('/metrics', async (request, response) => {
    const isLocal =
      /^(::1|127\.|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for']
    const given = request.get('authorization')?.replace(/^Bearer /, '') ?? ''
    if (token ? isSameText(given, token) : isLocal) response.type(metrics.contentType).send(await metrics.text())
    else response.sendStatus(404)
  })
  return router
}
