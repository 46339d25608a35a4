import { inject } from '@needle-di/core'
import type { NetworkEvent } from '../../events/event.types.js'
import { EventRelay } from '../../events/event-relay.js'
import type { InvitationDocument } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { newId } from '../../platform/crypto/tokens.js'
import { JoinLinkStore } from '../join-link/join-link.store.js'

/** Because of what an invitation is taken back: who did it, when, from where. */
type Cause = Pick<NetworkEvent, 'at' | 'networkId' | 'networkName' | 'actor' | 'origin'>

/** Takes invitations back; whether one was accepted or taken back is decided by its document alone. */
export class WithdrawalService {
  constructor(
    private readonly invitations = inject(InvitationStore),
    private readonly joinLinks = inject(JoinLinkStore),
    private readonly relay = inject(EventRelay),
  ) {}

  /** @returns false when it was accepted or taken back already */
  async withdraw(invitation: InvitationDocument, cause: Cause): Promise<boolean> {
    const { _id, email, role } = invitation
    const event = { type: 'invitation.revoked' as const, ...baseOf(cause), email, role }
    if (!(await this.invitations.revoke(_id, event))) return false
    this.relay.dispatchSoon('invitations', _id)
    return true
  }

  /** Withdraws the invitations that an account wrote and could no longer write. */
  async withdrawWrittenBy(
    accountId: string,
    isOver: (invitation: InvitationDocument) => boolean,
    cause: Cause,
  ): Promise<void> {
    const written = await this.invitations.pendingBy(cause.networkId, accountId)
    for (const invitation of written.filter(isOver)) await this.withdraw(invitation, cause)
  }

  /** The link by which anyone with an address of the domain joins. */
  async withdrawLink(cause: Cause): Promise<void> {
    const event = { type: 'invitation.link_deleted' as const, ...baseOf(cause) }
    if (!(await this.joinLinks.clear(cause.networkId, event))) return
    this.relay.dispatchSoon('networks', cause.networkId)
  }
}

function baseOf({ at, networkId, networkName, actor, origin }: Cause) {
  return { id: newId('evt'), at, networkId, networkName, actor, origin }
}
