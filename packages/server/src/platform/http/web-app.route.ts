import { existsSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
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
  // The server of files answers whatever the method is.
  router.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') next()
    else response.set('Allow', 'GET, HEAD').sendStatus(405)
  })
  router.use(
    '/assets',
    sirv(join(webDir, 'assets'), {
      immutable: true,
      maxAge: YEAR_SECONDS,
      brotli: true,
      gzip: true,
      etag: true,
      setHeaders: sayCharset,
    }),
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
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', 'no-cache')
        sayCharset(response, path)
      },
    }),
  )
  return router
}

const TEXTS: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** The server of files says it for HTML alone. */
function sayCharset(response: ServerResponse, path: string): void {
  const type = TEXTS[extname(path)]
  if (type) response.setHeader('Content-Type', `${type};charset=utf-8`)
}
