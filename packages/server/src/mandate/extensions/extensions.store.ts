import { inject } from '@needle-di/core'
import type { NetworkEvent } from '../../events/event.types.js'
import { statusKeyOf } from '../../memberships/listing-keys.store.js'
import { MembershipCollection, type MembershipDocument } from '../../memberships/membership.model.js'

/** Owns of a membership: an Admin's recorded extension. */
export class ExtensionsStore {
  constructor(private readonly memberships = inject(MembershipCollection)) {}

  /** For this membership and this activation, and never shorter than before. @returns false if the member left, or has that much time already */
  async extend(
    membership: MembershipDocument,
    until: Date,
    reason: string,
    event: NetworkEvent & { type: 'member.extended' },
  ): Promise<boolean> {
    const { _id, joinedAt, protection } = membership
    const extendedIn = event.activationId
    const isMore = [{ extendedUntil: null }, { extendedUntil: { $lt: until } }, { extendedIn: { $ne: extendedIn } }]
    const { modifiedCount } = await this.memberships.updateOne(
      { _id, joinedAt, leftAt: null, $or: isMore },
      {
        $set: {
          extendedUntil: until,
          extendedIn,
          extensionReason: reason,
          statusKey: statusKeyOf(protection, joinedAt, until),
          updatedAt: event.at,
        },
        $push: { events: event },
      },
    )
    return modifiedCount === 1
  }
}
