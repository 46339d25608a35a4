import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/database.js'

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

const appVisitSchema = new Schema<AppVisitDocument>(
  {
    _id: { type: String, required: true },
    appId: { type: String, required: true },
    networkId: { type: String, required: true },
    accountId: { type: String, required: true },
    at: { type: Date, required: true },
    lastUsedAt: { type: Date },
  },
  { collection: 'app_visits', versionKey: false, minimize: false, strict: 'throw' },
)
appVisitSchema.index({ appId: 1, lastUsedAt: -1, _id: -1 })
appVisitSchema.index({ networkId: 1, lastUsedAt: 1 })

export const AppVisitModel = defineModel<AppVisitDocument>('AppVisit', appVisitSchema)
