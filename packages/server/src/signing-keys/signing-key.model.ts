import type { JWK } from 'jose'
import { type Connection, type Model, Schema } from 'mongoose'
import { modelToken } from '../platform/mongo/database.js'

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

export type SigningKeyModel = Model<SigningKeyDocument>

export function signingKeyModel(connection: Connection): SigningKeyModel {
  return connection.models.SigningKey ?? connection.model<SigningKeyDocument>('SigningKey', signingKeySchema)
}

export const SigningKeyModel = modelToken('SigningKeyModel', signingKeyModel)
