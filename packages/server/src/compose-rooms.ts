import { emailKeyOf } from '@twinlock/shared/email-address'
import type { Locale } from '@twinlock/shared/locales'
import DataLoader from 'dataloader'
import 'reflect-metadata'
import { AccessService } from './access/access.service.js'
import { NetworkResolver } from './access/network.resolver.js'
import { accountModel } from './accounts/account.model.js'
import { ProfileStore } from './accounts/profile.store.js'
import { composeApiKeys } from './api-keys/compose-api-keys.js'
import type { AppDeps } from './app-deps.js'
import { composeApps } from './apps/compose-apps.js'
import { AuditStore } from './audit/audit.store.js'
import { auditEventModel } from './audit/audit-event.model.js'
import { type EventHandler, oneByOne } from './events/event-handler.js'
import { EventRelay } from './events/event-relay.js'
import { EventRetries } from './events/event-retries.js'
import { CapabilitiesResolver } from './graphql/capabilities.resolver.js'
import { Capabilities } from './graphql/capabilities.types.js'
import { AdminNoticesService } from './integrations/admin-notices.service.js'
import { composeIntegrations } from './integrations/compose-integrations.js'
import { composeLife } from './life/compose-life.js'
import { composeMandate } from './mandate/compose-mandate.js'
import { CopiesService } from './memberships/copies.service.js'
import { DoorsService } from './memberships/doors.service.js'
import { ListingKeysStore } from './memberships/listing-keys.store.js'
import { membershipModel } from './memberships/membership.model.js'
import { MembershipStore } from './memberships/membership.store.js'
import { MembershipsResolver } from './memberships/memberships.resolver.js'
import { MetricsService } from './metrics/metrics.service.js'
import { networkModel } from './networks/network.model.js'
import { NetworkStore } from './networks/network.store.js'
import { noticesFor } from './notifications/notices-for.js'
import { OperatorAlarmsService } from './notifications/operator-alarms.service.js'
import { createRenderStored } from './notifications/render-message.js'
import { KeyCanaryService } from './operator/key-canary.service.js'
import { KeyCanaryStore } from './operator/key-canary.store.js'
import { OperatorService } from './operator/operator.service.js'
import { OperatorStore } from './operator/operator.store.js'
import { OperatorAccountsService } from './operator/operator-accounts.service.js'
import { OperatorNetworksService } from './operator/operator-networks.service.js'
import { CapturedMessagesStore } from './outbox/captured-messages.store.js'
import { Outbox } from './outbox/outbox.service.js'
import { createMailer, createSmsSender } from './outbox/senders.js'
import { composePeople } from './people/compose-people.js'
import { createPasswordHasher } from './platform/crypto/password-hasher.js'
import { Background } from './platform/jobs/background.js'
import { OneRun } from './platform/jobs/one-run.js'
import { tidyUp } from './platform/jobs/tidy-up.js'
import type { Job } from './platform/jobs/worker.js'
import { compareClocks } from './platform/mongo/compare-clocks.js'
import { SlidingLimitStore } from './platform/mongo/sliding-limit.store.js'
import { composeProfile } from './profile/compose-profile.js'
import { composeRecovery } from './recovery/compose-recovery.js'
import { sessionModel, signInModel } from './sessions/session.model.js'
import { SessionService } from './sessions/session.service.js'
import { SessionStore } from './sessions/session.store.js'
import { SessionsResolver } from './sessions/sessions.resolver.js'
import { SignInStore } from './sessions/sign-in.store.js'
import { SignInProgressService } from './sessions/sign-in-progress.service.js'
import { trustedDeviceModel } from './sessions/trusted-device.model.js'
import { TrustedDeviceService } from './sessions/trusted-device.service.js'
import { TrustedDeviceStore } from './sessions/trusted-device.store.js'
import { UnfinishedSignInsService } from './sessions/unfinished-sign-ins.service.js'
import { composeSignIn } from './sign-in/compose-sign-in.js'
import { signingKeyModel } from './signing-keys/signing-key.model.js'
import { SigningKeyStore } from './signing-keys/signing-key.store.js'
import { SigningKeysService } from './signing-keys/signing-keys.service.js'
import { composeSso } from './sso/compose-sso.js'
import { composeTwoFactor } from './two-factor/compose-two-factor.js'
import { composeVerification } from './verification/compose-verification.js'
import { composeWebhookFanOut, composeWebhooks } from './webhooks/compose-webhooks.js'

const signUpPolicyNames = { open: 'OPEN', invitation: 'INVITATION', domains: 'DOMAINS' } as const

