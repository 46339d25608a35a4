import { Schema } from 'mongoose'
import type { AppAccessEnd, DomainEvent } from '../../events/event.types.js'
import { defineModel } from '../../platform/mongo/database.js'
import type { LeasedDocument } from '../../platform/queue/lease-store.js'

/** The result of notifying an app that a member was signed out. */
export interface LogoutDelivery {
  deliveredAt: Date | null
  problem: string | null
}

/** What one app holds in the name of a member, from one of their sessions; leased by the worker that notifies the app. */
export interface AppSessionDocument extends LeasedDocument {
  /** The grant of the OpenID provider, or the hash of the gate's cookie. */
  _id: string
  kind: 'OIDC' | 'GATE'
  appId: string
  appName: string
  networkId: string
  networkName: string
  accountId: string
  email: string
  /** The public id of the session that it rests on. */
  sessionId: string
  /** The host whose cookie it is; null for OpenID Connect. */
  host: string | null
  /** The app's own name for it (OpenID Connect Back-Channel Logout 2.1). */
  sid: string | null
  createdAt: Date
  lastUsedAt: Date
  /** When it is next verified without being asked; absent once it ended. No access rests on it. */
  checkAt?: Date
  endedAt: Date | null
  reason: AppAccessEnd | null
  logout: LogoutDelivery | null
  events: DomainEvent[]
}

const anything = Schema.Types.Mixed

const appSessionSchema = new Schema<AppSessionDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    appId: { type: String, required: true },
    appName: { type: String, required: true },
    networkId: { type: String, required: true },
    networkName: { type: String, required: true },
    accountId: { type: String, required: true },
    email: { type: String, required: true },
    sessionId: { type: String, required: true },
    host: { type: String, default: null },
    sid: { type: String, default: null },
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, required: true },
    checkAt: { type: Date },
    endedAt: { type: Date, default: null },
    reason: { type: String, default: null },
    logout: { type: anything, default: null },
    dueAt: { type: Date },
    claim: { type: String },
    attempts: { type: Number },
    events: { type: anything, default: () => [] },
  },
  { collection: 'app_sessions', versionKey: false, minimize: false, strict: 'throw' },
)
appSessionSchema.index({ checkAt: 1 }, { sparse: true })
appSessionSchema.index({ dueAt: 1 }, { sparse: true })
appSessionSchema.index({ accountId: 1, endedAt: 1 })
appSessionSchema.index({ networkId: 1, endedAt: 1 })
appSessionSchema.index({ appId: 1, lastUsedAt: -1 })
appSessionSchema.index({ endedAt: 1 })
appSessionSchema.index({ 'events.id': 1 }, { sparse: true })

export const AppSessionModel = defineModel<AppSessionDocument>('AppSession', appSessionSchema)
