import { setTimeout as after, setImmediate as afterAnswer } from 'node:timers/promises'
import { inject } from '@needle-di/core'
import { Logger } from '../logging/logger.js'

/** Waits for every one of them, also where one fails. @throws what the first of them failed with */
export async function allDone(works: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
}

/** Work after a response: it delays no one, its failures are logged, and a stopping server waits for it. */
export class Background {
  readonly #running = new Set<Promise<void>>()
  readonly #short = new Set<Promise<void>>()
  readonly #logger: Logger

  constructor(logger = inject(Logger)) {
    this.#logger = logger
  }

  /** @param isLong runs as long as there is work; `settled` does not wait for it */
  run(name: string, work: () => Promise<unknown>, isLong = false): void {
    // After the response: timing must not reveal what was done (a known address, a new browser).
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

  /** Waits up to so many milliseconds for work that started earlier, for a caller that reads its results. */
  async caughtUp(ms: number): Promise<void> {
    if (this.#short.size === 0) return
    const stopWaiting = new AbortController()
    const late = after(ms, undefined, { signal: stopWaiting.signal, ref: false }).catch(() => undefined)
    await Promise.race([Promise.all(this.#short), late])
    stopWaiting.abort()
  }

  /** Resolves when nothing is running, including work started in the meantime. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
