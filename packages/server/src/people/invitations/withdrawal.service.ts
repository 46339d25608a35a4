import type { NetworkEvent } from '../../events/event.types.js'
import type { EventRelay } from '../../events/event-relay.js'
import type { InvitationDocument } from '../../memberships/invitation.model.js'
import type { InvitationStore } from '../../memberships/invitation.store.js'
import { newId } from '../../platform/crypto/tokens.js'
import type { Background } from '../../platform/jobs/background.js'
import type { JoinLinkStore } from '../join-link/join-link.store.js'

/** Because of what an invitation is taken back: who did it, when, from where. */
type Cause = Pick<NetworkEvent, 'at' | 'networkId' | 'networkName' | 'actor' | 'origin'>

/** Takes invitations back; whether one was accepted or taken back is decided by its document alone. */
export class WithdrawalService {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly joinLinks: JoinLinkStore,
    private readonly relay: EventRelay,
    private readonly background: Background,
  ) {}

  /** @returns false when it was accepted or taken back already */
  async withdraw(invitation: InvitationDocument, cause: Cause): Promise<boolean> {
    const { _id, email, role } = invitation
    const event = { type: 'invitation.revoked' as const, ...baseOf(cause), email, role }
    if (!(await this.invitations.revoke(_id, event))) return false
    this.background.run('invitation withdrawn', () => this.relay.relay('invitations', _id))
    return true
  }

  /** What somebody wrote and may not stand for any more. */
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
    this.background.run('join link withdrawn', () => this.relay.relay('networks', cause.networkId))
  }
}

function baseOf({ at, networkId, networkName, actor, origin }: Cause) {
  return { id: newId('evt'), at, networkId, networkName, actor, origin }
}
