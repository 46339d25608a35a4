import { inject } from '@needle-di/core'
import type { AccountDocument } from '../../accounts/account.model.js'
import type { Origin } from '../../events/event.types.js'
import { type InvitationDocument, isOpen } from '../../memberships/invitation.model.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { type JoinedNetwork, JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkStore } from '../../networks/network.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, isToken } from '../../platform/crypto/tokens.js'
import { JoinLinkService } from '../join-link/join-link.service.js'
import { DeparturesService } from '../members/departures.service.js'
import { isAbandoned, JoiningService } from './joining.service.js'

export type AcceptOutcome =
  | { kind: 'accepted'; account: AccountDocument; joined: JoinedNetwork }
  | { kind: 'other-account'; invitation: InvitationDocument }
  /** The link of a network, and an address of none of its domains. */
  | { kind: 'other-domain'; domains: string[] }
  /** The link of a network that this account left, or was removed from. */
  | { kind: 'was-member' }
  | { kind: 'over' }

/** The invited person's side, by the mailed link. */
export class AcceptanceService {
  constructor(
    private readonly store = inject(InvitationStore),
    private readonly networks = inject(NetworkStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly joinLinks = inject(JoinLinkService),
    private readonly departures = inject(DeparturesService),
    private readonly joining = inject(JoiningService),
    private readonly clock = inject(Clock),
  ) {}

  /** Null when the link does not work, for whatever reason. */
  async preview(token: string): Promise<{ invitation: InvitationDocument; network: NetworkDocument } | null> {
    const invitation = await this.#find(token)
    if (!invitation || !isOpen(invitation, this.clock.now())) return null
    const network = await this.networks.byId(invitation.networkId)
    return network && { invitation, network }
  }

  /** Only by the account whose confirmed address is the invited one; anyone else with the link learns nothing more. */
  async accept(account: AccountDocument, token: string, origin: Origin): Promise<AcceptOutcome> {
    const invitation = await this.#find(token)
    if (!invitation) return this.#acceptLink(account, token, origin)
    const now = this.clock.now()
    const isOwnLeftover = invitation.joining?.accountId === account._id && isAbandoned(invitation.joining, now)
    if (!isOwnLeftover && !isOpen(invitation, now)) return { kind: 'over' }
    if (invitation.emailKey !== account.emailKey) return { kind: 'other-account', invitation }
    // A member who was just removed and invited again leaves first, so that the return is a new stay.
    await this.departures.finishOf(invitation.networkId, account._id)
    const accepted = isOwnLeftover
      ? invitation
      : await this.store.accept(invitation._id, invitation.tokenHash, account._id, now)
    return accepted ? this.#join(accepted, origin) : { kind: 'over' }
  }

  async #join(invitation: InvitationDocument, origin: Origin): Promise<AcceptOutcome> {
    return this.#enter(await this.joining.carryOut(invitation, origin), invitation.networkId)
  }

  async #acceptLink(account: AccountDocument, token: string, origin: Origin): Promise<AcceptOutcome> {
    const joined = await this.joinLinks.join(account, token, origin)
    return joined.kind === 'joined' ? this.#enter(joined.account, joined.networkId) : joined
  }

  async #enter(account: AccountDocument | null, networkId: string): Promise<AcceptOutcome> {
    const joinedNetworks = account ? await this.joinedNetworks.of(account) : []
    const joined = joinedNetworks.find(({ network }) => network._id === networkId)
    return account && joined ? { kind: 'accepted', account, joined } : { kind: 'over' }
  }

  async #find(token: string): Promise<InvitationDocument | null> {
    return isToken(token) ? this.store.byTokenHash(hashToken(token)) : null
  }
}
