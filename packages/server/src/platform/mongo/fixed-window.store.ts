import { inject } from '@needle-di/core'
import { defineCollection } from './database.js'
import { isDuplicateKey } from './mongo-connection.js'

interface WindowDocument {
  _id: string
  count: number
  endsAt: Date
}

export const RateWindowCollection = defineCollection<WindowDocument>('rate_windows', [[{ endsAt: 1 }]])

/** Counts frequent events: one `$inc` each, in windows that begin with the clock, not with the first act. */
export class FixedWindowStore {
  constructor(private readonly windows = inject(RateWindowCollection)) {}

  /** Counts one act, also beyond any limit. @returns how many there are in this window, which ends at `endsAt` */
  async count(key: string, windowMs: number, now: Date): Promise<{ count: number; endsAt: Date }> {
    const place = Math.floor(now.getTime() / windowMs)
    const endsAt = new Date((place + 1) * windowMs)
    try {
      const found = await this.windows.findOneAndUpdate(
        { _id: `${key}:${place}` },
        { $inc: { count: 1 }, $setOnInsert: { endsAt } },
        { upsert: true, returnDocument: 'after' },
      )
      return { count: found?.count ?? 1, endsAt }
    } catch (error) {
      // Two first acts met, and one of them made the document.
      if (isDuplicateKey(error)) return this.count(key, windowMs, now)
      throw error
    }
  }

  /** By `endsAt`. */
  async sweep(now: Date): Promise<void> {
    await this.windows.deleteMany({ endsAt: { $lte: now } })
  }
}
