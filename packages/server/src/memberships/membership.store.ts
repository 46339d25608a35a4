import type { DomainEvent } from '../events/event.types.js'
import type { MembershipDocument, MembershipModel } from './membership.model.js'
import { membershipIdOf } from './membership.model.js'

export class MembershipStore {
  constructor(private readonly memberships: MembershipModel) {}

  /** By `_id`. */
  async byId(networkId: string, accountId: string): Promise<MembershipDocument | null> {
    return this.memberships.findById(membershipIdOf(networkId, accountId)).lean<MembershipDocument>()
  }

  /** By `_id`: the account lists its networks, so no second index is asked. */
  async ofAccount(accountId: string, networkIds: readonly string[]): Promise<MembershipDocument[]> {
    if (networkIds.length === 0) return []
    const ids = networkIds.map((networkId) => membershipIdOf(networkId, accountId))
    return this.memberships.find({ _id: { $in: ids } }).lean<MembershipDocument[]>()
  }

  /** Keeps the copies that listings show in step with what happened to an account; by `accountId`. */
  async follow(event: DomainEvent): Promise<void> {
    if (event.type !== 'sign_in.completed') return
    await this.memberships.updateMany({ accountId: event.accountId }, { $set: { lastSignInAt: event.at } })
  }
}
