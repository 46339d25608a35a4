import { setMaxListeners } from 'node:events'
import { setTimeout as after } from 'node:timers/promises'
import type { Logger } from '../logging/logger.js'
import type { Job } from './jobs.js'

export interface Worker {
  start(): Promise<void>
  stop(): Promise<void>
  /** Runs every job once, now: what a test does instead of waiting. */
  runOnce(): Promise<void>
}

/**
 * Runs each job at its interval, in any number of processes. Work that must happen once is claimed in the database by a
 * lease; a timer shared by all servers would only add commands. Access never depends on a job.
 */
export function createWorker(jobs: readonly Job[], logger: Logger): Worker {
  let stopping: AbortController | null = null
  let loops: Promise<void>[] = []

  async function repeat({ name, every, run }: Job, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await run().catch((error: unknown) => logger.error({ err: error, job: name }, 'A job failed; it will run again'))
      // Ten per cent of jitter, so that servers started together do not all query at once.
      await after(every * (0.9 + 0.2 * Math.random()), undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  return {
    async start() {
      stopping ??= new AbortController()
      const { signal } = stopping
      // Every job listens to it, and Node warns of a leak from the eleventh listener on.
      setMaxListeners(jobs.length + 1, signal)
      loops = jobs.map((job) => repeat(job, signal))
    },
    async stop() {
      stopping?.abort()
      await Promise.all(loops)
      stopping = null
      loops = []
    },
    async runOnce() {
      for (const job of jobs) await job.run()
    },
  }
}
