import type { AppAccessEnd, DomainEvent } from '../../events/event.types.js'
import { defineCollection } from '../../platform/mongo/database.js'
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

export const AppSessionCollection = defineCollection<AppSessionDocument>('app_sessions', [
  [{ checkAt: 1 }, { sparse: true }],
  [{ dueAt: 1 }, { sparse: true }],
  [{ accountId: 1, endedAt: 1 }],
  [{ networkId: 1, endedAt: 1 }],
  [{ appId: 1, lastUsedAt: -1 }],
  [{ endedAt: 1 }],
  [{ 'events.id': 1 }, { sparse: true }],
])
