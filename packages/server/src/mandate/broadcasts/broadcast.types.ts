import type { AccountDocument } from '../../accounts/account.model.js'
import type { Standing } from '../../domain/standing.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { BroadcastDocument } from './broadcast.model.js'

/** A member in a batch, read from the account itself, never from copies. */
export interface BroadcastMember {
  account: AccountDocument
  membership: MembershipDocument
  standing: Standing
}

/** Handles each batch of members. Idempotent: a repeated batch is a no-op. */
export interface BroadcastHandler {
  /** @returns the number of members affected */
  handle(broadcast: BroadcastDocument, network: NetworkDocument, members: readonly BroadcastMember[]): Promise<number>
  /** Called after the last batch; may be called again. */
  finish?(broadcast: BroadcastDocument, network: NetworkDocument): Promise<void>
}
