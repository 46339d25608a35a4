import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { EventRelay } from '../events/event-relay.js'
import type { CopiesService } from '../memberships/copies.service.js'
import type { DoorsService } from '../memberships/doors.service.js'
import { invitationModel } from '../memberships/invitation.model.js'
import { InvitationStore } from '../memberships/invitation.store.js'
import { membershipModel } from '../memberships/membership.model.js'
import type { MembershipStore } from '../memberships/membership.store.js'
import { networkModel } from '../networks/network.model.js'
import type { NetworkStore } from '../networks/network.store.js'
import type { Outbox } from '../outbox/outbox.service.js'
import type { JoiningService } from '../people/invitations/joining.service.js'
import type { DeparturesService } from '../people/members/departures.service.js'
import type { Clock } from '../platform/clock/clock.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import { createOutboundFetch } from '../platform/http/outbound-fetch.js'
import type { Background } from '../platform/jobs/background.js'
import type { Job } from '../platform/jobs/worker.js'
import type { Logger } from '../platform/logging/logger.js'
import type { SlidingLimitStore } from '../platform/mongo/sliding-limit.store.js'
import type { SessionService } from '../sessions/session.service.js'
import type { SessionStore } from '../sessions/session.store.js'
import type { SignInProgressService } from '../sessions/sign-in-progress.service.js'
import { BackChannelLogoutService } from './back-channel/back-channel-logout.service.js'
import { LogoutTokenService } from './back-channel/logout-token.service.js'
import { storedSecrets } from './connections/client-secret.js'
import { ConnectionHealthService } from './connections/connection-health.service.js'
import { ConnectionsResolver } from './connections/connections.resolver.js'
import { ConnectionsService } from './connections/connections.service.js'
import { SsoConnectionStore } from './connections/sso-connection.store.js'
import { SsoDomainStore } from './domains/sso-domain.store.js'
import { SsoDomainsResolver } from './domains/sso-domains.resolver.js'
import { SsoDomainsService } from './domains/sso-domains.service.js'
import { type ResolveTxt, resolveTxtByDns } from './domains/txt-lookup.js'
import { CompanySignInService } from './find/company-sign-in.service.js'
import { identityModel } from './members/identity.model.js'
import { IdentityStore } from './members/identity.store.js'
import { OwnerEntryService } from './members/owner-entry.service.js'
import { SsoMemberStore } from './members/sso-member.store.js'
import { SsoMembersResolver } from './members/sso-members.resolver.js'
import { SsoMembersService } from './members/sso-members.service.js'
import { NetworkSsoPartsResolver, NetworkSsoResolver } from './network-sso.resolver.js'
import { SsoNoticesService } from './notices/sso-notices.service.js'
import { ProviderClientService } from './provider/provider-client.service.js'
import { ProviderMetadataService } from './provider/provider-metadata.service.js'
import { RequirementsResolver } from './requirements/requirements.resolver.js'
import { RequirementsService } from './requirements/requirements.service.js'
import { AdmissionService } from './sign-in/admission.service.js'
import { ArrivalsService } from './sign-in/arrivals.service.js'
import { CompanySignInResolver } from './sign-in/company-sign-in.resolver.js'
import { IdTokensService } from './sign-in/id-tokens.service.js'
import { JoinsService } from './sign-in/joins.service.js'
import { keptAnswerModel } from './sign-in/kept-answer.model.js'
import { KeptAnswerStore } from './sign-in/kept-answer.store.js'
import { SsoFinishService } from './sign-in/sso-finish.service.js'
import { ssoRequestModel } from './sign-in/sso-request.model.js'
import { SsoRequestStore } from './sign-in/sso-request.store.js'
import { SsoSessionsService } from './sign-in/sso-sessions.service.js'
import { SsoStartService } from './sign-in/sso-start.service.js'
import { TrialsService } from './sign-in/trials.service.js'
import { ViewerSignInResolver } from './sign-in/viewer-sign-in.resolver.js'
import { SsoAddresses } from './sso-addresses.js'
import { SsoEntry } from './sso-entry.js'

