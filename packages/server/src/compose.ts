import 'reflect-metadata'
import { ProfileStore } from './accounts/profile.store.js'
import type { AppDeps } from './app-deps.js'
import { AppChecksService } from './apps/sessions/app-checks.service.js'
import { ErasedAccessService } from './apps/sessions/erased-access.service.js'
import { collections } from './collections.js'
import { Environment } from './environment.js'
import { eventHandlers } from './event-handlers.js'
import { EventHandlers } from './events/consequences.js'
import { BeforeErasure } from './life/erasure/account-erasure.service.js'
import { CoverageService } from './mandate/coverage/coverage.service.js'
import { JoinedNetworksService } from './memberships/joined-networks.service.js'
import { Gauges } from './metrics/metrics.service.js'
import { createRenderStored } from './notifications/render-message.js'
import { CapturedMessagesStore } from './outbox/captured-messages.store.js'
import { Outbox } from './outbox/outbox.service.js'
import { createMailer, createSmsSender } from './outbox/senders.js'
import { Clock } from './platform/clock/clock.js'
import { createContainer, type Get } from './platform/container.js'
import { KeyRing } from './platform/crypto/key-ring.js'
import { PasswordHasher } from './platform/crypto/password-hasher.js'
import { SealedSources } from './platform/crypto/re-seal.js'
import { OutboundPolicy, resolveByDns } from './platform/http/outbound-request.js'
import { Background } from './platform/jobs/background.js'
import { GatherMs } from './platform/jobs/gathering.js'
import { Jobs } from './platform/jobs/jobs.js'
import { Logger } from './platform/logging/logger.js'
import { Database } from './platform/mongo/database.js'
import { UndeliveredWarningService } from './recovery/undelivered-warning.service.js'
import { AfterSessionsEnded, NetworksOpenedBy } from './sessions/session.service.js'
import { SigningKeysService } from './signing-keys/signing-keys.service.js'
import { storedSecrets } from './sso/connections/client-secret.js'
import { SsoConnectionStore } from './sso/connections/sso-connection.store.js'
import { ResolveTxt } from './sso/domains/txt-lookup.js'
import { SealedSecretsService } from './two-factor/sealed-secrets/sealed-secrets.service.js'
import { NetworksOfAccount } from './webhooks/webhook-fan-out.service.js'
import { WebhooksService } from './webhooks/webhooks.service.js'

/** Binds what is no class: what reaches outside of the server, and what a lower floor asks of a higher one. */
export function compose(deps: AppDeps): Get {
  const { environment, connection, clock, keyRing, logger, resolveTxt, gatherMs } = deps
  const { container, get } = createContainer()
  for (const collection of collections) collection.on(connection)
  const values = [
    [Environment, environment],
    [Database, connection],
    [Clock, clock],
    [KeyRing, keyRing],
    [Logger, logger],
    [OutboundPolicy, { allowsPrivate: environment.allowsPrivateTargets, resolve: resolveByDns }],
    ...(resolveTxt ? [[ResolveTxt, resolveTxt] as const] : []),
    ...(gatherMs === undefined ? [] : [[GatherMs, gatherMs] as const]),
  ] as const
  for (const [provide, useValue] of values) container.bind<unknown>({ provide, useValue })

  container.bind({ provide: Outbox, useFactory: () => createOutbox(get) })
  container.bind({ provide: EventHandlers, useFactory: () => eventHandlers(get) })
  container.bind({
    provide: Gauges,
    useValue: {
      outboxDepth: () => get(Outbox).depth(),
      hashQueue: () => get(PasswordHasher).depth(),
      coverage: () => get(CoverageService).everywhere(),
    },
  })
  container.bind({
    provide: AfterSessionsEnded,
    useValue: (accountId) => get(AppChecksService).recheck(accountId),
  })
  container.bind({
    provide: NetworksOpenedBy,
    useValue: async (account, evidence, before) => {
      const joinedNetworks = get(JoinedNetworksService)
      if (before) return joinedNetworks.newlyOpenedBy(account, evidence, before)
      return joinedNetworks.openedBy(account, await joinedNetworks.of(account), evidence)
    },
  })
  container.bind({ provide: BeforeErasure, useValue: (whose) => get(ErasedAccessService).end(whose) })
  container.bind({
    provide: NetworksOfAccount,
    useValue: async (accountId) => (await get(ProfileStore).byId(accountId))?.networkIds ?? [],
  })
  container.bind({
    provide: SealedSources,
    useValue: [
      () => get(SealedSecretsService).envelopes(),
      () => get(Outbox).envelopes(),
      () => get(WebhooksService).envelopes(),
      () => get(SigningKeysService).envelopes(),
      () => storedSecrets(get(SsoConnectionStore)),
    ],
  })
  return get
}

function createOutbox(get: Get): Outbox {
  const environment = get(Environment)
  const clock = get(Clock)
  const captured = get(CapturedMessagesStore)
  return new Outbox({
    connection: get(Database),
    keyRing: get(KeyRing),
    clock,
    logger: get(Logger),
    mailer: createMailer(environment, captured, clock),
    smsSender: createSmsSender(environment, captured, clock),
    render: createRenderStored({
      publicUrl: new URL(environment.publicUrl),
      product: environment.productName,
      logo: environment.productLogo?.url ?? null,
    }),
    readersOf: (emailKeys) => get(ProfileStore).readersOf(emailKeys),
    random: Math.random,
    onPut: () => get(Jobs).runSoon('deliver messages'),
    onAbandoned: (message) =>
      get(Background).run('message abandoned', () => get(UndeliveredWarningService).follow(message)),
  })
}
