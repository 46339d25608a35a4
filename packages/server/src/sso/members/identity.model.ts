import { createHash } from 'node:crypto'
import { defineCollection } from '../../platform/mongo/database.js'

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

export const IdentityCollection = defineCollection<IdentityDocument>('identities')

/** A hash: a subject may hold any character, and be long. */
export function identityIdOf(networkId: string, issuer: string, subject: string): string {
  return createHash('sha256')
    .update(JSON.stringify([networkId, issuer, subject]))
    .digest('hex')
}