/** Makes every room from the floor up: stores, then services, then resolvers and jobs. */
export function composeRooms({ environment, connection, clock, keyRing, logger, resolveTxt, relayGatherMs }: AppDeps) {
  const background = new Background(logger)
  const hasher = createPasswordHasher()
  const acts = new SlidingLimitStore(connection)
  const captured = new CapturedMessagesStore(connection)
  const accounts = accountModel(connection)
  const profiles = new ProfileStore(accounts)
  // Messages of one batch are rendered side by side: one command finds the languages of all their recipients.
  const recipientLocales = new DataLoader<string, Locale | undefined>(
    async (emailKeys) => {
      const found = await profiles.localesOf(emailKeys)
      return emailKeys.map((key) => found.get(key))
    },
    { cache: false },
  )
  const outbox: Outbox = new Outbox({
    connection,
    keyRing,
    clock,
    logger,
    mailer: createMailer(environment, captured, clock),
    smsSender: createSmsSender(environment, captured, clock),
    render: createRenderStored({
      publicUrl: new URL(environment.publicUrl),
      product: environment.productName,
      logo: environment.productLogo?.url ?? null,
      localeOf: (email) => recipientLocales.load(emailKeyOf(email) ?? email),
    }),
    random: Math.random,
    onPut: () => {
      if (environment.isWorker) background.run('delivery', () => delivery.run(), true)
    },
    onAbandoned: (message) => background.run('message given up', () => recovery.undeliveredWarnings.follow(message)),
  })

  const stopping = new AbortController()
  const delivery = new OneRun(() => outbox.deliverDue({ signal: stopping.signal }))

  const metrics = new MetricsService({
    outboxDepth: () => outbox.depth(),
    hashQueue: () => hasher.depth(),
    coverage: () => mandate.coverage.everywhere(),
  })

  const alarms = new OperatorAlarmsService(
    outbox,
    logger,
    (kind) => metrics.countAlarm(kind),
    environment.operatorEmail,
  )

  const signingKeys = new SigningKeysService(new SigningKeyStore(signingKeyModel(connection)), keyRing, clock)
  const networks = networkModel(connection)
  const memberships = membershipModel(connection)
  const sessionDocuments = sessionModel(connection)
  const audit = new AuditStore(auditEventModel(connection))
  const membershipStore = new MembershipStore(memberships)
  const networkStore = new NetworkStore(networks)
  const copies = new CopiesService(membershipStore, new ListingKeysStore(memberships), profiles, clock)
  const adminNotices = new AdminNoticesService(networkStore, membershipStore, outbox)
  const fanOut = composeWebhookFanOut(
    connection,
    async (accountId) => (await profiles.byId(accountId))?.networkIds ?? [],
    () => {
      if (environment.isWorker) background.run('webhook delivery', () => webhooks.delivery.deliverDue(), true)
    },
  )
  const handlers: EventHandler[] = [
    { name: 'copies', handle: (events) => copies.follow(events) },
    oneByOne('metrics', async (event) => metrics.follow(event)),
    { name: 'audit', handle: (events) => audit.append(events, clock.now()) },
    { name: 'notices', handle: (events) => outbox.put(events.flatMap(noticesFor)) },
    oneByOne('mandate', (event) => mandate.follower.follow(event)),
    oneByOne('sso notices', (event) => sso.notices.follow(event)),
    { name: 'webhooks', handle: (events) => fanOut.follow(events) },
    oneByOne('admin notices', (event) => adminNotices.follow(event)),
    oneByOne('recovery notices', (event) => recovery.notices.follow(event)),
    oneByOne('apps', (event) => apps.held.follow(event)),
    oneByOne('life notices', (event) => life.notices.follow(event)),
  ]
  const eventRetries = new EventRetries(connection, handlers, clock, logger)
  const relay = new EventRelay(connection, handlers, eventRetries, logger, relayGatherMs)

  const sessionStore = new SessionStore(sessionDocuments)
  const signInStore = new SignInStore(signInModel(connection))
  const deviceStore = new TrustedDeviceStore(trustedDeviceModel(connection))
  const sessions = new SessionService(sessionStore, signInStore, profiles, relay, background, clock)
  const unfinishedSignIns = new UnfinishedSignInsService(signInStore, profiles, relay, clock)
  const signInsInProgress = new SignInProgressService(signInStore, profiles, sessions, clock)
  const devices = new TrustedDeviceService(deviceStore, relay, background, clock)
  const doors = new DoorsService(membershipStore, clock)
  const access = new AccessService(networkStore, membershipStore, doors, clock)
  const ground = { connection, environment, clock, keyRing, logger, background, relay, outbox, acts }
  const profile = composeProfile({ ...ground, hasher, audit, profiles, sessions, devices, doors })
  const { passwords } = profile
  const people = {
    accounts,
    profiles,
    sessions,
    sessionStore,
    signInsInProgress,
    signInStore,
    unfinishedSignIns,
    devices,
    doors,
    passwords,
  }
  const peopleRoom = composePeople({ ...ground, profiles, networkStore, membershipStore, copies, doors, access })
  const twoFactor = composeTwoFactor({
    ...ground,
    ...people,
    membershipStore,
    alarms,
    countText: (country) => metrics.countText(country),
  })
  const signIn = composeSignIn({ ...ground, ...people, twoFactor })
  const { joining, departures } = peopleRoom
  const sso = composeSso({
    ...ground,
    ...people,
    networkStore,
    membershipStore,
    copies,
    access,
    joining,
    departures,
    resolveTxt,
  })
  const mandate = composeMandate({ ...ground, audit, profiles, networkStore, doors, access })
  const webhooks = composeWebhooks(ground)
  const integrations = composeIntegrations({ ...ground, access, membershipStore, webhooks: webhooks.webhooks })
  const apiKeys = composeApiKeys({ ...ground, ...people, networkStore, membershipStore, access })
  const verification = composeVerification({
    ...ground,
    signingKeys,
    profiles,
    membershipStore,
    access,
    twoFactor,
    apiKeys: apiKeys.apiKeys,
  })

  const apps = composeApps({ ...ground, access, networkStore, sessions, signingKeys, metrics })

  const life = composeLife({
    ...ground,
    ...people,
    hasher,
    secondStep: twoFactor.secondStep,
    access,
    networkStore,
    membershipStore,
    departures,
  })
  const recovery = composeRecovery({
    ...ground,
    audit,
    profiles,
    networkStore,
    membershipStore,
    doors,
    access,
    twoFactor,
  })

  const envelopes = [
    () => twoFactor.sealedSecrets.envelopes(),
    () => outbox.envelopes(),
    () => webhooks.webhooks.envelopes(),
    () => signingKeys.envelopes(),
    () => sso.envelopes(),
  ]
  const operatorStore = new OperatorStore(accounts, networks, memberships)
  const operator = new OperatorService(
    operatorStore,
    profiles,
    sessionStore,
    signInStore,
    keyRing,
    envelopes,
    outbox,
    relay,
    clock,
    (accountId) => apps.held.recheck(accountId),
  )

  const capabilities = Capabilities.of({
    smsAvailable: environment.sms.kind !== 'none',
    smsCountries: environment.smsCountries,
    devInbox: environment.isTryingOut && (!environment.smtpUrl || environment.sms.kind === 'capture'),
    demo: environment.isDemo,
    productName: environment.productName,
    productLogo: environment.productLogo?.url ?? null,
    signUp: signUpPolicyNames[environment.signUp.kind],
    signUpDomains: environment.signUp.kind === 'domains' ? environment.signUp.domains : [],
    networkCreation: environment.networkCreation === 'open' ? 'OPEN' : 'OPERATOR',
  })
  const resolvers: object[] = [
    new CapabilitiesResolver(capabilities),
    new SessionsResolver(sessionStore, sessions, signInsInProgress, clock),
    new MembershipsResolver(doors),
    new NetworkResolver(access),
    ...profile.resolvers,
    ...peopleRoom.resolvers,
    ...sso.resolvers,
    ...twoFactor.resolvers,
    ...signIn.resolvers,
    ...apiKeys.resolvers,
    ...integrations.resolvers,
    ...verification.resolvers,
    ...apps.resolvers,
    ...recovery.resolvers,
    ...life.resolvers,
    ...mandate.resolvers,
  ]

  const jobs: Job[] = [
    ...peopleRoom.jobs,
    ...sso.jobs,
    ...mandate.jobs,
    ...life.jobs,
    { name: 'tell of unfinished sign-ins', every: 30_000, run: () => unfinishedSignIns.tellDue() },
    { name: 'pass on events', every: 10_000, run: () => relay.relayLeftovers() },
    { name: 'retry event handlers', every: 5_000, run: () => eventRetries.retryDue(stopping.signal) },
    { name: 'compare clocks', every: 60_000, run: () => compareClocks(connection, clock, logger) },
    { name: 'deliver messages', every: 1_000, run: () => delivery.run() },
    ...verification.jobs,
    ...apps.jobs,
    { name: 'deliver webhooks', every: 1_000, run: () => webhooks.delivery.deliverDue() },
    tidyUp(
      [
        () => outbox.sweep(),
        () => mandate.sweep(),
        () => sessionStore.sweep(clock.now()),
        () => signInStore.sweep(clock.now()),
        () => profile.sweep(),
        () => signIn.sweep(),
        () => acts.sweep(clock.now()),
        () => apiKeys.keyRates.sweep(clock.now()),
        () => webhooks.sweep(clock.now()),
        () => verification.sweep(clock.now()),
        () => sso.sweep(),
        () => apps.sweep(clock.now()),
        () => signingKeys.sweep(clock.now()),
        () => devices.sweep(),
        () => life.sweep(),
      ],
      logger,
    ),
  ]
  return {
    life,
    operator,
    keyCanary: new KeyCanaryService(new KeyCanaryStore(connection), keyRing, envelopes),
    sso,
    networks: new OperatorNetworksService(peopleRoom.networks, profiles, networkStore, operatorStore),
    accounts: new OperatorAccountsService(operatorStore, profiles, networkStore, clock),
    metrics,
    publicUrl: environment.publicUrl,
    resolvers,
    jobs,
    background,
    outbox,
    captured,
    sessions,
    signInsInProgress,
    sessionStore,
    signInStore,
    profiles,
    networkStore,
    apiKeys,
    webhooks,
    signingKeys,
    verification,
    apps,
    mandate,
    hasher,
    relay,
    eventRetries,
    /** What goes on for minutes ends after what it has begun; another worker takes up the rest. */
    stopLongWork() {
      stopping.abort()
      mandate.runner.stop()
      webhooks.delivery.stop()
      apps.logouts.stop()
    },
  }
}
