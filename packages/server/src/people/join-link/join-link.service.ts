import { inject } from '@needle-di/core'
import type { OpenToPerson } from '../../access/access.service.js'
import type { AccountDocument } from '../../accounts/account.model.js'
import { Environment } from '../../environment.js'
import type { Origin } from '../../events/event.types.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { isDeleted, type NetworkDocument } from '../../networks/network.model.js'
import { ownsAddress, provedDomainsOf } from '../../networks/proved-domain.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, isToken, newToken } from '../../platform/crypto/tokens.js'
import { networkNotFound } from '../../platform/errors/interruption.js'
import { JoiningService } from '../invitations/joining.service.js'
import { DeparturesService } from '../members/departures.service.js'
import { JoinLinkStore } from './join-link.store.js'
import { JoinLinkPreview } from './join-link.types.js'

export type JoinOutcome =
  | { kind: 'joined'; account: AccountDocument | null; networkId: string }
  | { kind: 'other-domain'; domains: string[] }
  | { kind: 'was-member' }
  | { kind: 'over' }

/**
 * A link that admits every account whose confirmed address belongs to a proved domain of the network, as a member. It
 * makes no account: whether an address may sign up at all is the operator's decision (`SIGN_UP`), with the link or not.
 */
export class JoinLinkService {
  constructor(
    private readonly store = inject(JoinLinkStore),
    private readonly departures = inject(DeparturesService),
    private readonly joining = inject(JoiningService),
    private readonly environment = inject(Environment),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  domainsOf(network: NetworkDocument): string[] {
    return provedDomainsOf(network, this.clock.now())
  }

  /** In place of an earlier one. @returns the network as it is now, and the address of the link: it is not stored */
  async create(
    { network, caller: { account } }: OpenToPerson,
    origin: Origin,
  ): Promise<{ network: NetworkDocument; url: string }> {
    const now = this.clock.now()
    const token = newToken()
    const joinLink = {
      tokenHash: hashToken(token),
      createdAt: now,
      createdBy: { accountId: account._id, name: account.name },
    }
    const event = { type: 'invitation.link_created' as const, ...networkEventOf(network, account, origin, now) }
    const changed = await this.store.set(network._id, joinLink, event)
    if (!changed) throw networkNotFound()
    this.#forward(network)
    return { network: changed, url: `${this.environment.publicUrl}/invitation#token=${token}` }
  }

  /** Turns it off; where there is none, nothing changes. */
  async delete({ network, caller }: OpenToPerson, origin: Origin): Promise<void> {
    const event = {
      type: 'invitation.link_deleted' as const,
      ...networkEventOf(network, caller.account, origin, this.clock.now()),
    }
    if (await this.store.clear(network._id, event)) this.#forward(network)
  }

  /** Null when the link does not work. */
  async find(token: string): Promise<NetworkDocument | null> {
    const network = isToken(token) ? await this.store.byTokenHash(hashToken(token)) : null
    return network && !isDeleted(network, this.clock.now()) && this.domainsOf(network).length > 0 ? network : null
  }

  /** @param emailKey of the signed-in account; null when signed out */
  preview(network: NetworkDocument, emailKey: string | null): JoinLinkPreview {
    const isForViewer = emailKey === null ? null : ownsAddress(network, emailKey, this.clock.now())
    return JoinLinkPreview.from(network, this.domainsOf(network), isForViewer)
  }

  async join(account: AccountDocument, token: string, origin: Origin): Promise<JoinOutcome> {
    const network = await this.find(token)
    if (!network) return { kind: 'over' }
    const at = this.clock.now()
    if (!ownsAddress(network, account.emailKey, at)) return { kind: 'other-domain', domains: this.domainsOf(network) }
    // A removal that is under way ends first, so that the person counts as a former member.
    await this.departures.finishOf(network._id, account._id)
    const entered = await this.joining.letIn(network, account, { role: 'MEMBER', byLink: true, at }, origin)
    return entered ? { kind: 'joined', account: entered, networkId: network._id } : { kind: 'was-member' }
  }

  #forward({ _id }: NetworkDocument): void {
    this.relay.dispatchSoon('networks', _id)
  }
}
