import { MongoBackend } from '@agendajs/mongo-backend'
import { Agenda } from 'agenda'
import type { Connection } from 'mongoose'
import type { Logger } from '../logging/logger.js'

/** Work that comes back; each run takes up what is due, and is safe to run twice or by two workers at once. */
export interface Job {
  name: string
  /** How often, in words that Agenda knows: '2 seconds'. */
  every: string
  run(): Promise<unknown>
}

export interface Worker {
  start(): Promise<void>
  stop(): Promise<void>
  /** Runs every job once, now: what a test does instead of waiting. */
  runOnce(): Promise<void>
}

/** Jobs on Agenda over the same database, by any number of workers. Nothing that lets anybody in or out rests on them. */
export function createWorker(connection: Connection, jobs: readonly Job[], logger: Logger): Worker {
  let agenda: Agenda | null = null
  return {
    async start() {
      const db = connection.db
      if (!db) throw new Error('The worker needs an open connection.')
      agenda = new Agenda({
        backend: new MongoBackend({ mongo: db as never, collection: 'jobs' }),
        processEvery: '1 second',
        defaultLockLifetime: 60_000,
      })
      agenda.on('error', (error: unknown) => logger.error({ err: error }, 'The job queue failed'))
      for (const job of jobs) {
        agenda.define(job.name, async () => {
          try {
            await job.run()
          } catch (error) {
            logger.error({ err: error, job: job.name }, 'A job failed; it comes back')
          }
        })
      }
      await agenda.start()
      for (const job of jobs) await agenda.every(job.every, job.name)
    },
    async stop() {
      await agenda?.drain()
      agenda = null
    },
    async runOnce() {
      for (const job of jobs) await job.run()
    },
  }
}
