import { inject } from '@needle-di/core'
import { Background } from './background.js'

/** The jobs that callers start early. `jobs.ts` lists each under this name. */
export const promptJobs = ['send broadcasts', 'deliver messages', 'deliver webhooks'] as const

/** Recurring work: each run handles what is due, and is safe to run twice and on several servers at once. */
export interface Job {
  name: string
  /** How often, in milliseconds. */
  every: number
  run(): Promise<unknown>
}

/** The recurring work of this process; none in a process that is no worker. */
export class Jobs {
  #list: readonly Job[] = []

  constructor(private readonly background = inject(Background)) {}

  /** Set once, when everything that they call exists. */
  set list(jobs: readonly Job[]) {
    this.#list = jobs
  }

  /** Runs a job now instead of at its next turn: for callers that have just added work to it. */
  runSoon(name: (typeof promptJobs)[number]): void {
    const job = this.#list.find((each) => each.name === name)
    if (job) this.background.run(name, () => job.run(), true)
  }
}
