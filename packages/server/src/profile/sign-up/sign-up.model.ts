import { defineCollection } from '../../platform/mongo/database.js'
import type { CodeSlot } from '../../sessions/challenge.store.js'

/** A sign-up waiting for its code; finished only in the browser that holds its token, whose hash is its `_id`. */
export interface SignUpDocument {
  _id: string
  publicId: string
  emailKey: string
  email: string
  name: string
  passwordHash: string
  createdAt: Date
  expiresAt: Date
  /** Null when the address has an account: then no code finishes it. */
  code: CodeSlot | null
  /** What is said of a code that was never sent: same answers, same times. */
  codeSentAt: Date
  codeExpiresAt: Date
  guesses: number
}

export const SignUpCollection = defineCollection<SignUpDocument>('sign_ups', [[{ expiresAt: 1 }]])
