import { inject } from '@needle-di/core'
import { AccountCollection, type AccountDocument, type ReEnrolmentGrant } from '../../accounts/account.model.js'
import type { DomainEvent } from '../../events/event.types.js'

/** Owns of an account: the re-enrolment grants. The set-up spends them in its own write. */
export class ReEnrolmentStore {
  constructor(private readonly accounts = inject(AccountCollection)) {}

  /** By `reEnrolmentGrants.id`. */
  async byGrantId(grantId: string): Promise<AccountDocument | null> {
    return this.accounts.findOne({ 'reEnrolmentGrants.id': grantId })
  }

  /**
   * Stores a grant in place of its network's earlier one, by `_id`.
   * @returns false when the account, or the earlier grant, has changed since it was read
   */
  async grant(
    { _id, epoch }: AccountDocument,
    grant: ReEnrolmentGrant,
    earlierId: string | null,
    event: DomainEvent,
  ): Promise<boolean> {
    const accounts = this.accounts
    const { modifiedCount } = earlierId
      ? await accounts.updateOne(
          { _id, epoch, 'reEnrolmentGrants.id': earlierId },
          { $set: { 'reEnrolmentGrants.$': grant }, $push: { events: event } },
        )
      : await accounts.updateOne(
          { _id, epoch, 'reEnrolmentGrants.networkId': { $ne: grant.networkId } },
          { $push: { reEnrolmentGrants: grant, events: event } },
        )
    return modifiedCount === 1
  }

  /** Ends a grant: true for one caller only. By `_id`. */
  async cancel(accountId: string, grantId: string, event: DomainEvent): Promise<boolean> {
    const { modifiedCount } = await this.accounts.updateOne(
      { _id: accountId, 'reEnrolmentGrants.id': grantId },
      { $pull: { reEnrolmentGrants: { id: grantId } }, $push: { events: event } },
    )
    return modifiedCount === 1
  }
}
