import type { Evidence } from '../domain/evidence.js'
import type { Pause } from '../domain/session-limit.js'
import type { DomainEvent, Origin } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'
import type { ChallengeDocument, CodeSlot } from './challenge.store.js'

/** What a session and a sign-in in progress share. `_id` is the hash of the cookie’s token; users see `publicId`. */
interface Proven extends ChallengeDocument {
  publicId: string
  accountId: string
  /** The account's epoch when it began: one with an older epoch has ended. */
  epoch: number
  createdAt: Date
  expiresAt: Date
  evidence: Evidence[]
  origin: Origin
  sms: CodeSlot | null
  mailbox: CodeSlot | null
}

export interface SessionDocument extends Proven {
  lastSeenAt: Date
  /** Pauses between requests that a network’s idle limit may still count. */
  pauses?: Pause[]
  /** The sealed ID token: the `id_token_hint` when the user signs out at the provider too. */
  idToken: string | null
  events: DomainEvent[]
}

/** A sign-in in progress, between the password and the session. */
export interface SignInDocument extends Proven {
  extensions: number
  browser: string | null
  /** When a held-back first SMS may be requested. */
  smsHeldUntil: Date | null
  /** The account's own sign-in is complete, but only an identity provider opens its networks: good for that alone. */
  awaitsSso: boolean
  /** When to notify the owner that it was not finished; null: done, or not needed. Absent where no second step was asked. */
  tellAt?: Date | null
  /** The networks granted a re-enrolment of the second step in it: it takes no code of the old one. */
  isReEnrolling: boolean
}

export const SessionCollection = defineCollection<SessionDocument>('sessions', [
  [{ accountId: 1, createdAt: -1 }],
  [{ 'evidence.sid': 1 }, { sparse: true }],
  [{ expiresAt: 1 }],
  [{ 'events.id': 1 }, { sparse: true }],
])

export const SignInCollection = defineCollection<SignInDocument>('sign_ins', [
  [{ expiresAt: 1 }],
  [{ accountId: 1 }],
  [{ tellAt: 1 }, { sparse: true }],
])
