import { defineCollection } from '../../platform/mongo/database.js'

/** Something of a sign-in by a provider that waits a few minutes for its person; sealed. `_id` says what, and whose. */
export interface PendingAnswerDocument {
  _id: string
  sealed: string
  expiresAt: Date
}

export const PendingAnswerCollection = defineCollection<PendingAnswerDocument>('sso_answers', [[{ expiresAt: 1 }]])
