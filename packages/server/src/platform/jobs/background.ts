import { setTimeout as after, setImmediate as afterAnswer } from 'node:timers/promises'
import type { Logger } from '../logging/logger.js'

/** Work that follows an answer: it delays nobody, its failures are logged, and a stopping server waits for it. */
export class Background {
  readonly #running = new Set<Promise<void>>()
  readonly #short = new Set<Promise<void>>()
  readonly #logger: Logger

  constructor(logger: Logger) {
    this.#logger = logger
  }

  /** @param isLong goes on for as long as there is something to do: nobody waits for it */
  run(name: string, work: () => Promise<unknown>, isLong = false): void {
    // Behind the answer that it follows: its time must not tell what was done (a known address, a new browser).
    const task: Promise<void> = afterAnswer()
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => this.#logger.error({ err: error, work: name }, 'Work in the background failed'),
      )
      .finally(() => {
        this.#running.delete(task)
        this.#short.delete(task)
      })
    this.#running.add(task)
    if (!isLong) this.#short.add(task)
  }

  /** Waits, no longer than so many milliseconds, for what was begun before: for a reader of what follows from it. */
  async caughtUp(ms: number): Promise<void> {
    if (this.#short.size === 0) return
    const stopWaiting = new AbortController()
    const late = after(ms, undefined, { signal: stopWaiting.signal, ref: false }).catch(() => undefined)
    await Promise.race([Promise.all(this.#short), late])
    stopWaiting.abort()
  }

  /** Resolves when nothing is running, also what was started meanwhile. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
