import { setTimeout as after } from 'node:timers/promises'
import { isDatabaseUnavailable } from '../mongo/unavailable.js'
import type { LeasedDocument, LeaseStore, Settlement } from './lease-store.js'

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

/** By ourselves: no connection comes back. */
function isClosed(error: unknown): boolean {
  return error instanceof Error && /^Mongo(ClientClosed|TopologyClosed|NotConnected)Error$/.test(error.name)
}
