import type { SessionModel } from '../../sessions/session.model.js'

/** Ends sessions at a deadline; the rest of a session's life belongs to its own room. */
export class ClosedSessionsStore {
  constructor(private readonly sessions: SessionModel) {}

  /** By `accountId, createdAt`. @param spared public ids of sessions that are setting up */
  async endOpenedBefore(accountIds: readonly string[], deadline: Date, spared: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return
    await this.sessions.deleteMany({
      accountId: { $in: [...accountIds] },
      createdAt: { $lt: deadline },
      ...(spared.length > 0 ? { publicId: { $nin: [...spared] } } : {}),
    })
  }
}
