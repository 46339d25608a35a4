import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import { AccessService } from './access/access.service.js'
import { apiKeyGate } from './api-keys/api-key.gate.js'
import { KeyCallerService } from './api-keys/key-caller.service.js'
import type { AppDeps } from './app-deps.js'
import { AppEntryService } from './apps/entry/app-entry.service.js'
import { entryRoute } from './apps/entry/entry.route.js'
import { EntryLimitService } from './apps/entry/entry-limit.service.js'
import { EntryRequests } from './apps/entry/entry-requests.js'
import { gateRoute } from './apps/gate/gate.route.js'
import { GateService } from './apps/gate/gate.service.js'
import { oidcRoute } from './apps/oidc/oidc.route.js'
import { OidcProviderService } from './apps/oidc/oidc-provider.service.js'
import { AppVisitStore } from './apps/sessions/app-visit.store.js'
import { AuditStore } from './audit/audit.store.js'
import { compose } from './compose.js'
import type { Environment } from './environment.js'
import { createApi } from './graphql/api.route.js'
import { buildApiSchema } from './graphql/build-schema.js'
import { jobsOf, stopLongJobs } from './jobs.js'
import { csvRoute } from './mandate/csv/csv.route.js'
import { MemberListingStore } from './mandate/members/member-listing.store.js'
import { metricsRoute } from './metrics/metrics.route.js'
import { MetricsService } from './metrics/metrics.service.js'
import { allMigrations } from './operator/migrations/all-migrations.js'
import { CapturedMessagesStore } from './outbox/captured-messages.store.js'
import { devInboxRoute } from './outbox/dev-inbox.route.js'
import { Outbox } from './outbox/outbox.service.js'
import type { Channel } from './outbox/outbox.types.js'
import type { Get } from './platform/container.js'
import { clientAddressOf, forwardedHops } from './platform/http/addresses.js'
import { CookieJar } from './platform/http/cookie-jar.js'
import { deviceNameOf } from './platform/http/device-name.js'
import { httpErrors } from './platform/http/http-errors.js'
import { requireOwnHost, requireOwnOrigin } from './platform/http/own-origin.js'
import { healthRoute, Readiness } from './platform/http/readiness.js'
import { rememberLocale } from './platform/http/request-locale.js'
import { securityHeaders } from './platform/http/security-headers.js'
import { webAppRoute } from './platform/http/web-app.route.js'
import { Background } from './platform/jobs/background.js'
import { type Job, Jobs } from './platform/jobs/jobs.js'
import { createWorker, type Worker } from './platform/jobs/worker.js'
import { FixedWindowStore } from './platform/mongo/fixed-window.store.js'
import { Migrator } from './platform/mongo/migrations/migrator.js'
import { logReconnection } from './platform/mongo/mongo-connection.js'
import { resolvers } from './resolvers.js'
import { RequestContext, type RequestKey } from './sessions/request-context.js'
import { SessionService } from './sessions/session.service.js'
import { SignInProgressService } from './sessions/sign-in-progress.service.js'
import { jwksRoute } from './signing-keys/jwks.route.js'
import { SigningKeysService } from './signing-keys/signing-keys.service.js'
import { backChannelLogoutRoute } from './sso/back-channel/back-channel-logout.route.js'
import { BackChannelLogoutService } from './sso/back-channel/back-channel-logout.service.js'
import { ConnectionHealthService } from './sso/connections/connection-health.service.js'
import { ssoRoute } from './sso/sign-in/sso.route.js'
import { SsoFinishService } from './sso/sign-in/sso-finish.service.js'
import { SsoStartService } from './sso/sign-in/sso-start.service.js'
import { WebhookDeliveryService } from './webhooks/webhook-delivery.service.js'
import { webhookSchemaRoute } from './webhooks/webhook-schema.route.js'

export interface App {
  httpHandler: RequestListener
  /** `/healthz` and `/readyz` alone, for a worker that serves nobody. */
  healthHandler: RequestListener
  worker: Worker
  migrator: Migrator
  readiness: Readiness
  jobs: readonly Job[]
  /** Ends what takes minutes after the part it has begun. */
  stopLongWork(): void
  /** Any part of the server, by its class. */
  get: Get
  /** Ends what is under way, the worker's too, then lets go of everything but the connection. */
  close(): Promise<void>
}

