import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/database.js'
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

const signUpSchema = new Schema<SignUpDocument>(
  {
    _id: { type: String, required: true },
    publicId: { type: String, required: true },
    emailKey: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    passwordHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    code: { type: Schema.Types.Mixed, default: null },
    codeSentAt: { type: Date, required: true },
    codeExpiresAt: { type: Date, required: true },
    guesses: { type: Number, default: 0 },
  },
  { collection: 'sign_ups', versionKey: false, minimize: false, strict: 'throw' },
)
signUpSchema.index({ expiresAt: 1 })

export const SignUpModel = defineModel<SignUpDocument>('SignUp', signUpSchema)
