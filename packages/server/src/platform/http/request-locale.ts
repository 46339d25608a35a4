import { AsyncLocalStorage } from 'node:async_hooks'
import { type Locale, matchLocale } from '@twinlock/shared/locales'
import type { RequestHandler } from 'express'

const wanted = new AsyncLocalStorage<Locale | undefined>()

/** Remembers which language the browser asks for (`Accept-Language`), for everything that the request begins. */
export const rememberLocale: RequestHandler = (request, _response, next) => {
  wanted.run(matchLocale(request.acceptsLanguages()), next)
}

/** The language that the current request asks for; undefined outside a request, or when none of ours is wanted. */
export const requestLocale = (): Locale | undefined => wanted.getStore()
