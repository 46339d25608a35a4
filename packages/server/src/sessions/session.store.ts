import { inject } from '@needle-di/core'
import type { AccountDocument } from '../accounts/account.model.js'
import type { Evidence } from '../domain/evidence.js'
import type { Pause } from '../domain/session-limit.js'
import type { DomainEvent } from '../events/event.types.js'
import { insertDocument } from '../platform/mongo/database.js'
import { ChallengeStore, evidenceWith } from './challenge.store.js'
import { SessionCollection, type SessionDocument } from './session.model.js'

/** Of a session that was ended: accounts count from 0. */
const endedEpoch = -1
const isOpen = { epoch: { $ne: endedEpoch } }

export interface SessionWithAccount {
  session: SessionDocument
  account: AccountDocument | null
}

export class SessionStore {
  readonly challenges: ChallengeStore<SessionDocument>

  constructor(private readonly sessions = inject(SessionCollection)) {
    this.challenges = new ChallengeStore(sessions, isOpen)
  }

  async insert(session: SessionDocument): Promise<void> {
    await insertDocument(this.sessions, session)
  }

  /** By `_id`. The caller checks expiry and idleness. */
  async byTokenHash(tokenHash: string): Promise<SessionDocument | null> {
    return this.sessions.findOne({ _id: tokenHash })
  }

  /** The same with its account, in one command: what nearly every request begins with. Both by `_id`. */
  async withAccount(tokenHash: string): Promise<SessionWithAccount | null> {
    return this.#withAccount({ _id: tokenHash })
  }

  /** The same by `accountId`, for what rests on a session elsewhere. */
  async withAccountByPublicId(accountId: string, publicId: string): Promise<SessionWithAccount | null> {
    return this.#withAccount({ accountId, publicId })
  }

  async #withAccount(match: Partial<SessionDocument>): Promise<SessionWithAccount | null> {
    const [found] = await this.sessions
      .aggregate<SessionDocument & { found: AccountDocument[] }>([
        { $match: match },
        { $lookup: { from: 'accounts', localField: 'accountId', foreignField: '_id', as: 'found' } },
      ])
      .toArray()
    if (!found) return null
    const { found: accounts, ...session } = found
    return { session, account: accounts[0] ?? null }
  }

  /** By `accountId, createdAt`. */
  async ofAccount(accountId: string): Promise<SessionDocument[]> {
    return this.sessions
      .find({ accountId, ...isOpen })
      .sort({ createdAt: -1 })
      .limit(100)
      .toArray()
  }

  async touch(id: string, now: Date, pauses: Pause[]): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $set: { lastSeenAt: now, pauses } })
  }

  /**
   * Records what was proved and the event, if any, beside what another request proves at the same moment.
   * @returns the session as it is now; null when it has ended
   */
  async record(id: string, piece: Evidence, event: DomainEvent | null): Promise<SessionDocument | null> {
    return this.sessions.findOneAndUpdate(
      { _id: id, ...isOpen },
      [{ $set: { evidence: evidenceWith(piece), ...withEvent(event) } }],
      { returnDocument: 'after' },
    )
  }

  /**
   * Follows the account into the epoch that the session's own act has raised. A session of any other epoch has ended and
   * stays ended: a change elsewhere may have come first.
   */
  async follow(
    id: string,
    fromEpoch: number,
    epoch: number,
    piece: Evidence | null,
    event: DomainEvent | null,
  ): Promise<void> {
    // A code that was texted before the change may have gone to a number that is gone.
    const next = { epoch, sms: null, mailbox: null, passkey: null }
    await this.sessions.updateOne({ _id: id, epoch: fromEpoch }, [
      { $set: { ...next, ...(piece ? { evidence: evidenceWith(piece) } : {}), ...withEvent(event) } },
    ])
  }

  /** Stores the sealed ID token: the `id_token_hint` when the user signs out at the provider too. */
  async keepIdToken(id: string, sealed: string): Promise<void> {
    await this.sessions.updateOne({ _id: id }, { $set: { idToken: sealed } })
  }

  /** By the sparse `evidence.sid`: what one session at a provider has opened here. */
  async byProviderSession(sid: string): Promise<SessionDocument[]> {
    return this.sessions.find({ 'evidence.sid': sid }).limit(100).toArray()
  }

  /**
   * Ends a session for good, whatever the clock does next: no account has that epoch. Its events stay in it until
   * they are dispatched, and the sweep deletes it. True for one caller only.
   */
  async end(id: string, now: Date, event: DomainEvent | null): Promise<boolean> {
    const nothing = { evidence: [], idToken: null, sms: null, mailbox: null, passkey: null }
    const { modifiedCount } = await this.sessions.updateOne(
      { _id: id, ...isOpen },
      { $set: { ...nothing, epoch: endedEpoch, expiresAt: now }, ...(event && { $push: { events: event } }) },
    )
    return modifiedCount === 1
  }

  /** By `accountId`; an id of another account's session finds nothing. */
  async byPublicId(accountId: string, publicId: string): Promise<SessionDocument | null> {
    return this.sessions.findOne({ accountId, publicId })
  }

  /** By `accountId`. */
  async othersOf(accountId: string, id: string): Promise<SessionDocument[]> {
    return this.sessions.find({ accountId, _id: { $ne: id }, ...isOpen }).toArray()
  }

  /** By `expiresAt`: housekeeping only; expiry is checked on reading. A session with undispatched events stays. */
  async sweep(now: Date): Promise<void> {
    await this.sessions.deleteMany({ expiresAt: { $lte: now }, 'events.id': { $exists: false } })
  }

  async endAll(): Promise<number> {
    return (await this.sessions.deleteMany({})).deletedCount
  }
}

/** For the `$set` of a pipeline: adds the event, if any, to those that wait to be dispatched. */
function withEvent(event: DomainEvent | null) {
  return event ? { events: { $concatArrays: ['$events', [{ $literal: event }]] } } : {}
}
