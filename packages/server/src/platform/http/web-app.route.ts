import { existsSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { type RequestHandler, Router } from 'express'
import sirv, { type Options } from 'sirv'

/** The operator's product name and logo, where they replace the web app's own. */
export interface ProductBrand {
  name: string
  logo: { url: string; file: string | null } | null
}

const YEAR_SECONDS = 31_536_000

/**
 * The single-page app as it was built: hashed assets cached for ever, brotli or gzip as the browser likes, and
 * index.html for every page address, so that a reload of a deep link works.
 */
export function webAppRoute(webDir: string, brand: ProductBrand): Router {
  const router = Router()
  if (brand.logo?.file) router.get(new URL(brand.logo.url).pathname, sendLogo(resolve(brand.logo.file)))
  if (!existsSync(join(webDir, 'index.html'))) {
    router.get(/.*/, (_request, response) => {
      response
        .status(503)
        .type('text')
        .send('The web app is not built yet. Run "npm start", or "npm run dev" while developing.\n')
    })
    return router
  }
  // The static file server responds to every method.
  router.use((request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') next()
    else response.set('Allow', 'GET, HEAD').sendStatus(405)
  })
  router.use(
    '/assets',
    filesOf(join(webDir, 'assets'), { immutable: true, maxAge: YEAR_SECONDS, setHeaders: sayCharset }),
    (_request, response) => {
      response.sendStatus(404)
    },
  )
  const page = brandedPage(join(webDir, 'index.html'), brand)
  if (page) router.get(['/', '/index.html'], sendPage(page))
  router.use(
    filesOf(webDir, {
      single: page === null,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', 'no-cache')
        sayCharset(response, path)
      },
    }),
  )
  if (page) router.get(/.*/, sendPage(page))
  return router
}

/** The list of the files is made for the first who wants one, so that a start does not wait for it. */
function filesOf(folder: string, options: Options): RequestHandler {
  let serve: RequestHandler | undefined
  return (request, response, next) => {
    serve ??= sirv(folder, { brotli: true, gzip: true, etag: true, ...options })
    serve(request, response, next)
  }
}

/** The page with the operator's name and logo in its head, where the web app reads them; null without any. */
function brandedPage(path: string, { name, logo }: ProductBrand): string | null {
  if (name === OWN_NAME && !logo) return null
  const head = [
    `<meta name="application-name" content="${escaped(name)}" />`,
    ...(logo ? [`<meta name="application-logo" content="${escaped(logo.url)}" />`] : []),
  ]
  return readFileSync(path, 'utf8')
    .replace(/<meta name="application-name"[^>]*>/, '')
    .replace(`<title>${OWN_NAME}</title>`, () => `<title>${escaped(name)}</title>${head.join('')}`)
    .replace(`<noscript>${OWN_NAME}`, () => `<noscript>${escaped(name)}`)
}

const OWN_NAME = 'Twinlock'

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

function sendPage(page: string): RequestHandler {
  return (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page)
  }
}

/** Mail programs show it too, which are other sites. */
function sendLogo(path: string): RequestHandler {
  return (_request, response, next) => {
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    response.sendFile(path, { maxAge: '1h' }, next)
  }
}

const TEXTS: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

/** The static file server sets it for HTML only. */
function sayCharset(response: ServerResponse, path: string): void {
  const type = TEXTS[extname(path)]
  if (type) response.setHeader('Content-Type', `${type};charset=utf-8`)
}
