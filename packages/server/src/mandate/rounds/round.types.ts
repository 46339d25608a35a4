import type { AccountDocument } from '../../accounts/account.model.js'
import type { Standing } from '../../domain/standing.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import type { RoundDocument } from './round.model.js'

/** One member on a round, as the account itself says it; never the copies. */
export interface Visited {
  account: AccountDocument
  membership: MembershipDocument
  standing: Standing
}

/** What a round does with each batch of members; doing it again with the same members is a no-op. */
export interface Visitor {
  /** @returns how many of them it concerned */
  visit(round: RoundDocument, network: NetworkDocument, members: readonly Visited[]): Promise<number>
  /** After the last of them; may be called again. */
  finish?(round: RoundDocument, network: NetworkDocument): Promise<void>
}
