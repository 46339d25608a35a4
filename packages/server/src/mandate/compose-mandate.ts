import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import type { EventRelay } from '../events/event-relay.js'
import { invitationModel } from '../memberships/invitation.model.js'
import { InvitationStore } from '../memberships/invitation.store.js'
import { membershipModel } from '../memberships/membership.model.js'
import { networkModel } from '../networks/network.model.js'
import type { NetworkStore } from '../networks/network.store.js'
import type { Clock } from '../platform/clock/clock.js'
import type { Background } from '../platform/jobs/background.js'
import { ActivationResolver } from './activation/activation.resolver.js'
import { ActivationService } from './activation/activation.service.js'
import { coverageModel, coverageSnapshotModel } from './coverage/coverage.model.js'
import { CoverageResolver } from './coverage/coverage.resolver.js'
import { CoverageService } from './coverage/coverage.service.js'
import { CoverageStore } from './coverage/coverage.store.js'
import { CoverageHistoryStore } from './coverage/coverage-history.store.js'
import { MandateStore } from './mandate.store.js'
import { MemberListingStore } from './members/member-listing.store.js'
import { MemberCountResolver, MembersListResolver } from './members/members.resolver.js'
import { NetworkSecurityResolver } from './network-security.resolver.js'

interface MandateDeps {
  connection: Connection
  clock: Clock
  background: Background
  relay: EventRelay
  networkStore: NetworkStore
  access: AccessService
}

/** The Security page's two-factor part: requiring it, seeing who has it, and telling those who do not. */
export function composeMandate({ connection, clock, background, relay, networkStore, access }: MandateDeps) {
  const memberships = membershipModel(connection)
  const store = new MandateStore(networkModel(connection))
  const history = new CoverageHistoryStore(coverageSnapshotModel(connection))
  const coverage = new CoverageService(new CoverageStore(coverageModel(connection), memberships), history, clock)
  const activations = new ActivationService(store, networkStore, coverage, relay, background, clock)
  const listing = new MemberListingStore(memberships)
  const invitations = new InvitationStore(invitationModel(connection))

  return {
    coverage,
    resolvers: [
      new NetworkSecurityResolver(),
      new ActivationResolver(access, activations),
      new CoverageResolver(coverage, history, invitations, clock),
      new MembersListResolver(listing, clock),
      new MemberCountResolver(listing, coverage, clock),
    ] as object[],
  }
}
