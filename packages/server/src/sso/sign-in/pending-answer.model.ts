import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/database.js'

/** Something of a sign-in by a provider that waits a few minutes for its person; sealed. `_id` says what, and whose. */
export interface PendingAnswerDocument {
  _id: string
  sealed: string
  expiresAt: Date
}

const pendingAnswerSchema = new Schema<PendingAnswerDocument>(
  {
    _id: { type: String, required: true },
    sealed: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sso_answers', versionKey: false, strict: 'throw' },
)
pendingAnswerSchema.index({ expiresAt: 1 })

export const PendingAnswerModel = defineModel<PendingAnswerDocument>('PendingAnswer', pendingAnswerSchema)
