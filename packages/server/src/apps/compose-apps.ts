import { limits } from '@twinlock/shared/limits'
import type { Request, Response } from 'express'
import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import { logSince } from '../domain/log-retention.js'
import type { EventRelay } from '../events/event-relay.js'
import type { NetworkDocument } from '../networks/network.model.js'
import type { NetworkStore } from '../networks/network.store.js'
import { provedDomainsOf } from '../networks/proved-domain.js'
import type { Clock } from '../platform/clock/clock.js'
import { createOutboundFetch } from '../platform/http/outbound-fetch.js'
import type { Background } from '../platform/jobs/background.js'
import type { Logger } from '../platform/logging/logger.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { SessionService } from '../sessions/session.service.js'
import type { SigningKeysService } from '../signing-keys/signing-keys.service.js'
import { appModel } from './app.model.js'
import { AppStore } from './app.store.js'
import { type AppInputRules, isOwnHost } from './app-input.js'
import { AppsResolver } from './apps.resolver.js'
import { AppsService } from './apps.service.js'
import { AppEntryResolver } from './entry/app-entry.resolver.js'
import { AppEntryService } from './entry/app-entry.service.js'
import { entryRoute } from './entry/entry.route.js'
import { EntryRequests } from './entry/entry-requests.js'
import { gateRoute } from './gate/gate.route.js'
import { type GateDecision, GateService } from './gate/gate.service.js'
import { gateEntryModel } from './gate/gate-entry.model.js'
import { GateEntryStore } from './gate/gate-entry.store.js'
import { AppPeopleResolver } from './held/app-people.resolver.js'
import { appSessionModel } from './held/app-session.model.js'
import { AppSessionStore } from './held/app-session.store.js'
import { AppSessionsService } from './held/app-sessions.service.js'
import { appVisitModel } from './held/app-visit.model.js'
import { AppVisitStore } from './held/app-visit.store.js'
import { BackChannelLogoutService, type LogoutOutcome } from './held/back-channel-logout.service.js'
import { HeldResolver } from './held/held.resolver.js'
import { artifactId } from './oidc/adapter.js'
import { artifactModel } from './oidc/artifact.model.js'
import { ArtifactStore } from './oidc/artifact.store.js'
import { oidcRoute } from './oidc/oidc.route.js'
import { OidcProviderService } from './oidc/oidc-provider.service.js'
import { ViewerAppsResolver } from './viewer-apps.resolver.js'

export interface AppsDeps {
  connection: Connection
  environment: {
    publicUrl: string
    allowsPrivateTargets: boolean
    isWorker: boolean
    trustedProxies: readonly string[]
  }
  clock: Clock
  logger: Logger
  background: Background
  relay: EventRelay
  access: AccessService
  networkStore: NetworkStore
  sessions: SessionService
  signingKeys: SigningKeysService
  metrics: {
    countGateDecision: (decision: GateDecision) => void
    countLogout: (outcome: LogoutOutcome) => void
  }
}

/** Makes the room: the apps of networks, and how their members get to them. */
export function composeApps(deps: AppsDeps) {
  const { connection, environment, clock, logger, background, relay, access, sessions, signingKeys, metrics } = deps
  const { publicUrl, allowsPrivateTargets } = environment
  const store = new AppStore(appModel(connection))
  const heldStore = new AppSessionStore(appSessionModel(connection))
  const visits = new AppVisitStore(appVisitModel(connection))
  const artifacts = new ArtifactStore(artifactModel(connection))
  const entry = new AppEntryService(access, sessions, clock)
  const held = new AppSessionsService({
    store: heldStore,
    visits,
    apps: store,
    entry,
    revokeGrant: async (grantId) => {
      await artifacts.delete(artifactId('Grant', grantId))
      await artifacts.deleteFamily(grantId)
    },
    relay,
    background,
    clock,
    onLogoutDue: () => {
      if (environment.isWorker) background.run('back-channel logout', () => logouts.deliverDue())
    },
  })
  sessions.onEnded = (accountId) => background.run('app access verified', () => held.recheck(accountId))
  const rulesFor = (network: NetworkDocument): AppInputRules => ({
    allowsPrivate: allowsPrivateTargets,
    ownDomains: provedDomainsOf(network, clock.now()),
    assignedHosts: network.appHosts ?? [],
    ownHost: new URL(publicUrl).host,
  })
  const ownsHost = (network: NetworkDocument, host: string) => isOwnHost(host, rulesFor(network))
  const apps = new AppsService(store, relay, background, ({ _id }) => held.endOfApp(_id), ownsHost)
  const oidc = new OidcProviderService({
    apps: store,
    artifacts,
    held,
    entry,
    signingKeys,
    endSession: ({ session }) => sessions.end(session),
    outboundFetch: createOutboundFetch({ allowsPrivateTargets, timeoutMs: 5_000 }),
    background,
    logger,
    clock,
    publicUrl,
  })
  const count = metrics.countLogout
  const logouts = new BackChannelLogoutService({
    store: heldStore,
    apps: store,
    oidc,
    count,
    clock,
    logger,
    random: Math.random,
  })
  const gate = new GateService(
    store,
    new GateEntryStore(gateEntryModel(connection)),
    entry,
    held,
    sessions,
    ownsHost,
    metrics.countGateDecision,
    clock,
  )
  const requests = new EntryRequests(artifacts, store, gate, clock)
  const resolvers: object[] = [
    new AppsResolver(access, apps, held, rulesFor, clock),
    new ViewerAppsResolver(access, apps),
    new AppEntryResolver(requests, entry, visits),
    new HeldResolver(held),
    new AppPeopleResolver(heldStore, visits),
  ]
  return {
    resolvers,
    apps,
    held,
    logouts,
    /** Before the check of the Host header. */
    gateRoute: () => gateRoute({ gate, trustedProxies: environment.trustedProxies, publicUrl }),
    routes(contextOf: (request: Request, response: Response) => RequestContext) {
      oidc.contextOf = (request, response) => contextOf(request as Request, response as Response)
      return [oidcRoute(oidc, publicUrl), entryRoute({ requests, entry, visits, oidc, gate, contextOf, clock })]
    },
    jobs: [
      { name: 'verify app access', every: 1_000, run: () => held.verifyDue() },
      { name: 'tell apps of sign-outs', every: 1_000, run: () => logouts.deliverDue() },
    ],
    async sweep(now: Date) {
      await apps.sweep(now)
      await artifacts.sweep(now)
      await gate.sweep(now)
      await heldStore.sweep(new Date(now.getTime() - limits.app.rememberedFor))
      for (const { _id, logDays } of await deps.networkStore.withLogDays()) {
        const since = logSince(logDays, now)
        if (since) await visits.deleteOlder(_id, since)
      }
    },
  }
}
