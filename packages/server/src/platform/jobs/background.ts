import { setImmediate as afterAnswer } from 'node:timers/promises'
import type { Logger } from '../logging/logger.js'

/** Work that follows an answer: it delays nobody, its failures are logged, and a stopping server waits for it. */
export class Background {
  readonly #running = new Set<Promise<void>>()
  readonly #logger: Logger

  constructor(logger: Logger) {
    this.#logger = logger
  }

  run(name: string, work: () => Promise<unknown>): void {
    // Behind the answer that it follows: its time must not tell what was done (a known address, a new browser).
    const task: Promise<void> = afterAnswer()
      .then(work)
      .then(
        () => undefined,
        (error: unknown) => this.#logger.error({ err: error, work: name }, 'Work in the background failed'),
      )
      .finally(() => this.#running.delete(task))
    this.#running.add(task)
  }

  /** Resolves when nothing is running, also what was started meanwhile. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
