import { Schema } from 'mongoose'
import type { Evidence } from '../domain/evidence.js'
import type { Pause } from '../domain/session-limit.js'
import type { DomainEvent, Origin } from '../events/event.types.js'
import { defineModel } from '../platform/mongo/database.js'
import type { ChallengeDocument, CodeSlot } from './challenge.store.js'

/** Who the cookie speaks for. `_id` is the hash of its token; `publicId` names it to people. */
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
  /** The times without a request that a network may mind. */
  pauses?: Pause[]
  /** Sealed: what the identity provider is reminded of the person by, when they sign out there too. */
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

const anything = Schema.Types.Mixed
const proven = {
  _id: { type: String, required: true },
  publicId: { type: String, required: true },
  accountId: { type: String, required: true },
  epoch: { type: Number, required: true },
  createdAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  evidence: { type: anything, default: () => [] },
  origin: { type: anything, required: true },
  sms: { type: anything, default: null },
  mailbox: { type: anything, default: null },
  passkey: { type: anything },
  guesses: { type: Number, default: 0 },
}

const sessionSchema = new Schema<SessionDocument>(
  {
    ...proven,
    lastSeenAt: { type: Date, required: true },
    pauses: { type: anything },
    idToken: { type: String, default: null },
    events: { type: anything, default: () => [] },
  },
  { collection: 'sessions', versionKey: false, minimize: false, strict: 'throw' },
)
sessionSchema.index({ accountId: 1, createdAt: -1 })
sessionSchema.index({ 'evidence.sid': 1 }, { sparse: true })
sessionSchema.index({ expiresAt: 1 })
sessionSchema.index({ 'events.id': 1 }, { sparse: true })

const signInSchema = new Schema<SignInDocument>(
  {
    ...proven,
    extensions: { type: Number, default: 0 },
    browser: { type: String, default: null },
    smsHeldUntil: { type: Date, default: null },
    awaitsSso: { type: Boolean, default: false },
    isReEnrolling: { type: Boolean, default: false },
    tellAt: { type: Date },
  },
  { collection: 'sign_ins', versionKey: false, minimize: false, strict: 'throw' },
)
signInSchema.index({ expiresAt: 1 })
signInSchema.index({ accountId: 1 })
signInSchema.index({ tellAt: 1 }, { sparse: true })

export const SessionModel = defineModel<SessionDocument>('Session', sessionSchema)

export const SignInModel = defineModel<SignInDocument>('SignIn', signInSchema)
