import type { JWK } from 'jose'
import { Schema } from 'mongoose'
import { defineModel } from '../platform/mongo/database.js'

/** A key that signs results for one period; its public half stays published for the period after. */
export interface SigningKeyDocument {
  /** The `kid`: of one period there is one key, whichever server makes it. */
  _id: string
  period: number
  publicJwk: JWK
  sealedPrivateJwk: string
}

const anything = Schema.Types.Mixed

const signingKeySchema = new Schema<SigningKeyDocument>(
  {
    _id: { type: String, required: true },
    period: { type: Number, required: true },
    publicJwk: { type: anything, required: true },
    sealedPrivateJwk: { type: String, required: true },
  },
  { collection: 'signing_keys', versionKey: false, minimize: false, strict: 'throw' },
)
signingKeySchema.index({ period: 1 })

export const SigningKeyModel = defineModel<SigningKeyDocument>('SigningKey', signingKeySchema)
