import { inject } from '@needle-di/core'
import type { Role } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { ProfileStore } from '../../accounts/profile.store.js'
import type { NetworkEvent, Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { CopiesService } from '../../memberships/copies.service.js'
import type { InvitationDocument } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { type MembershipDocument, memberOf } from '../../memberships/membership.model.js'
import { MembershipStore } from '../../memberships/membership.store.js'
import { newMembership } from '../../memberships/new-membership.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { OwnersStore } from '../members/owners.store.js'

const LEFTOVERS_AT_ONCE = 100
/** Younger ones are most likely being carried out right now, elsewhere. */
const LEFT_BEHIND_AFTER = 30_000

const elsewhere: Origin = { address: 'unknown', device: 'unknown' }

/** Carries out an accepted invitation: each step may be repeated, and a crash between two of them is made good. */
export class JoiningService {
  constructor(
    private readonly invitations = inject(InvitationStore),
    private readonly memberships = inject(MembershipStore),
    private readonly networks = inject(NetworkStore),
    private readonly owners = inject(OwnersStore),
    private readonly profiles = inject(ProfileStore),
    private readonly copies = inject(CopiesService),
    private readonly relay = inject(EventRelay),
  ) {}

  /** @returns the account as it is now; null when there is nothing left to join */
  async carryOut(invitation: InvitationDocument, origin: Origin = elsewhere): Promise<AccountDocument | null> {
    const { joining, networkId, tokenHash } = invitation
    if (!joining) return null
    const account = await this.profiles.byId(joining.accountId)
    const network = await this.networks.byId(networkId)
    if (!account || !network) return null

    // The network names its OWNERs; the stored role is the one that remains if ownership is revoked.
    const role = invitation.role === 'OWNER' ? 'ADMIN' : invitation.role
    const event = joinedEvent(network, account, invitation.role, joining.at, origin)
    const membership = stayOf(network, account, role, event)
    await this.memberships.begin(membership)
    // When this runs late, the stay may already have ended.
    const isIn = await this.memberships.byId(networkId, account._id)
    const entered = isIn && (await this.profiles.enterNetwork(account._id, networkId))
    if (invitation.role === 'OWNER') await this.#appoint(networkId, account._id)
    // The account may have changed between being read and being listed.
    await this.copies.copy(account._id)
    await this.invitations.finish(invitation._id, tokenHash)
    this.relay.dispatchSoon('memberships', membership._id)
    return entered
  }

  /** Begins a stay that no invitation stands for. Each step may be repeated. @returns the account as it is now */
  async letIn(
    network: NetworkDocument,
    account: AccountDocument,
    { role, byLink, at }: { role: Exclude<Role, 'OWNER'>; byLink: boolean; at: Date },
    origin: Origin,
  ): Promise<AccountDocument | null> {
    const event = { ...joinedEvent(network, account, role, at, origin), ...(byLink ? { byLink } : {}) }
    const membership = stayOf(network, account, role, event)
    // A member who left or was removed cannot come back by a link that anyone may share.
    if (byLink) await this.memberships.beginFirst(membership)
    else await this.memberships.begin(membership)
    if (byLink && !(await this.memberships.byId(network._id, account._id))) return null
    const entered = await this.profiles.enterNetwork(account._id, network._id)
    await this.copies.copy(account._id)
    this.relay.dispatchSoon('memberships', membership._id)
    return entered
  }

  async finishLeftovers(now: Date): Promise<void> {
    const before = new Date(now.getTime() - LEFT_BEHIND_AFTER)
    for (const invitation of await this.invitations.unfinished(before, LEFTOVERS_AT_ONCE))
      await this.carryOut(invitation)
  }

  async #appoint(networkId: string, accountId: string): Promise<void> {
    for (;;) {
      const network = await this.networks.byId(networkId)
      const member = network && memberOf(network, await this.memberships.byId(networkId, accountId))
      if (!member || member.role === 'OWNER') return
      if (await this.owners.appoint(network, accountId, null)) return
    }
  }
}

function joinedEvent(
  network: NetworkDocument,
  { _id: accountId, ...account }: AccountDocument,
  role: Role,
  at: Date,
  origin: Origin,
) {
  const base = networkEventOf(network, { _id: accountId, name: account.name }, origin, at)
  return { type: 'member.joined' as const, ...base, accountId, email: account.email, role }
}

function stayOf(
  network: NetworkDocument,
  account: AccountDocument,
  role: Role,
  event: NetworkEvent,
): MembershipDocument {
  return { ...newMembership(account, network._id, role, event.at), lastSignInAt: event.at, events: [event] }
}

export function isAbandoned({ at }: { at: Date }, now: Date): boolean {
  return now.getTime() - at.getTime() >= LEFT_BEHIND_AFTER
}
