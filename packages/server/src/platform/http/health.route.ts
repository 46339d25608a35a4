import { Router } from 'express'
import type { Connection } from 'mongoose'

const PATIENCE_MS = 2_000

/** `/healthz`: the process lives. `/readyz`: it can serve, which takes a database; 503 otherwise. */
export function healthRoute(connection: Connection): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    const isReady = await reaches(connection)
    response
      .status(isReady ? 200 : 503)
      .type('text')
      .send(isReady ? 'ready\n' : 'The database does not answer.\n')
  })
  return router
}

async function reaches(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.command({ ping: 1 }, { timeoutMS: PATIENCE_MS })
    return connection.readyState === 1
  } catch {
    // Not a fault of ours to log: the answer says it, and whoever asks acts on it.
    return false
  }
}