export interface SsoDeps {
  connection: Connection
  environment: { publicUrl: string; allowsPrivateTargets: boolean }
  clock: Clock
  keyRing: KeyRing
  logger: Logger
  background: Background
  relay: EventRelay
  outbox: Outbox
  acts: SlidingLimitStore
  profiles: ProfileStore
  networkStore: NetworkStore
  membershipStore: MembershipStore
  copies: CopiesService
  doors: DoorsService
  access: AccessService
  sessions: SessionService
  sessionStore: SessionStore
  signInsInProgress: SignInProgressService
  joining: JoiningService
  departures: DeparturesService
  resolveTxt?: ResolveTxt | undefined
}

/** Company sign-in: a network's identity provider, who comes by it, and what it opens. */
export function composeSso(deps: SsoDeps) {
  const { connection, clock, keyRing, logger, background, relay, outbox, acts, profiles, access, doors } = deps
  const { networkStore, membershipStore, copies, sessions, sessionStore, signInsInProgress } = deps
  const addresses = new SsoAddresses(deps.environment.publicUrl)
  const { allowsPrivateTargets } = deps.environment
  const fetch = createOutboundFetch({ allowsPrivateTargets })
  const metadata = new ProviderMetadataService(fetch, clock, allowsPrivateTargets)
  const client = new ProviderClientService(metadata, fetch, clock)

  const networks = networkModel(connection)
  const connectionStore = new SsoConnectionStore(networks)
  const domainStore = new SsoDomainStore(networks)
  const requests = new SsoRequestStore(ssoRequestModel(connection))
  const kept = new KeptAnswerStore(keptAnswerModel(connection), keyRing)
  const identities = new IdentityStore(identityModel(connection))
  const memberStore = new SsoMemberStore(membershipModel(connection))
  const invitations = new InvitationStore(invitationModel(connection))

  const health = new ConnectionHealthService(connectionStore, relay, background, logger, clock)
  const connections = new ConnectionsService(connectionStore, metadata, keyRing, relay, background, clock)
  const domains = new SsoDomainsService(domainStore, deps.resolveTxt ?? resolveTxtByDns, relay, background, clock)
  const requirements = new RequirementsService(connectionStore, memberStore, relay, background, clock)
  const members = new SsoMembersService(identities, memberStore, profiles, copies, relay, background, clock)
  const admissions = new AdmissionService(invitations, deps.departures, deps.joining, clock)
  const arrivals = new ArrivalsService(identities, members, membershipStore, invitations, admissions, profiles, clock)
  const idTokens = new IdTokensService(sessionStore, networkStore, client, keyRing, addresses)
  const ssoSessions = new SsoSessionsService(sessions, signInsInProgress, idTokens, clock)
  const joins = new JoinsService(kept, networkStore, membershipStore, members, profiles, clock)
  const trials = new TrialsService(kept, arrivals, health, relay, clock)
  const start = new SsoStartService(networkStore, requests, client, acts, keyRing, addresses, clock)
  const finish = new SsoFinishService(
    requests,
    client,
    health,
    arrivals,
    joins,
    trials,
    ssoSessions,
    access,
    keyRing,
    addresses,
    clock,
  )
  const ownerEntry = new OwnerEntryService(doors, sessions, relay, clock)
  const finder = new CompanySignInService(networkStore, domainStore, acts, clock)
  const logouts = new BackChannelLogoutService(
    new LogoutTokenService(metadata, fetch, clock),
    connectionStore,
    identities,
    sessionStore,
    sessions,
    kept,
    networkStore,
    profiles,
    clock,
  )
  const entry = new SsoEntry(access, networkStore, addresses)

  const resolvers: object[] = [
    new NetworkSsoResolver(addresses),
    new NetworkSsoPartsResolver(requirements, trials, clock),
    new ConnectionsResolver(entry, connections),
    new SsoDomainsResolver(entry, domains),
    new RequirementsResolver(entry, requirements),
    new SsoMembersResolver(entry, members, ownerEntry),
    new CompanySignInResolver(finder, joins, ssoSessions),
    new ViewerSignInResolver(idTokens),
  ]
  const jobs: Job[] = [{ name: 'look for domain records', every: 86_400_000, run: () => domains.checkAll() }]
  return {
    resolvers,
    jobs,
    notices: new SsoNoticesService(memberStore, networkStore, profiles, outbox, clock),
    route: { start, finish, health, logger, publicUrl: deps.environment.publicUrl },
    logouts,
    envelopes: () => storedSecrets(connectionStore),
    async sweep(): Promise<void> {
      const now = clock.now()
      await requests.sweep(now)
      await kept.sweep(now)
      await connectionStore.clearEnded(now)
    },
  }
}
