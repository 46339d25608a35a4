import { type RequestHandler, Router } from 'express'
import type { Connection } from 'mongoose'
import { retryAfterSeconds, unavailable } from '../errors/interruption.js'
import type { Logger } from '../logging/logger.js'
import { describeBacklog, type Migrator } from '../mongo/migrations/migrator.js'

const PATIENCE_MS = 2_000

/**
 * Whether this server may receive requests: the database responds, its migrations have run, and the server is not
 * shutting down. Until the migrations have run, requests that could write are rejected.
 */
export class Readiness {
  #isDraining = false
  #backlog: string | null = 'The database has not been compared with this release yet.'

  constructor(
    private readonly connection: Connection,
    private readonly migrator: Migrator,
    private readonly logger: Logger,
  ) {}

  get isBehind(): boolean {
    return this.#backlog !== null
  }

  /** Compares the database with this release. @returns whether it is up to date */
  async compare(): Promise<boolean> {
    const backlog = describeBacklog(await this.migrator.state())
    if (backlog !== null && backlog !== this.#backlog)
      this.logger.error({ backlog: shortened(backlog) }, 'The database is behind this release: run "twinlock migrate"')
    if (backlog === null && this.#backlog !== null) this.logger.info('The database has what this release needs')
    this.#backlog = backlog
    return backlog === null
  }

  /** Reports not ready from now on, so that a load balancer uses other servers; requests are still served. */
  drain(): void {
    this.#isDraining = true
  }

  /** @returns why it is not ready; null when it is */
  async problem(): Promise<string | null> {
    if (this.#isDraining) return 'This server is about to stop.'
    if (!(await this.#reachesDatabase())) return 'The database does not answer.'
    if (this.isBehind && !(await this.compare().catch(() => false)))
      return `The database is behind this release. Run "twinlock migrate".\n${shortened(this.#backlog ?? '')}`
    return null
  }

  /** Rejects requests while the database is behind. */
  gate(): RequestHandler {
    return (request, response, next) => {
      if (!this.isBehind) return next()
      const { code, details } = unavailable()
      const message = 'This server waits for its database to be upgraded. Try again in a few minutes.'
      response.set('Retry-After', String(retryAfterSeconds)).status(503)
      if (request.method === 'GET' || request.method === 'HEAD') response.type('text').send(`${message}\n`)
      else response.json({ errors: [{ message, extensions: { code, ...details } }] })
    }
  }

  async #reachesDatabase(): Promise<boolean> {
    try {
      await this.connection.db?.command({ ping: 1 }, { timeoutMS: PATIENCE_MS })
      return this.connection.readyState === 1
    } catch {
      // Not logged: the response reports it, and the load balancer acts on it.
      return false
    }
  }
}

const MOST_LINES = 10

/** An empty database lacks some eighty indexes. */
function shortened(backlog: string): string {
  const lines = backlog.split('\n')
  if (lines.length <= MOST_LINES) return backlog
  return [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more`].join('\n')
}

/** `/healthz`: the process is alive. `/readyz`: the server may receive requests; otherwise 503 with the reason. */
export function healthRoute(readiness: Readiness): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    const problem = await readiness.problem()
    response
      .status(problem === null ? 200 : 503)
      .type('text')
      .send(`${problem ?? 'ready'}\n`)
  })
  return router
}
