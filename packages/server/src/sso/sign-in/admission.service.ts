import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { Origin } from '../../events/event.types.js'
import type { InvitationDocument } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import type { NetworkDocument, SsoConnection } from '../../networks/network.model.js'
import { JoiningService } from '../../people/invitations/joining.service.js'
import { DeparturesService } from '../../people/members/departures.service.js'
import { Clock } from '../../platform/clock/clock.js'

export type FirstRole = NonNullable<SsoConnection['justInTimeRole']>

/** Admits a person whom the network's provider vouched for: by their invitation, or where newcomers are admitted. */
export class AdmissionService {
  constructor(
    private readonly invitations = inject(InvitationStore),
    private readonly departures = inject(DeparturesService),
    private readonly joining = inject(JoiningService),
    private readonly clock = inject(Clock),
  ) {}

  /** Each step may be repeated. @returns the account as it is now; null when it did not get in */
  async admit(
    network: NetworkDocument,
    account: AccountDocument,
    by: InvitationDocument | FirstRole,
    origin: Origin,
  ): Promise<AccountDocument | null> {
    // A member who was just removed leaves first, so that the return is a new stay.
    await this.departures.finishOf(network._id, account._id)
    const at = this.clock.now()
    if (typeof by === 'string') return this.joining.letIn(network, account, { role: by, byLink: false, at }, origin)
    const accepted = await this.invitations.accept(by._id, by.tokenHash, account._id, at)
    return accepted && this.joining.carryOut(accepted, origin)
  }
}
