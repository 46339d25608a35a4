import type { Connection, mongo } from 'mongoose'
import { isDuplicateKey } from '../mongo-connection.js'

interface MigrationRecord {
  /** The number of the migration. */
  _id: number
  name: string
  finishedAt: Date
}

interface LockRecord {
  _id: 'lock'
  holder: string
  /** By the clock of the database: the one that all runners share. */
  heldUntil: Date
}

const LOCK_MS = 60_000

/** Which migrations are done (`migrations`), and who is at work now (`migration_lock`). */
export class MigrationStore {
  constructor(private readonly connection: Connection) {}

  async finished(): Promise<Set<number>> {
    const records = await this.#records().find().toArray()
    return new Set(records.map(({ _id }) => _id))
  }

  async record(number: number, name: string, finishedAt: Date): Promise<void> {
    await this.#records().updateOne({ _id: number }, { $setOnInsert: { name, finishedAt } }, { upsert: true })
  }

  /** Takes or extends the lock. @returns false while another runner holds it */
  async lock(holder: string): Promise<boolean> {
    const isFree = { $or: [{ $eq: ['$holder', holder] }, { $lte: [{ $ifNull: ['$heldUntil', '$$NOW'] }, '$$NOW'] }] }
    const until = { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: LOCK_MS } }
    try {
      const lock = await this.#locks().findOneAndUpdate(
        { _id: 'lock' },
        [
          {
            $set: {
              holder: { $cond: [isFree, holder, '$holder'] },
              heldUntil: { $cond: [isFree, until, '$heldUntil'] },
            },
          },
        ],
        { upsert: true, returnDocument: 'after' },
      )
      return lock?.holder === holder
    } catch (error) {
      // Two runners made the lock at once: the other was first.
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  async unlock(holder: string): Promise<void> {
    await this.#locks().deleteOne({ _id: 'lock', holder })
  }

  #records(): mongo.Collection<MigrationRecord> {
    return this.#db().collection<MigrationRecord>('migrations')
  }

  #locks(): mongo.Collection<LockRecord> {
    return this.#db().collection<LockRecord>('migration_lock')
  }

  #db(): mongo.Db {
    if (!this.connection.db) throw new Error('Migrations need an open connection.')
    return this.connection.db as unknown as mongo.Db
  }
}
