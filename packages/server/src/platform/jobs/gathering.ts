import { setTimeout as after, setImmediate as turnEnd } from 'node:timers/promises'
import { InjectionToken } from '@needle-di/core'

/** Under load, what follows several answers is done together: at most one batch in this time. */
export const GatherMs = new InjectionToken<number>('GatherMs', { factory: () => 200 })

interface Waiting<T> {
  item: T
  resolve(): void
  reject(error: unknown): void
}

/** Does the same for several in one batch: the first at once, those that follow within `gatherMs` together. */
export class Gathering<T> {
  #waiting: Waiting<T>[] = []
  #isRunning = false
  #lastBegunAt = Number.NEGATIVE_INFINITY

  constructor(
    private readonly gatherMs: number,
    private readonly handle: (items: readonly T[]) => Promise<void>,
  ) {}

  /** Resolves when the batch with it is done; rejects when that failed. */
  add(item: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#isRunning) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#waiting.length > 0) {
      const wait = this.#lastBegunAt + this.gatherMs - performance.now()
      await (wait > 0 ? after(wait) : turnEnd())
      this.#lastBegunAt = performance.now()
      const batch = this.#waiting
      this.#waiting = []
      try {
        await this.handle(batch.map(({ item }) => item))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#isRunning = false
  }
}
