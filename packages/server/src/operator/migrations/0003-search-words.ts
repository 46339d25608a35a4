import { foldForSearch } from '@twinlock/shared/typed-text'
import type { mongo } from 'mongoose'
import { searchWordsOf } from '../../memberships/member-search.js'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import type { Migration } from '../../platform/mongo/migrations/migration.js'

type Names = Pick<MembershipDocument, '_id' | 'name' | 'emailKey' | 'copiedEpoch'>

const AT_ONCE = 500

/** Members were not found without the special letters of their names, nor by what stands behind a hyphen or apostrophe. */
export const searchWords: Migration = {
  number: 3,
  name: 'Find members without special letters, by any part of a name',

  async run(connection) {
    const memberships = connection.collection('memberships') as unknown as mongo.Collection<Names>
    let updates: mongo.AnyBulkWriteOperation<Names>[] = []
    const write = async () => {
      if (updates.length > 0) await memberships.bulkWrite(updates, { ordered: false })
      updates = []
    }
    const fields = { name: 1, emailKey: 1, copiedEpoch: 1 }
    for await (const { _id, name, emailKey, copiedEpoch } of memberships.find().project<Names>(fields)) {
      // A newer copy of the account, made meanwhile, has its words already.
      const filter = { _id, copiedEpoch }
      const update = { $set: { nameKey: foldForSearch(name), words: searchWordsOf({ name, emailKey }) } }
      updates.push({ updateOne: { filter, update } })
      if (updates.length >= AT_ONCE) await write()
    }
    await write()
  },
}
