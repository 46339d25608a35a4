import { createHash } from 'node:crypto'
import { Schema } from 'mongoose'
import { defineModel } from '../../platform/mongo/database.js'

/** A person at one provider, for one network: identified by issuer and subject, never by an address. */
export interface IdentityDocument {
  /** Of network, issuer and subject together, so that each is one account's only. */
  _id: string
  networkId: string
  issuer: string
  subject: string
  accountId: string
  joinedAt: Date
}

const identitySchema = new Schema<IdentityDocument>(
  {
    _id: { type: String, required: true },
    networkId: { type: String, required: true },
    issuer: { type: String, required: true },
    subject: { type: String, required: true },
    accountId: { type: String, required: true },
    joinedAt: { type: Date, required: true },
  },
  { collection: 'identities', versionKey: false, strict: 'throw' },
)

export const IdentityModel = defineModel<IdentityDocument>('Identity', identitySchema)

/** A hash: a subject may hold any character, and be long. */
export function identityIdOf(networkId: string, issuer: string, subject: string): string {
  return createHash('sha256')
    .update(JSON.stringify([networkId, issuer, subject]))
    .digest('hex')
}
