import { defineCollection } from '../../platform/mongo/database.js'

/** That a member has been at an app, stored as long as the activity log of the network. */
export interface AppVisitDocument {
  /** `app:account`. */
  _id: string
  appId: string
  networkId: string
  accountId: string
  /** When they first went there: before that they see where they are going. */
  at: Date
  /** Absent until the app, or the gate, knew who they are. */
  lastUsedAt?: Date
}

export const AppVisitCollection = defineCollection<AppVisitDocument>('app_visits', [
  [{ appId: 1, lastUsedAt: -1, _id: -1 }],
  [{ networkId: 1, lastUsedAt: 1 }],
])
