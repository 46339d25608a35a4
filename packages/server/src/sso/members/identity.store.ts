import { createHash } from 'node:crypto'
import { inject } from '@needle-di/core'
import { defineCollection, insertDocument } from '../../platform/mongo/database.js'

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

export class IdentityStore {
  constructor(private readonly identities = inject(IdentityCollection)) {}

  /** By `_id`. */
  async byId(id: string): Promise<IdentityDocument | null> {
    return this.identities.findOne({ _id: id })
  }

  /** @returns whose it is: of two accounts at once one wins */
  async insert(identity: IdentityDocument): Promise<string> {
    if (await insertDocument(this.identities, identity)) return identity.accountId
    return (await this.byId(identity._id))?.accountId ?? ''
  }

  async delete(id: string): Promise<void> {
    await this.identities.deleteOne({ _id: id })
  }
}
