import type { AccountDocument } from '../../accounts/account.model.js'
import type { Standing } from '../../domain/standing.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import { defineCollection } from '../../platform/mongo/database.js'

export type BroadcastKind =
  /** 2FA became mandatory: three kinds of email. */
  | 'announce'
  /** 2FA is no longer mandatory. */
  | 'withdraw'
  /** Scheduled, a set time before a deadline. */
  | 'remind'
  /** Sent by an Admin. */
  | 'nudge'
  /** The deadline was extended for everyone. */
  | 'extend'
  /** Some methods will no longer be accepted. */
  | 'methods'
  /** The session limit or the trust in browsers will be shorter. */
  | 'settings'
  /** The deadline has passed: sign out, notify, record. */
  | 'close'

/**
 * One pass over the members of a network, to notify them or to end their sessions. An event starts it, and workers
 * process it in batches. Its progress is stored here, so that another worker can continue it.
 */
export interface BroadcastDocument {
  /** Derived from the event, so that a repeated event starts no second broadcast. */
  _id: string
  networkId: string
  /** The broadcast ends when this activation does. */
  activationId: string
  kind: BroadcastKind
  audience: 'everyone' | 'not-yet' | 'extended'
  /** Only members with this deadline; null: all. */
  deadline: Date | null
  /** Milliseconds before the deadline; reminders only. */
  before: number | null
  /** Only members who had joined by then. */
  joinedUntil: Date
  /** Who decided it, and their time zone, for the emails. */
  actorName: string
  timeZone: string
  reason: string | null

  /** When a worker may claim it; the end of the lease while it is claimed; absent once it is done. */
  dueAt?: Date
  claim?: string
  attempts: number
  /** The last membership that was handled. */
  cursor: string
  /** The number of members affected so far. */
  reached: number
  doneAt: Date | null
}

export const BroadcastCollection = defineCollection<BroadcastDocument>('rounds', [
  [{ dueAt: 1 }, { sparse: true }],
  [{ doneAt: 1 }],
])

/** A member in a batch, read from the account itself, never from copies. */
export interface BroadcastMember {
  account: AccountDocument
  membership: MembershipDocument
  standing: Standing
}
