import { inject } from '@needle-di/core'
import { DAY } from '@twinlock/shared/durations'
import DataLoader from 'dataloader'
import { retryAtOf, type SlidingLimit } from '../../domain/sliding-limit.js'
import { defineCollection } from './database.js'
import { isDuplicateKey } from './mongo-connection.js'

const LONGEST_WINDOW_MS = DAY

interface ActsDocument {
  _id: string
  /** Newest first, as many as the largest limit counts. */
  acts: Date[]
  newestAt: Date
}

export const RateLimitCollection = defineCollection<ActsDocument>('acts', [[{ newestAt: 1 }]])

/** Counts acts of a key (an address, a number, a mailbox) against limits, each by one conditional update. */
export class RateLimitStore {
  /** Reads requested in one tick of the event loop become one command. */
  readonly #reads = new DataLoader<string, Date[]>((keys) => this.#read(keys), { cache: false })

  constructor(private readonly keys = inject(RateLimitCollection)) {}

  /** Takes a slot. @returns null when taken, else when one is free. Parallel callers never exceed the limit. */
  async take(key: string, limits: readonly SlidingLimit[], now: Date): Promise<Date | null> {
    const full = limits.map(({ count, windowMs }) => ({
      [`acts.${count - 1}`]: { $gt: new Date(now.getTime() - windowMs) },
    }))
    const kept = Math.max(...limits.map(({ count }) => count))
    try {
      await this.keys.updateOne({ _id: key, $nor: full }, added(now, kept), { upsert: true })
      return null
    } catch (error) {
      // The document is there and full, so the upsert tried to insert it a second time; or two first acts met.
      if (!isDuplicateKey(error)) throw error
    }
    const found = await this.keys.findOne({ _id: key })
    const retryAt = retryAtOf(found?.acts ?? [], limits, now)
    return retryAt ?? this.take(key, limits, now)
  }

  /** The acts of each of the keys, newest first; one command together with all concurrent reads. */
  async acts(keys: readonly string[]): Promise<Date[][]> {
    return Promise.all(keys.map((key) => this.#reads.load(key)))
  }

  async #read(keys: readonly string[]): Promise<Date[][]> {
    const found = await this.keys.find({ _id: { $in: [...keys] } }).toArray()
    const actsOf = new Map(found.map(({ _id, acts }) => [_id, acts]))
    return keys.map((key) => actsOf.get(key) ?? [])
  }

  /** Records an act even beyond the limit. */
  async note(keys: readonly { key: string; kept: number }[], now: Date): Promise<void> {
    await this.keys.bulkWrite(
      keys.map(({ key, kept }) => ({
        updateOne: {
          filter: { _id: key },
          update: added(now, kept),
          upsert: true,
        },
      })),
      { ordered: false },
    )
  }

  /** Returns an unused slot. Other acts in the same millisecond stay. */
  async releaseSlot(key: string): Promise<void> {
    await this.keys.updateOne({ _id: key }, { $pop: { acts: -1 } })
  }

  /** By `newestAt`: cleanup only; acts older than a day count for no limit. */
  async sweep(now: Date): Promise<void> {
    await this.keys.deleteMany({ newestAt: { $lte: new Date(now.getTime() - LONGEST_WINDOW_MS) } })
  }
}

function added(now: Date, kept: number) {
  return { $push: { acts: { $each: [now], $position: 0, $slice: kept } }, $set: { newestAt: now } }
}
