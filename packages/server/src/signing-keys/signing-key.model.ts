import type { JWK } from 'jose'
import { defineCollection } from '../platform/mongo/database.js'

/** A key that signs results for one period; its public half stays published for the period after. */
export interface SigningKeyDocument {
  /** The `kid`: of one period there is one key, whichever server makes it. */
  _id: string
  period: number
  publicJwk: JWK
  sealedPrivateJwk: string
}

export const SigningKeyCollection = defineCollection<SigningKeyDocument>('signing_keys', [[{ period: 1 }]])
