import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/database.js'

/** Something of a sign-in by a provider that waits a few minutes for its person; sealed. `_id` says what, and whose. */
export interface KeptAnswerDocument {
  _id: string
  sealed: string
  expiresAt: Date
}

const keptAnswerSchema = new Schema<KeptAnswerDocument>(
  {
    _id: { type: String, required: true },
    sealed: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sso_answers', versionKey: false, strict: 'throw' },
)
keptAnswerSchema.index({ expiresAt: 1 })

export const KeptAnswerModel = defineModel<KeptAnswerDocument>('KeptAnswer', keptAnswerSchema)
