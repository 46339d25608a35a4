import type { Logger } from '../logging/logger.js'
import type { Job } from './jobs.js'

/** Deletes expired documents, room by room. A room that fails does not stop the others. */
export function tidyUp(sweeps: readonly (() => Promise<unknown>)[], logger: Logger): Job {
  return {
    name: 'tidy up',
    every: 600_000,
    async run() {
      for (const sweep of sweeps) {
        await sweep().catch((error: unknown) => logger.error({ err: error }, 'What is over could not be tidied up'))
      }
    },
  }
}
