import { Router } from 'express'
import type { Readiness } from './readiness.js'

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