/** The composition root: from adapters to something that answers requests and does its jobs. */
export async function createApp(deps: AppDeps): Promise<App> {
  const { environment, connection, logger } = deps
  const { publicUrl } = environment
  logReconnection(connection, logger)
  const get = compose(deps)
  const migrator = new Migrator(connection, allMigrations)
  const readiness = new Readiness(connection, migrator, logger)
  const schema = buildApiSchema(resolvers, get)
  const api = await createApi(schema, contextOf, { logger, isProduction: environment.isProduction })
  const own = {
    publicUrl,
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
    const isSecure = publicUrl.startsWith('https:')
    const cookies = new CookieJar(request.headers.cookie, isSecure, (cookie) => response.append('Set-Cookie', cookie))
    const meantFor = request.get('twinlock-account') || null
    const key = (response.locals.key as RequestKey | undefined) ?? null
    return new RequestContext(
      origin,
      cookies,
      get(SessionService),
      get(SignInProgressService),
      deps.clock,
      key,
      meantFor,
    )
  }

  const http = express()
  http.disable('x-powered-by')
  http.set('etag', false)
  http.use(securityHeaders(publicUrl, environment.hsts, environment.productLogo?.url ?? null))
  http.use(healthRoute(readiness))
  const metrics = get(MetricsService)
  const { trustedProxies } = environment
  http.use(metricsRoute(metrics, environment.metricsToken, environment.isTryingOut))
  http.use(
    gateRoute({ gate: get(GateService), limit: get(EntryLimitService), metrics, addressOf, trustedProxies, publicUrl }),
  )
  const captured = capturedChannels(environment)
  // Where nothing is captured there is no inbox, whatever the host is called; where there is, other sites must not read it.
  if (captured.length === 0) http.get('/dev/inbox.json', (_request, response) => void response.sendStatus(404))
  http.use(requireOwnHost(own))
  http.use(readiness.gate())
  http.use(devInboxRoute(get(CapturedMessagesStore), captured))
  http.use(rememberLocale)
  http.use('/graphql', requireOwnOrigin(own))
  http.use('/graphql', apiKeyGate(get(KeyCallerService), get(FixedWindowStore), deps.clock, addressOf, logger))
  http.use(api.router)
  http.use(webhookSchemaRoute())
  http.use(jwksRoute(get(SigningKeysService)))
  http.use(
    csvRoute(contextOf, {
      access: get(AccessService),
      members: get(MemberListingStore),
      audit: get(AuditStore),
      clock: deps.clock,
      product: environment.productName,
    }),
  )
  const [start, finish, health] = [get(SsoStartService), get(SsoFinishService), get(ConnectionHealthService)]
  http.use(ssoRoute({ start, finish, health, logger, publicUrl, contextOf }))
  http.use(backChannelLogoutRoute(get(BackChannelLogoutService)))
  const oidc = get(OidcProviderService)
  oidc.contextOf = (request, response) => contextOf(request as express.Request, response as express.Response)
  http.use(oidcRoute(oidc, publicUrl))
  http.use(
    entryRoute({
      requests: get(EntryRequests),
      entry: get(AppEntryService),
      visits: get(AppVisitStore),
      gate: get(GateService),
      oidc,
      contextOf,
      clock: deps.clock,
    }),
  )
  http.use(webAppRoute(deps.webDir, { name: environment.productName, logo: environment.productLogo }))
  http.use(httpErrors(logger))

  const stopping = new AbortController()
  const jobs = jobsOf(get, stopping.signal)
  if (environment.isWorker) get(Jobs).list = jobs
  const stopLongWork = () => {
    stopping.abort()
    stopLongJobs(get)
  }
  const worker = createWorker(jobs, logger)
  return {
    httpHandler: http,
    healthHandler: express().disable('x-powered-by').use(healthRoute(readiness)),
    worker,
    migrator,
    readiness,
    jobs,
    get,
    stopLongWork,
    async close() {
      stopLongWork()
      await worker.stop()
      await api.stop()
      await get(Background).settled()
      await get(Outbox).close()
      await get(WebhookDeliveryService).settled()
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

/** What the inbox of a server that is tried out shows. */
function capturedChannels({ isTryingOut, smtpUrl, sms }: Environment): Channel[] {
  if (!isTryingOut) return []
  return [...(smtpUrl ? [] : (['email'] as const)), ...(sms.kind === 'capture' ? (['sms'] as const) : [])]
}
