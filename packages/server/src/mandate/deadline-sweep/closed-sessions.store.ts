import { inject } from '@needle-di/core'
import { SessionCollection } from '../../sessions/session.model.js'

/** Ends sessions at a deadline; everything else about sessions is in their own room. */
export class ClosedSessionsStore {
  constructor(private readonly sessions = inject(SessionCollection)) {}

  /** By `accountId, createdAt`. @param spared public ids of sessions with a set-up in progress */
  async endOpenedBefore(accountIds: readonly string[], deadline: Date, spared: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return
    await this.sessions.deleteMany({
      accountId: { $in: [...accountIds] },
      createdAt: { $lt: deadline },
      ...(spared.length > 0 ? { publicId: { $nin: [...spared] } } : {}),
    })
  }
}
