import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import type { ProfileStore } from '../accounts/profile.store.js'
import type { Environment } from '../environment.js'
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
import type { Clock } from '../platform/clock/clock.js'
import type { Background } from '../platform/jobs/background.js'
import type { Job } from '../platform/jobs/worker.js'
import type { SlidingLimitStore } from '../platform/mongo/sliding-limit.store.js'
import { DirectoryResolver } from './directory/directory.resolver.js'
import { DirectoryStore } from './directory/directory.store.js'
import { AcceptanceResolver } from './invitations/acceptance.resolver.js'
import { AcceptanceService } from './invitations/acceptance.service.js'
import { InvitationsResolver } from './invitations/invitations.resolver.js'
import { InvitationsService } from './invitations/invitations.service.js'
import { JoiningService } from './invitations/joining.service.js'
import { WithdrawalService } from './invitations/withdrawal.service.js'
import { JoinLinkResolver } from './join-link/join-link.resolver.js'
import { JoinLinkService } from './join-link/join-link.service.js'
import { JoinLinkStore } from './join-link/join-link.store.js'
import { DeparturesService } from './members/departures.service.js'
import { LeavingService } from './members/leaving.service.js'
import { MembersResolver } from './members/members.resolver.js'
import { MembersService } from './members/members.service.js'
import { OwnersStore } from './members/owners.store.js'
import { NetworksResolver } from './networks/networks.resolver.js'
import { NetworksService } from './networks/networks.service.js'

interface PeopleDeps {
  environment: Environment
  connection: Connection
  clock: Clock
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
}

/** Networks, who is in them, and who is asked in. */
export function composePeople(deps: PeopleDeps) {
  const { connection, clock, background, relay, outbox, acts, profiles, copies, doors, access } = deps
  const { networkStore, membershipStore } = deps
  const invitationStore = new InvitationStore(invitationModel(connection))
  const owners = new OwnersStore(networkModel(connection))

  const joinLinkStore = new JoinLinkStore(networkModel(connection))
  const withdrawal = new WithdrawalService(invitationStore, joinLinkStore, relay, background)
  const departures = new DeparturesService(
    owners,
    networkStore,
    membershipStore,
    invitationStore,
    withdrawal,
    profiles,
    relay,
    background,
  )
  const joining = new JoiningService(
    invitationStore,
    membershipStore,
    networkStore,
    owners,
    profiles,
    copies,
    relay,
    background,
  )
  const invitations = new InvitationsService(
    invitationStore,
    membershipStore,
    profiles,
    departures,
    joining,
    withdrawal,
    acts,
    outbox,
    relay,
    background,
    clock,
  )
  const joinLinks = new JoinLinkService(
    joinLinkStore,
    departures,
    joining,
    deps.environment.publicUrl,
    relay,
    background,
    clock,
  )
  const acceptance = new AcceptanceService(invitationStore, networkStore, doors, joinLinks, departures, joining, clock)
  const members = new MembersService(
    networkStore,
    membershipStore,
    owners,
    departures,
    withdrawal,
    relay,
    background,
    clock,
  )
  const leaving = new LeavingService(networkStore, membershipStore, departures, profiles, clock)
  const networks = new NetworksService(
    deps.environment,
    networkStore,
    membershipStore,
    profiles,
    acts,
    relay,
    background,
    clock,
  )

  const finishLeftovers: Job = {
    name: 'finish joining and leaving',
    every: 60_000,
    run: async () => {
      await departures.finishLeftovers()
      await joining.finishLeftovers(clock.now())
    },
  }
  return {
    networks,
    joining,
    departures,
    resolvers: [
      new NetworksResolver(networks),
      new InvitationsResolver(access, invitations, invitationStore),
      new AcceptanceResolver(acceptance, joinLinks),
      new JoinLinkResolver(access, joinLinks),
      new DirectoryResolver(new DirectoryStore(membershipModel(connection))),
      new MembersResolver(access, members, leaving),
    ] as object[],
    jobs: [finishLeftovers],
  }
}
