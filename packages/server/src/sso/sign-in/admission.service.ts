import type { AccountDocument } from '../../accounts/account.model.js'
import type { ProfileStore } from '../../accounts/profile.store.js'
import type { Origin } from '../../events/event.types.js'
import type { EventRelay } from '../../events/event-relay.js'
import { networkEventOf } from '../../events/network-event.js'
import type { CopiesService } from '../../memberships/copies.service.js'
import type { InvitationDocument } from '../../memberships/invitation.model.js'
import type { InvitationStore } from '../../memberships/invitation.store.js'
import type { MembershipStore } from '../../memberships/membership.store.js'
import { newMembership } from '../../memberships/new-membership.js'
import type { NetworkDocument, SsoConnection } from '../../networks/network.model.js'
import type { JoiningService } from '../../people/invitations/joining.service.js'
import type { DeparturesService } from '../../people/members/departures.service.js'
import type { Clock } from '../../platform/clock/clock.js'
import type { Background } from '../../platform/jobs/background.js'

export type FirstRole = NonNullable<SsoConnection['justInTimeRole']>

/** Lets somebody into a network whom its provider vouched for: by their invitation, or because newcomers are let in. */
export class AdmissionService {
  constructor(
    private readonly memberships: MembershipStore,
    private readonly invitations: InvitationStore,
    private readonly departures: DeparturesService,
    private readonly joining: JoiningService,
    private readonly profiles: ProfileStore,
    private readonly copies: CopiesService,
    private readonly relay: EventRelay,
    private readonly background: Background,
    private readonly clock: Clock,
  ) {}

  /** Each step may be repeated. @returns the account as it is now; null when it did not get in */
  async admit(
    network: NetworkDocument,
    account: AccountDocument,
    by: InvitationDocument | FirstRole,
    origin: Origin,
  ): Promise<AccountDocument | null> {
    // Whoever was just removed leaves first, so that coming back is a new stay.
    await this.departures.finishOf(network._id, account._id)
    if (typeof by === 'string') return this.#letIn(network, account, by, origin)
    const accepted = await this.invitations.accept(by._id, by.tokenHash, account._id, this.clock.now())
    return accepted && this.joining.carryOut(accepted, origin)
  }

  async #letIn(
    network: NetworkDocument,
    account: AccountDocument,
    role: FirstRole,
    origin: Origin,
  ): Promise<AccountDocument | null> {
    const now = this.clock.now()
    const membership = newMembership(account, network._id, role, now)
    const event = {
      type: 'member.joined' as const,
      ...networkEventOf(network, account, origin, now),
      accountId: account._id,
      email: account.email,
      role,
    }
    await this.memberships.begin({ ...membership, lastSignInAt: now, events: [event] })
    const entered = await this.profiles.enterNetwork(account._id, network._id)
    await this.copies.copy(account._id)
    this.background.run('let in', () => this.relay.relay('memberships', membership._id))
    return entered
  }
}
