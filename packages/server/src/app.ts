import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import { apiKeyGate } from './api-keys/api-key.gate.js'
import type { AppDeps } from './app-deps.js'
import { composeRooms } from './compose-rooms.js'
import type { Environment } from './environment.js'
import { createApi } from './graphql/api.route.js'
import { buildApiSchema } from './graphql/build-schema.js'
import { csvRoute } from './mandate/csv/csv.route.js'
import { metricsRoute } from './metrics/metrics.route.js'
import { allMigrations } from './operator/migrations/all-migrations.js'
import { devInboxRoute } from './outbox/dev-inbox.route.js'
import type { Channel } from './outbox/outbox.types.js'
import { clientAddressOf, forwardedHops } from './platform/http/client-address.js'
import { CookieJar } from './platform/http/cookie-jar.js'
import { deviceNameOf } from './platform/http/device-name.js'
import { healthRoute } from './platform/http/health.route.js'
import { httpErrors } from './platform/http/http-errors.js'
import { requireOwnHost, requireOwnOrigin } from './platform/http/own-origin.js'
import { Readiness } from './platform/http/readiness.js'
import { rememberLocale } from './platform/http/request-locale.js'
import { securityHeaders } from './platform/http/security-headers.js'
import { webAppRoute } from './platform/http/web-app.route.js'
import { createWorker, type Worker } from './platform/jobs/worker.js'
import { logReconnection } from './platform/mongo/log-reconnection.js'
import { Migrator } from './platform/mongo/migrations/migrator.js'
import { type KeyInHand, RequestContext } from './sessions/request-context.js'
import { jwksRoute } from './signing-keys/jwks.route.js'
import { backChannelLogoutRoute } from './sso/back-channel/back-channel-logout.route.js'
import { ssoRoute } from './sso/sign-in/sso.route.js'
import { webhookSchemaRoute } from './webhooks/webhook-schema.route.js'

export interface App {
  httpHandler: RequestListener
  /** `/healthz` and `/readyz` alone, for a worker that serves nobody. */
  healthHandler: RequestListener
  worker: Worker
  migrator: Migrator
  readiness: Readiness
  rooms: ReturnType<typeof composeRooms>
  /** Ends what is under way, the worker's too, then lets go of everything but the connection. */
  close(): Promise<void>
}

/** The composition root: from adapters to something that answers requests and does its jobs. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { environment, connection, logger } = deps
  logReconnection(connection, logger)
  const rooms = composeRooms(deps)
  const migrator = new Migrator(connection, allMigrations)
  const readiness = new Readiness(connection, migrator, logger)
  const schema = buildApiSchema(rooms.resolvers)
  const api = await createApi(schema, contextOf, { logger, isProduction: environment.isProduction })
  const own = {
    publicUrl: environment.publicUrl,
    allowsLoopbackNames: environment.isTryingOut && !environment.hasFixedPublicUrl,
  }

  function addressOf(request: express.Request): string {
    const { trustedProxies, trustedProxyHeader } = environment
    return clientAddressOf(
      request.socket.remoteAddress,
      forwardedHops(request.headers, trustedProxyHeader),
      trustedProxies,
    )
  }

  function contextOf(request: express.Request, response: express.Response): RequestContext {
    const origin = { address: addressOf(request), device: deviceNameOf(request.get('user-agent')) }
    const isSecure = environment.publicUrl.startsWith('https:')
    const cookies = new CookieJar(request.headers.cookie, isSecure, (cookie) => response.append('Set-Cookie', cookie))
    const meantFor = request.get('twinlock-account') || null
    const key = (response.locals.key as KeyInHand | undefined) ?? null
    return new RequestContext(origin, cookies, rooms.sessions, rooms.signInsInProgress, deps.clock, key, meantFor)
  }

  const http = express()
  http.disable('x-powered-by')
  http.set('etag', false)
  http.use(securityHeaders(environment.publicUrl, environment.hsts, environment.productLogo?.url ?? null))
  http.use(healthRoute(readiness))
  http.use(metricsRoute(rooms.metrics, environment.metricsToken, environment.isTryingOut))
  http.use(rooms.apps.gateRoute())
  const captured = capturedChannels(environment)
  // Where nothing is captured there is no inbox, whatever the host is called; where there is, other sites must not read it.
  if (captured.length === 0) http.get('/dev/inbox.json', (_request, response) => void response.sendStatus(404))
  http.use(requireOwnHost(own))
  http.use(readiness.gate())
  http.use(devInboxRoute(rooms.captured, captured))
  http.use(rememberLocale)
  http.use('/graphql', requireOwnOrigin(own))
  http.use('/graphql', apiKeyGate(rooms.apiKeys.keyCallers, rooms.apiKeys.keyRates, deps.clock, addressOf, logger))
  http.use(api.router)
  http.use(webhookSchemaRoute())
  http.use(jwksRoute(rooms.signingKeys))
  http.use(csvRoute(contextOf, rooms.mandate.csv))
  http.use(ssoRoute({ ...rooms.sso.route, contextOf }))
  http.use(backChannelLogoutRoute(rooms.sso.logouts))
  for (const route of rooms.apps.routes(contextOf)) http.use(route)
  http.use(webAppRoute(deps.webDir, { name: environment.productName, logo: environment.productLogo }))
  http.use(httpErrors(logger))

  const worker = createWorker(rooms.jobs, logger)
  return {
    httpHandler: http,
    healthHandler: express().disable('x-powered-by').use(healthRoute(readiness)),
    worker,
    migrator,
    readiness,
    rooms,
    async close() {
      rooms.stopLongWork()
      await worker.stop()
      await api.stop()
      await rooms.background.settled()
      await rooms.outbox.close()
      await rooms.webhooks.delivery.settled()
    },
  }
}

/** Longer than the proxies in front keep theirs (nginx 60 s, Traefik 90, Caddy 120): one that we close is a 502 there. */
const KEEP_ALIVE_MS = 125_000

export function listen(handler: RequestListener, port: number, host: string) {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, handler)
  return new Promise<typeof server>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

/** What the inbox of whoever tries it out shows. */
function capturedChannels({ isTryingOut, smtpUrl, sms }: Environment): Channel[] {
  if (!isTryingOut) return []
  return [...(smtpUrl ? [] : (['email'] as const)), ...(sms.kind === 'capture' ? (['sms'] as const) : [])]
}
