import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Router } from 'express'
import sirv from 'sirv'

const YEAR_SECONDS = 31_536_000

/**
 * The single-page app as it was built: hashed assets cached for ever, brotli or gzip as the browser likes, and
 * index.html for every page address, so that a reload of a deep link works.
 */
export function webAppRoute(webDir: string): Router {
  const router = Router()
  if (!existsSync(join(webDir, 'index.html'))) {
    router.get(/.*/, (_request, response) => {
      response
        .status(503)
        .type('text')
        .send('The web app is not built yet. Run "npm start", or "npm run dev" while developing.\n')
    })
    return router
  }
  router.use(
    '/assets',
    sirv(join(webDir, 'assets'), { immutable: true, maxAge: YEAR_SECONDS, brotli: true, gzip: true, etag: true }),
    (_request, response) => {
      response.sendStatus(404)
    },
  )
  router.use(
    sirv(webDir, {
      single: true,
      brotli: true,
      gzip: true,
      etag: true,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  )
  return router
}
