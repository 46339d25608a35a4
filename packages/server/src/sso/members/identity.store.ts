import { inject } from '@needle-di/core'
import { insertDocument } from '../../platform/mongo/database.js'
import { IdentityCollection, type IdentityDocument } from './identity.model.js'

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
