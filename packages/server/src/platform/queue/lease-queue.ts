import { setTimeout as after } from 'node:timers/promises'
import type { Clock } from '../clock/clock.js'
import type { Filter, Update } from '../mongo/database.js'
import { isDatabaseUnavailable } from '../mongo/unavailable.js'
import type { Claimed, LeasedDocument, LeaseStore, Settlement } from './lease-store.js'

export interface LeaseQueueOptions<T extends LeasedDocument> {
  store: LeaseStore<T>
  clock: Clock
  /** How long a worker has its documents for itself. */
  leaseMs: number
  /** The longest attempt. With less of the lease left a document is released, lest two workers process it. */
  attemptMs: number
  /** How many are claimed at once. */
  portion: number
}

/** Documents of a queue, and what is done with each. */
export interface Work<T extends LeasedDocument> {
  /** Asked again before each claim, since an attempt may have shown that some kinds are not worth claiming. */
  filter(): Filter<T>
  sort: Record<string, 1 | -1>
  /** False: given back to a later run. */
  accepts?(document: Claimed<T>): boolean
  /** Called with each portion, for what its documents need alike. */
  begin?(portion: readonly Claimed<T>[]): void
  /** @returns null when the handler wrote down itself what became of it */
  handle(document: Claimed<T>): Promise<Settled<T> | null>
}

export interface Settled<T> {
  update: Update<T>
  /** Applies even if the lease was lost to another worker. */
  whateverTheLease?: boolean
}

/**
 * The queue behind outgoing messages, webhook deliveries, broadcasts, notices of sign-outs to apps, and events that are
 * retried. Any number of processes may drain it at once.
 */
export class LeaseQueue<T extends LeasedDocument> {
  constructor(private readonly options: LeaseQueueOptions<T>) {}

  /**
   * Works through what is due, on so many lanes, until nothing is left or the signal says stop; then what was begun is
   * finished, and what was only claimed is given back. One document that fails holds no other up.
   */
  async drain(work: Work<T>, { lanes, signal }: { lanes: number; signal?: AbortSignal | undefined }): Promise<void> {
    const { store, leaseMs } = this.options
    const settlements = new Settlements(store, leaseMs)
    const claimed: Claimed<T>[] = []
    const returned: Claimed<T>[] = []
    const failures: unknown[] = []
    let isDry = false
    let refill: Promise<void> | null = null

    const fill = async () => {
      const claim = await this.#claim(work)
      isDry = claim.isDry
      work.begin?.(claim.claimed)
      claimed.push(...claim.claimed)
    }
    const next = async (): Promise<Claimed<T> | null> => {
      while (!signal?.aborted) {
        const document = claimed.shift()
        if (document && this.#hasTime(document) && work.accepts?.(document) !== false) return document
        if (document) returned.push(document)
        else if (isDry) return null
        else {
          // Lanes that find nothing wait for one and the same refill.
          refill ??= fill().finally(() => {
            refill = null
          })
          await refill
        }
      }
      return null
    }
    const lane = async () => {
      for (let document = await next(); document; document = await next()) {
        try {
          const settled = await work.handle(document)
          if (settled) await settlements.add(settlementOf(document, settled))
        } catch (error) {
          // Its lease ends, and it is tried again.
          failures.push(error)
        }
      }
    }

    const ended = await Promise.allSettled(Array.from({ length: lanes }, lane))
    for (const each of ended) if (each.status === 'rejected') failures.unshift(each.reason)
    await settlements.flush().catch((error: unknown) => failures.push(error))
    await store.release([...returned, ...claimed], this.#now()).catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }

  /** Claims these, where they are due and nobody else has them. */
  claim(ids: readonly string[]): Promise<Claimed<T>[]> {
    return this.options.store.claimById(ids, this.#now(), this.leaseEnd())
  }

  /** Writes down at once what became of one document. */
  settle(document: Claimed<T>, settled: Settled<T>): Promise<void> {
    const settlements = new Settlements(this.options.store, this.options.leaseMs)
    void settlements.add(settlementOf(document, settled))
    return settlements.flush()
  }

  leaseEnd(): Date {
    return new Date(this.#now().getTime() + this.options.leaseMs)
  }

  #claim({ filter, sort }: Work<T>) {
    const query = { filter: filter(), sort, limit: this.options.portion }
    return this.options.store.claimDue(query, this.#now(), this.leaseEnd())
  }

  #hasTime({ leaseUntil }: Claimed<T>): boolean {
    return leaseUntil.getTime() - this.#now().getTime() > this.options.attemptMs
  }

  #now(): Date {
    return this.options.clock.now()
  }
}

function settlementOf<T extends LeasedDocument>({ _id: id, claim }: Claimed<T>, settled: Settled<T>): Settlement<T> {
  return { id, claim: settled.whateverTheLease ? null : claim, update: settled.update }
}

const gatheredForMs = 100
/** The most settled messages that a killed worker may repeat, in addition to those it was sending. */
export const mostUnwritten = 24
const [firstPauseMs, longestPauseMs] = [100, 2_000]

/**
 * Stores the outcomes of claimed documents in batches. While the database has no primary it retries for as long as the
 * lease lasts: after a lost outcome the next worker would repeat the work, as a second mail.
 */
export class Settlements<T extends LeasedDocument> {
  readonly #store: LeaseStore<T>
  readonly #patienceMs: number
  #waiting: Settlement<T>[] = []
  #timer: NodeJS.Timeout | null = null
  #writes: Promise<void> = Promise.resolve()
  #failure: unknown = null
  #unwritten = 0

  constructor(store: LeaseStore<T>, patienceMs: number) {
    this.#store = store
    this.#patienceMs = patienceMs
  }

  /** Resolves when there is room for another one. */
  async add(settlement: Settlement<T>): Promise<void> {
    this.#waiting.push(settlement)
    this.#unwritten += 1
    if (this.#waiting.length >= mostUnwritten / 2) this.#write()
    else this.#timer ??= setTimeout(() => this.#write(), gatheredForMs)
    // More than half of them are being written, since fewer than half are gathered at any time.
    while (this.#unwritten >= mostUnwritten) await this.#writes
  }

  /** Resolves when everything added so far is written. @throws what one of the writes failed with */
  async flush(): Promise<void> {
    this.#write()
    await this.#writes
    const failure = this.#failure
    this.#failure = null
    if (failure) throw failure
  }

  #write(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    this.#writes = this.#writes
      .then(() => this.#settle(batch))
      .catch((error: unknown) => {
        this.#failure = error
      })
      .finally(() => {
        this.#unwritten -= batch.length
      })
  }

  async #settle(batch: readonly Settlement<T>[]): Promise<void> {
    const begunAt = performance.now()
    for (let pause = firstPauseMs; ; pause = Math.min(2 * pause, longestPauseMs)) {
      try {
        await this.#store.settle(batch)
        return
      } catch (error) {
        const isOver = performance.now() - begunAt + pause > this.#patienceMs
        if (isOver || !isDatabaseUnavailable(error) || isClosed(error)) throw error
        await after(pause)
      }
    }
  }
}

/** This process closed the connection, so a retry cannot succeed. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && /^Mongo(ClientClosed|TopologyClosed|NotConnected)Error$/.test(error.name)
}
